import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { parseDate } from './dates';
import type { Warning } from './model';

/**
 * The loose header of the archive: no front matter, but paragraphs such as
 *
 *     1949
 *
 *     Speeches/Documents
 *
 *     **Title:** Telegram to Liu
 *
 *     **Date:** December
 *     18,1949
 *
 * before the text. It is typed by hand, so values are corrected where that is certain:
 * broken lines are joined, stray full stops dropped, an unmatched bracket removed.
 */
export interface ArchiveHeader {
  title?: string;
  author?: string;
  translator?: string;
  date?: string;
  source?: string;
  url?: string;
  description?: string;
  language?: string;
  category?: string;
  warnings: Warning[];
  /** Index of the first block after the header. */
  length: number;
}

const fieldName =
  /^\s*(title|author|authors|translator|translated by|date|source|sources|description|language|category|keywords|subject|transcription|url)\s*:?\s*$/i;

interface Field {
  name: string;
  value: string;
  url?: string;
  line?: number;
}

/** @returns the header, or null when the document does not begin with one. */
export function readArchiveHeader(root: Root): ArchiveHeader | null {
  const fields: Field[] = [];
  const bare: string[] = [];
  let length = 0;
  for (const [index, block] of root.children.entries()) {
    const found = block.type === 'paragraph' ? fieldsOf(block) : [];
    if (found.length > 0) {
      fields.push(...found);
      length = index + 1;
    } else if (fields.length === 0 && bare.length < 6 && isBareLine(block)) {
      bare.push(textOf(block).trim());
    } else break;
  }
  if (fields.length === 0) return null;

  const header: ArchiveHeader = { warnings: [], length };
  const year = bare.find((line) => /^\d{4}$/.test(line));
  const category = bare.find((line) => !/^\d{4}$/.test(line));
  if (category) header.category = category;
  for (const field of fields) put(header, field, year);
  if (!header.date && year) header.date = year;
  return header;
}

function put(header: ArchiveHeader, field: Field, year: string | undefined): void {
  const value = tidy(field.value);
  if (field.url) header.url ??= field.url;
  if (value === '') return;
  switch (field.name.toLowerCase()) {
    case 'title':
      header.title = value;
      break;
    case 'author':
    case 'authors':
      header.author = personName(value);
      break;
    case 'translator':
    case 'translated by':
      header.translator = personName(value);
      break;
    case 'date': {
      const date = parseDate(value, year);
      if (date) header.date = date;
      else
        header.warnings.push({
          line: field.line,
          message: `the date “${value}” could not be read; write it as 1949-12-18`,
        });
      break;
    }
    case 'source':
    case 'sources':
      header.source = value;
      break;
    case 'language':
      header.language = value;
      break;
    case 'url':
      header.url = value;
      break;
    default:
      header.description = header.description ? `${header.description} ${value}` : value;
  }
}

/** The fields of a paragraph: each bold name and what follows it, up to the next. */
function fieldsOf(paragraph: Paragraph): Field[] {
  const fields: Field[] = [];
  let current: Field | null = null;
  for (const [index, node] of paragraph.children.entries()) {
    const name = node.type === 'strong' ? fieldName.exec(textOf(node)) : null;
    const next = paragraph.children[index + 1];
    const colon = /:\s*$/.test(textOf(node)) || (next?.type === 'text' && /^\s*:/.test(next.value));
    if (name && colon) {
      current = { name: name[1], value: '', line: node.position?.start.line };
      fields.push(current);
    } else if (!current) {
      return []; // text before the first name: an ordinary paragraph
    } else if (node.type === 'link' && isAutolink(node)) {
      current.url ??= node.url;
    } else {
      current.value += node.type === 'break' ? ' ' : textOf(node);
    }
  }
  return fields;
}

function isAutolink(node: PhrasingContent): boolean {
  return node.type === 'link' && textOf(node).replace(/^mailto:/, '') === node.url;
}

/** A line that stands alone above the fields, such as a year or a heading of the archive. */
function isBareLine(block: RootContent): boolean {
  if (block.type !== 'paragraph' && block.type !== 'heading') return false;
  const text = textOf(block).trim();
  return text.length > 0 && text.length <= 60 && !/[.!?。]$/.test(text) && !text.includes('\n');
}

/** Joins lines, drops stray punctuation and unmatched brackets, sets page ranges right. */
function tidy(value: string): string {
  const joined = value
    .replace(/\s+/g, ' ')
    .replace(/^[\s:.,;]+/, '')
    .replace(/\b(pp?|vol|no)\.(?=\d)/gi, '$1. ')
    .replace(/(\d)\s*[-–]\s+(?=\d)|(\d)\s+[-–]\s*(?=\d)/g, '$1$2–')
    .trim();
  return balance(joined).trim();
}

/** Removes brackets that have no partner. */
function balance(text: string): string {
  const partner: Record<string, string> = { ')': '(', ']': '[' };
  const open: { character: string; at: number }[] = [];
  const stray = new Set<number>();
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '(' || character === '[') open.push({ character, at });
    else if (partner[character]) {
      if (open.at(-1)?.character === partner[character]) open.pop();
      else stray.add(at);
    }
  }
  for (const { at } of open) stray.add(at);
  // By code unit, as the offsets are: surrogate halves are never brackets, so none is parted.
  return Array.from({ length: text.length }, (_, at) => (stray.has(at) ? '' : text[at])).join('');
}

const particles = new Set([
  'de',
  'del',
  'della',
  'di',
  'da',
  'du',
  'la',
  'le',
  'van',
  'von',
  'der',
  'den',
  'bin',
  'ibn',
  'al',
  'and',
  'of',
  'the',
  'y',
  'e',
  'et',
]);

/** Capitalises the words of a name that lost their capitals: "Mao zedong" → "Mao Zedong". */
function personName(value: string): string {
  return value
    .replace(/[.;,]+$/, '')
    .split(' ')
    .map((word) =>
      /^\p{Ll}/u.test(word) && !particles.has(word)
        ? word[0].toLocaleUpperCase('en') + word.slice(1)
        : word,
    )
    .join(' ');
}
