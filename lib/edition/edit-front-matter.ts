import { parseDocument } from 'yaml';
import { InputError } from '../core/errors';
import { check } from '../core/json';
import { type FrontMatter, frontMatterSchema } from './metadata';

/** Fields to set; `null` takes a field out. */
export type FrontMatterEdit = { [Name in keyof FrontMatter]?: FrontMatter[Name] | null };

const block = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)---[ \t]*(?:\r?\n|$)/;

/**
 * Sets fields of an edition's YAML front matter. Other fields, comments and the text stay as they
 * are; a file without front matter gets one.
 *
 * @throws InputError for values that a field cannot have, and for front matter of another form.
 */
export function editFrontMatter(source: string, edit: FrontMatterEdit): string {
  const given = Object.entries(edit).filter(([, value]) => value !== undefined);
  check(frontMatterSchema, Object.fromEntries(given.filter(([, value]) => value !== null)));
  if (given.length === 0) return source;
  if (/^\uFEFF?(\+\+\+|%)/.test(source)) {
    throw new InputError('the front matter of this edition is not YAML', {
      remedy: 'change it in the file itself, or write it between two lines of ---',
    });
  }
  const found = block.exec(source);
  const document = parseDocument(found?.[1] ?? '', { logLevel: 'error' });
  if (document.errors.length > 0) {
    throw new InputError('the front matter is not valid YAML', {
      remedy: 'correct the file first',
    });
  }
  for (const [name, value] of given) {
    if (value === null) document.delete(name);
    else document.set(name, value);
  }
  const eol = found?.[0].includes('\r\n') ? '\r\n' : '\n';
  const yaml = document.contents ? document.toString({ lineWidth: 0 }) : '';
  const rest = found ? source.slice(found[0].length) : `\n${source.replace(/^\uFEFF/, '')}`;
  return `${`---\n${yaml === '{}\n' ? '' : yaml}---\n`.replaceAll('\n', eol)}${rest}`;
}
