import { z } from 'zod';
import { createIdentifier } from '../../edition/identify';
import type { FrontMatter } from '../../edition/metadata';
import type { Segment } from '../../edition/model';
import type { EditionDraft } from '../../edition/read';
import { type IngestedDocument, Losses } from '../document';
import { metadataFrom } from '../metadata';
import { distinct, siglumFrom } from '../parallel';
import { plainSefaria } from './sefaria-html';

type Nested = string | null | Nested[] | { [name: string]: Nested };
const nested: z.ZodType<Nested> = z.lazy(() =>
  z.union([z.string(), z.null(), z.array(nested), z.record(z.string(), nested)]),
);
const words = z.string().nullish();
const schema = z.looseObject({
  title: words,
  ref: words,
  language: words,
  versionTitle: words,
  versionSource: words,
  license: words,
  heVersionTitle: words,
  heVersionSource: words,
  heLicense: words,
  sections: z.array(z.union([z.string(), z.number()])).nullish(),
  textDepth: z.number().nullish(),
  text: nested.optional(),
  he: nested.optional(),
  /** Whole ones in answers of the API; of a merged export, the names and addresses of those in it. */
  versions: z
    .array(z.union([z.looseObject({ text: nested.optional() }), z.array(z.string())]))
    .nullish(),
});
type Given = z.infer<typeof schema>;

interface Version {
  text: Nested;
  metadata: FrontMatter;
}
interface Read {
  segments: Segment[];
  /** The place of each segment, by which those of other versions stand beside it. */
  keys: string[];
}

/**
 * Reads a text of Sefaria, exported or as its API answers: texts within texts, by chapter and verse.
 * A chapter is a heading, a verse a paragraph with its numbers (“1:2”); the versions are editions side
 * by side. Null for other JSON.
 * Source: https://github.com/Sefaria/Sefaria-Export, https://developers.sefaria.org/reference/get-v3-texts
 *
 * @param asOne whether one edition is asked for: the first, and what the others hold is reported.
 */
export function readSefaria(value: unknown, asOne = false): IngestedDocument | null {
  const parsed = schema.safeParse(value);
  if (!parsed.success) return null;
  const given = parsed.data;
  const title = given.title ?? given.ref;
  const whole = given.ref == null && typeof given.text === 'string';
  if (!title || whole) return null;
  const versions = versionsOf(given, title);
  if (versions.length === 0) return null;
  const losses = new Losses();
  for (const each of given.versions ?? []) {
    if (Array.isArray(each)) losses.add('names of the versions in it', undefined, each.join(' '));
  }
  if (asOne) {
    for (const other of versions.slice(1)) losses.add('other versions', undefined, textOf(other));
    versions.length = 1;
  }
  const read = versions.map(({ text }) => readVersion(text, given, losses));
  const sigla = distinct(
    versions.map(({ metadata }, k) => siglumFrom(metadata.language ?? '', `version-${k + 1}`)),
  );
  const editions = read.map(
    ({ segments }, k): EditionDraft => ({
      ...versions[k].metadata,
      ...(read.length > 1 ? { siglum: sigla[k] } : {}),
      segments,
      warnings: k === 0 ? losses.warnings() : [],
    }),
  );
  return { title, editions, ...(read.length > 1 ? { rows: rowsOf(read) } : {}) };
}

/** The versions that hold words, each with what is known of it. */
function versionsOf(given: Given, title: string): Version[] {
  const version = (text: Nested | undefined, known: Record<string, unknown>): Version[] => {
    if (text === undefined || !hasWords(text)) return [];
    const named = Object.entries({ title, ...known }).flatMap(([name, each]) =>
      typeof each === 'string' ? [[name, each]] : [],
    );
    return [{ text, metadata: metadataFrom(Object.fromEntries(named)) }];
  };
  const own = (each: Record<string, unknown>) => ({
    source: each.versionTitle,
    licence: each.license,
    url: each.versionSource,
    language: each.language,
  });
  return [
    // What stands beside the Hebrew, where no other language is named, is the English.
    ...version(given.text, {
      ...own(given),
      language: given.language ?? (given.he === undefined ? undefined : 'en'),
    }),
    ...version(given.he, {
      source: given.heVersionTitle,
      licence: given.heLicense,
      url: given.heVersionSource,
      language: 'he',
    }),
    ...(given.versions ?? []).flatMap((each) =>
      Array.isArray(each) ? [] : version(each.text, own(each)),
    ),
  ];
}

function hasWords(node: Nested): boolean {
  if (typeof node === 'string') return node.trim() !== '';
  return node !== null && Object.values(node).some(hasWords);
}

function textOf({ text }: Version): string {
  const found: string[] = [];
  const look = (node: Nested): void => {
    if (typeof node === 'string') found.push(plainSefaria(node, new Losses()));
    else if (node !== null) Object.values(node).forEach(look);
  };
  look(text);
  return found.join(' ');
}

/** How many numbers the place of a verse has within a text. */
const depthOf = (node: Nested): number =>
  Array.isArray(node) ? 1 + Math.max(0, ...node.map(depthOf)) : 0;

function readVersion(text: Nested, { sections, textDepth }: Given, losses: Losses): Read {
  const identify = createIdentifier();
  const read: Read = { segments: [], keys: [] };
  const add = (key: string, segment: Omit<Segment, 'id' | 'spans'>) => {
    read.segments.push({ id: identify(segment.kind, segment.text), ...segment, spans: [] });
    read.keys.push(key);
  };
  const heading = (name: string, level: number) => {
    add(`heading ${name}`, { kind: 'heading', level: Math.min(6, level), text: name });
  };
  // A part of a text: the chapters that it stands in, and the numbers at which it begins.
  const place = (sections ?? []).map(String);
  const within = Math.max(0, (textDepth ?? place.length + depthOf(text)) - depthOf(text));
  const visit = (
    node: Nested,
    names: string,
    path: readonly string[],
    starts: readonly string[],
  ): void => {
    const level = path.length + 1;
    if (node === null) return;
    if (typeof node === 'string') {
      const plain = plainSefaria(node, losses);
      const label = path.join(':');
      if (plain === '') return;
      add(`${names}${label}`, { kind: 'paragraph', ...(label ? { label } : {}), text: plain });
    } else if (Array.isArray(node)) {
      let number = starts[0] ?? '1';
      node.forEach((child, k) => {
        const inner = [...path, number];
        // A chapter: what holds verses.
        if (Array.isArray(child) && child.some((each) => typeof each === 'string' && each !== '')) {
          heading(inner.join(':'), level);
        }
        visit(child, names, inner, k === 0 ? starts.slice(1) : []);
        number = following(number);
      });
    } else {
      for (const [name, child] of Object.entries(node)) {
        if (name !== '' && name !== 'default') heading(name, level);
        visit(child, `${names}${name}/`, [], []);
      }
    }
  };
  visit(text, '', place.slice(0, within), place.slice(within));
  return read;
}

/** The number after another; leaves of the Talmud have two sides, 2a and 2b. */
function following(number: string): string {
  const [, leaf, side] = /^(\d+)([ab]?)$/.exec(number) ?? [];
  if (side === 'a') return `${leaf}b`;
  return `${Number(leaf ?? number) + 1}${side === 'b' ? 'a' : ''}`;
}

/** Which segments have one place, in the order of all versions. */
function rowsOf(read: readonly Read[]): number[][][] {
  const byKey = read.map(({ keys }) => new Map(keys.map((key, index) => [key, index])));
  let order: string[] = [];
  read.forEach(({ keys }, k) => {
    const known = new Set(order);
    const merged: string[] = [];
    let next = 0;
    for (const key of order) {
      const at = byKey[k].get(key) ?? -1;
      for (; next < at; next++) if (!known.has(keys[next])) merged.push(keys[next]);
      merged.push(key);
    }
    order = [...merged, ...keys.slice(next).filter((key) => !known.has(key))];
  });
  return order.map((key) =>
    byKey.map((own) => {
      const index = own.get(key);
      return index === undefined ? [] : [index];
    }),
  );
}
