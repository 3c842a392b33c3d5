import { z } from 'zod';
import { InputError } from '../../core/errors';
import { decodeUtf8 } from '../../core/files';
import { readJson } from '../../core/json';
import { frontMatterSchema } from '../../edition/metadata';
import { spanKinds } from '../../edition/model';
import { hasWitnesses, parseWitnesses } from '../collatex/read';
import type { GivenFile, IngestedDocument } from '../document';
import { distinct, siglumFrom } from '../parallel';
import { readPlainText } from '../text/plain-text';
import { readBilara } from './read-bilara';
import { readPoems } from './read-poems';
import { readRecords } from './read-records';
import { readSefaria } from './read-sefaria';
import { readUsj } from './read-usj';
import { readVerses } from './read-verses';

const span = z.object({
  kind: z.enum(spanKinds),
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  language: z.string().optional(),
  target: z.string().optional(),
});
const segment = z.object({
  id: z.string().min(1),
  kind: z.enum(['paragraph', 'heading', 'item', 'verse', 'footnote', 'row']),
  level: z.number().int().min(1).max(6).optional(),
  label: z.string().optional(),
  text: z.string(),
  spans: z.array(span).default([]),
});
const exported = z.object({
  work: z.object({ title: z.string(), names: z.array(z.array(z.string())).optional() }),
  editions: z
    .array(frontMatterSchema.extend({ siglum: z.string(), segments: z.array(segment) }))
    .min(1),
  alignment: z.object({
    editions: z.array(z.string()),
    rows: z.array(z.object({ cells: z.array(z.array(z.string())) })),
  }),
});

/** Reads the project's own JSON export, or the witnesses of CollateX. */
export function readJsonDocument({ bytes, name, asOne }: GivenFile): IngestedDocument {
  const text = decodeUtf8(bytes, name).replace(/^\uFEFF/, '');
  const value = /\.(?:jsonl|ndjson)$/i.test(name) ? readLines(text, name) : readJson(text, name);
  if (hasWitnesses(value)) return fromWitnesses(text, name);
  const other =
    readBilara(value, name) ??
    readSefaria(value, asOne) ??
    readUsj(value) ??
    readVerses(value) ??
    readPoems(value) ??
    readRecords(value, name);
  if (other) return other;
  const parsed = exported.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    // One that lacks all of it is not a damaged export, but something else.
    const ours = typeof value === 'object' && value !== null && 'work' in value;
    const reason = ours
      ? `“${issue.path.join('.')}”: ${issue.message}`
      : 'the JSON is not in a form that is read';
    throw new InputError(reason, {
      file: name,
      remedy:
        'give a work exported as JSON, witnesses of CollateX, a text of SuttaCentral or Sefaria, USJ, books with chapters and verses, poems with paragraphs, or records with a text in each language',
    });
  }
  const { work, editions, alignment } = parsed.data;
  const indices = alignment.editions.map((siglum) => {
    const edition = editions.find((each) => each.siglum === siglum);
    return new Map(edition?.segments.map(({ id }, index) => [id, index]));
  });
  const column = new Map(alignment.editions.map((siglum, k) => [siglum, k]));
  return {
    title: work.title,
    names: work.names,
    editions: editions.map((edition) => ({ ...edition, warnings: [] })),
    rows: alignment.rows.map(({ cells }) =>
      editions.map(({ siglum }) => {
        const k = column.get(siglum);
        return k === undefined ? [] : (cells[k] ?? []).flatMap((id) => indices[k].get(id) ?? []);
      }),
    ),
  };
}

/** A value on each line. */
function readLines(text: string, name: string): unknown[] {
  return text.split('\n').flatMap((line, k) => {
    if (line.trim() === '') return [];
    try {
      return [JSON.parse(line)];
    } catch {
      throw new InputError('the line is not valid JSON', {
        file: name,
        line: k + 1,
        remedy: 'look for a missing comma, quote or bracket there',
      });
    }
  });
}

function fromWitnesses(text: string, name: string): IngestedDocument {
  const witnesses = parseWitnesses(text, name);
  const sigla = distinct(witnesses.map(({ id }, k) => siglumFrom(id, `W${k + 1}`)));
  return {
    editions: witnesses.map(({ content, tokens }, k) => ({
      siglum: sigla[k],
      segments: readPlainText(content ?? (tokens ?? []).map(({ t }) => t).join('')).segments,
      warnings: tokens?.some(({ n }) => n !== undefined)
        ? [{ message: 'not kept: the normal forms of tokens' }]
        : [],
    })),
  };
}
