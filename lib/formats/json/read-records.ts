import type { IngestedDocument } from '../document';
import { nameOfColumn } from '../parallel';
import { tableDocument } from '../table';
import { isObject, type Json } from './plain-words';

/** What fields with a text are called beside the languages that they are in. */
const sides = /^(?:source|target|src|tgt|original|translation|text|原文|译文|譯文)$/i;

/**
 * Reads records with a text in several languages as a table, a field a column:
 * `[{"en": "…", "fr": "…"}]`, also where each has them in its `translation`. Null for other JSON.
 */
export function readRecords(value: unknown, name: string): IngestedDocument | null {
  const records = Array.isArray(value) ? value : [value];
  const rows = records.map((record) =>
    isObject(record) && Object.keys(record).length === 1 && isObject(record.translation)
      ? record.translation
      : record,
  );
  if (rows.length === 0 || !rows.every(isFlat)) return null;
  const heads = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const texts = heads.filter((head) => sides.test(head) || nameOfColumn(head).language);
  if (texts.length < 2) return null;
  return tableDocument(
    [heads, ...rows.map((row) => heads.map((head) => String(row[head] ?? '')))],
    name,
  );
}

const isFlat = (value: unknown): value is Json =>
  isObject(value) &&
  Object.values(value).every(
    (each) => each === null || /^(?:string|number|boolean)$/.test(typeof each),
  );
