import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
} from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { dictionaryIndexFolder, noteWritten } from '../cache/tidy';
import type { DictionaryFile } from './dictionary-file';

// A dictionary is read once and kept as two sorted lists of lines, which are searched and read as streams: no
// dictionary is ever in memory.

/** Rises when the lists change their form or their meaning. */
const version = 1;
/** The last line of a list: one without it was not written to its end. */
const end = '\u{10FFFF}end';

/** `pairs`: word, rendering, weight, by features. `entries`: feature, headword, renderings as JSON. */
export type ListName = 'pairs' | 'entries';

const placeOf = ({ stamp }: DictionaryFile, list: ListName): string =>
  path.join(dictionaryIndexFolder(), `v${version}-${stamp}.${list}`);

/** Whether a dictionary has been indexed. */
export const isIndexed = (dictionary: DictionaryFile): boolean =>
  (['pairs', 'entries'] as const).every((list) => isWhole(placeOf(dictionary, list)));

function isWhole(file: string): boolean {
  if (!existsSync(file)) return false;
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    const tail = Buffer.alloc(Math.min(size, Buffer.byteLength(end) + 1));
    readSync(handle, tail, 0, tail.length, size - tail.length);
    return tail.toString('utf8') === `${end}\n`;
  } finally {
    closeSync(handle);
  }
}

/** Writes a list; its lines are sorted by their bytes, as they are searched. */
export function writeList(dictionary: DictionaryFile, list: ListName, lines: string[]): void {
  const file = placeOf(dictionary, list);
  mkdirSync(path.dirname(file), { recursive: true });
  const sorted = lines.map((line) => Buffer.from(`${line}\n`)).sort(Buffer.compare);
  const content = Buffer.concat([...sorted, Buffer.from(`${end}\n`)]);
  writeFileAtomic.sync(file, content, { fsync: false });
  noteWritten(content.length);
}

/** All lines of a list, in order. */
export function* linesOf(dictionary: DictionaryFile, list: ListName): Generator<string> {
  const handle = openSync(placeOf(dictionary, list), 'r');
  try {
    const chunk = Buffer.alloc(1 << 20);
    let rest = Buffer.alloc(0);
    for (;;) {
      const read = readSync(handle, chunk, 0, chunk.length, null);
      if (read === 0) return;
      const bytes = Buffer.concat([rest, chunk.subarray(0, read)]);
      const last = bytes.lastIndexOf(10);
      if (last >= 0) {
        for (const line of bytes.toString('utf8', 0, last).split('\n')) {
          if (line !== end) yield line;
        }
      }
      rest = Buffer.from(bytes.subarray(last + 1));
    }
  } finally {
    closeSync(handle);
  }
}

/** Bytes within which lines are looked through one after the other. */
const near = 4096;
/** Lines given at most. */
const maxLines = 20;

/** The lines of a list whose first field is a word: found by halving, without reading the list. */
export function linesWith(dictionary: DictionaryFile, list: ListName, word: string): string[] {
  const wanted = Buffer.from(`${word}\t`);
  const handle = openSync(placeOf(dictionary, list), 'r');
  try {
    const { size } = fstatSync(handle);
    let [low, high] = [0, size];
    while (high - low > near) {
      const middle = Math.floor((low + high) / 2);
      const window = readAt(handle, middle, near);
      const start = window.indexOf(10) + 1;
      // A line longer than the window: the place is approached from below.
      if (start === 0) break;
      if (Buffer.compare(window.subarray(start, start + wanted.length), wanted) < 0) {
        low = middle + start;
      } else high = middle;
    }
    return scan(handle, low, size, wanted);
  } finally {
    closeSync(handle);
  }
}

function scan(handle: number, from: number, size: number, wanted: Buffer): string[] {
  const found: string[] = [];
  let rest = Buffer.alloc(0);
  for (let at = from; at < size; at += near * 8) {
    const bytes = Buffer.concat([rest, readAt(handle, at, near * 8)]);
    let start = 0;
    for (let to = bytes.indexOf(10, start); to >= 0; to = bytes.indexOf(10, start)) {
      const order = Buffer.compare(bytes.subarray(start, start + wanted.length), wanted);
      if (order === 0) found.push(bytes.toString('utf8', start, to));
      else if (order > 0) return found;
      if (found.length >= maxLines) return found;
      start = to + 1;
    }
    rest = Buffer.from(bytes.subarray(start));
  }
  return found;
}

function readAt(handle: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(handle, bytes, 0, length, at));
}

/** What is known of a dictionary that has been indexed, in few words. */
export interface IndexFacts {
  entries: number;
  title?: string;
  licence?: string;
}

const factsFile = ({ stamp }: DictionaryFile): string =>
  path.join(dictionaryIndexFolder(), `v${version}-${stamp}.json`);

export function writeFacts(dictionary: DictionaryFile, facts: IndexFacts): void {
  writeFileAtomic.sync(factsFile(dictionary), JSON.stringify(facts), { fsync: false });
}

export function readFacts(dictionary: DictionaryFile): IndexFacts | null {
  try {
    return JSON.parse(readFileSync(factsFile(dictionary), 'utf8'));
  } catch {
    return null;
  }
}
