import { existsSync, readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { InputError } from '../core/errors';
import { decodeUtf8 } from '../core/files';
import { aboutDictd, licenceIn, readDictd } from './dictd';
import {
  type DictionaryEntry,
  type DictionaryFile,
  largestDictionary,
  maxEntries,
  type ParsedDictionary,
  tooLarge,
} from './dictionary-file';
import { readFreedictTei } from './freedict-tei';
import { readIfo, readStarDict } from './stardict';
import { readTsv } from './tsv';

/** Reads a dictionary whole. @throws InputError for one that is damaged or too large. */
export function readDictionary({ format, file }: DictionaryFile): ParsedDictionary {
  switch (format) {
    case 'tsv': {
      const text = decodeUtf8(unpacked(file), file);
      const licence = licenceIn(/^(?:#.*\n)+/.exec(text)?.[0] ?? '');
      return { ...(licence ? { licence } : {}), entries: bounded(readTsv(text), file) };
    }
    case 'dictd': {
      const text = unpacked(beside(file, '.index', ['.dict.dz', '.dict']));
      const index = decodeUtf8(unpacked(file), file);
      return { ...aboutDictd(index, text), entries: bounded(readDictd(index, text), file) };
    }
    case 'stardict': {
      const info = readIfo(decodeUtf8(unpacked(file), file), file);
      const index = unpacked(beside(file, '.ifo', ['.idx', '.idx.gz']));
      const text = unpacked(beside(file, '.ifo', ['.dict.dz', '.dict']));
      const licence = licenceIn(info.get('description') ?? '');
      return {
        title: info.get('bookname'),
        ...(licence ? { licence } : {}),
        entries: bounded(readStarDict(info, index, text), file),
      };
    }
    case 'tei': {
      const found = readFreedictTei(unpacked(file), file);
      return { ...found, entries: bounded(found.entries, file) };
    }
  }
}

function bounded(entries: Iterable<DictionaryEntry>, file: string): DictionaryEntry[] {
  const found: DictionaryEntry[] = [];
  for (const entry of entries) {
    if (found.length === maxEntries) throw tooLarge(file);
    found.push(entry);
  }
  return found;
}

/** The file of the same name with another ending. @throws InputError where there is none. */
function beside(file: string, ending: string, others: readonly string[]): string {
  const stem = file.slice(0, -ending.length);
  const found = others.map((other) => stem + other).find((each) => existsSync(each));
  if (found) return found;
  throw new InputError(`${others.join(' or ')} is missing beside it`, {
    file,
    remedy: 'put all files of the dictionary into one folder',
  });
}

/** The bytes of a file, unpacked where it is packed by gzip (dictzip is). */
function unpacked(file: string): Buffer {
  if (statSync(file).size > largestDictionary) throw tooLarge(file);
  const bytes = readFileSync(file);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: largestDictionary });
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(file);
    throw new InputError('the file is damaged: it cannot be unpacked', {
      file,
      remedy: 'install or copy it again',
    });
  }
}
