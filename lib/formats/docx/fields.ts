import type { Losses } from '../document';
import { type Change, changed, tag } from './containers';
import { signedRuby } from './ruby-signs';

interface Field {
  /** What tells Word what to show: “EQ …”. */
  code: string;
  /** Whether its code has ended, so that what it shows follows. */
  separated: boolean;
  /** Whether it shows words. */
  shows: boolean;
  /** The field in the code of which it stands, if any. */
  within: Field | undefined;
  /** The words of fields within its code. */
  codeWords: Change[];
  /** The element that it is, where it is one: `w:fldSimple`. */
  simple?: Change;
}

/**
 * A part of a Word document with what its fields show in place of them. Mammoth keeps all words
 * within a field, also those of a field in the code of another, and none of a field that shows what
 * its code spells out, as readings over words (EQ).
 */
export function withFieldsShown(xml: string, losses: Losses): string {
  const open: Field[] = [];
  const changes: Change[] = [];
  const begin = (given: Partial<Field>): Field => {
    const around = open.at(-1);
    const within = around?.separated ? around.within : around;
    const field = { code: '', separated: false, shows: false, within, codeWords: [], ...given };
    open.push(field);
    return field;
  };
  const end = (field: Field): string => {
    changes.push(...field.codeWords);
    const around = open.at(-1);
    if (around?.separated && field.shows) around.shows = true;
    return field.shows || field.within ? '' : shownBy(field.code, losses);
  };
  let inner = 0;
  for (const { 0: whole, 1: closes, 2: name, 3: attributes, 4: empty, index } of xml.matchAll(
    tag,
  )) {
    const after = index + whole.length;
    if (name === 'w:fldSimple') {
      const removed = { start: index, end: after, by: '' };
      if (!closes) {
        const code = /\bw:instr\s*=\s*("[^"]*"|'[^']*')/.exec(attributes)?.[1].slice(1, -1);
        begin({ code, separated: true, simple: removed });
        if (!empty) continue;
      }
      while (open.length > 0 && !open.at(-1)!.simple) open.pop();
      const field = open.pop();
      const words = field ? end(field) : '';
      if (field?.simple && !empty) changes.push(field.simple);
      changes.push({ ...removed, by: words === '' ? '' : `<w:r>${words}</w:r>` });
    } else if (name === 'w:fldChar' && !closes) {
      const type = /\bw:fldCharType\s*=\s*["'](\w+)/.exec(attributes)?.[1];
      const field = open.at(-1);
      if (type === 'begin') begin({});
      else if (!field || field.simple) continue;
      else if (type === 'separate') field.separated = true;
      else if (type === 'end') {
        open.pop();
        const words = end(field);
        if (words !== '') changes.push({ start: after, end: after, by: words });
      }
    } else if (name === 'w:t' || name === 'w:instrText') {
      if (!closes) inner = after;
      else take(xml.slice(inner, index), { start: inner, end: index, by: '' }, name, open.at(-1));
    }
  }
  return changed(xml, changes);
}

/** Adds words to what is known of the field in which they stand. */
function take(text: string, words: Change, name: string, field: Field | undefined): void {
  if (!field) return;
  if (name === 'w:instrText') {
    if (!field.separated) field.code += text;
  } else {
    if (field.separated && text.trim() !== '') field.shows = true;
    if (field.within) field.within.codeWords.push(words);
  }
}

const argument = '((?:\\\\.|[^()\\\\])*)';
/** A reading over words, as Word’s phonetic guide writes it. */
const phonetic = new RegExp(
  `\\\\o(?:\\s*\\\\a[cdlr])?\\s*\\(\\s*\\\\s\\s*\\\\up\\s*-?\\d+\\s*\\(${argument}\\)\\s*[,;]\\s*${argument}\\)\\s*$`,
  'i',
);
const enclosed = /\\o\s*\\ac\s*\(\s*([○◯〇□△◇])\s*[,;]\s*([^()]+?)\s*\)\s*$/i;

/** What a field shows of which nothing is shown in the file, as an element of a run. */
function shownBy(code: string, losses: Losses): string {
  const [, name, rest] = /^\s*(\w+)\s*([\s\S]*)$/.exec(code) ?? [];
  const words = (text: string) => `<w:t xml:space="preserve">${text}</w:t>`;
  const plain = (text: string) => text.replace(/\\(.)/g, '$1').trim();
  // A button: its words follow the name of what it does.
  if (/^(?:MACROBUTTON|GOTOBUTTON)$/i.test(name)) {
    const label = /^\S+\s+([\s\S]*)$/.exec(rest)?.[1] ?? '';
    return label === '' ? '' : words(label);
  }
  if (!/^EQ$/i.test(name)) return '';
  const ruby = phonetic.exec(rest);
  if (ruby) return words(signedRuby(plain(ruby[2]), plain(ruby[1])));
  const around = enclosed.exec(rest);
  if (around) {
    losses.add('signs around letters', undefined, around[1]);
    return words(plain(around[2]));
  }
  losses.add('formulas', undefined, rest);
  return '';
}
