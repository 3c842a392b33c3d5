import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import labels from '../../app/i18n/export-labels.zh.json';
import { preferred } from '../../app/i18n/locales';
import { refusalIn, refusalLine } from '../../app/i18n/refusals';
import refusals from '../../app/i18n/refusals.zh.json';
import en from '../../app/messages/en.json';
import zh from '../../app/messages/zh.json';
import { englishLabels } from '../../lib/formats/labels';
import { filesUnder, refusalTexts, visitSource } from '../source-texts';
import { traditionalCatalogue } from '../traditional';

type Messages = { [name: string]: string | Messages };

function flat(messages: Messages, before = ''): Map<string, string> {
  return new Map(
    Object.entries(messages).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[before + name, value]] : [...flat(value, `${before}${name}.`)],
    ),
  );
}

/** Names and signs that are the same in every language. */
const alike =
  /^(details\.(bibtex|csl-json|apa|mla|gb7714)|download\.(epub|json|markdown|pdf|tei|xliff))$/;

/** The names in braces of a message, and of its marks; the branches of a plural are words. */
const placesOf = (message: string) =>
  [...message.replace(/(=\d+|one|other) \{/g, '').matchAll(/\{(\w+)|<(\w+)>/g)]
    .map(([, name, mark]) => name ?? mark)
    .sort();

describe('messages', () => {
  const [english, chinese] = [
    flat({ ...en, export: { ...englishLabels } }),
    flat({ ...zh, export: { ...labels, language: 'zh' } }),
  ];
  test('each language has the same, with the same places in them', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [name, message] of english) {
      const [ours, theirs] = [placesOf(message), placesOf(chinese.get(name)!)];
      expect(new Set(theirs), name).toEqual(new Set(ours));
    }
  });
  test('none is English in the Chinese interface', () => {
    const same = [...english].filter(
      ([name, message]) =>
        chinese.get(name) === message && /\p{L}/u.test(message.replace(/\{\w+\}/g, '')),
    );
    expect(same.map(([name]) => name).filter((name) => !alike.test(name))).toEqual([]);
  });
  test('only what speaks by their rules reads them: a build compiles them, so that they are not strings', () => {
    const readers = filesUnder('app', /\.tsx?$/).filter((file) =>
      /from '[./]*messages\/[\w-]+\.json'/.test(readFileSync(file, 'utf8')),
    );
    expect(readers).toEqual(['app/i18n/messages.d.ts']);
  });
  test('Chinese has the punctuation of Chinese', () => {
    const latin = [...chinese].filter(([, message]) =>
      /\p{Script=Han}[,;:!?()]|[,;!?()]\p{Script=Han}/u.test(message),
    );
    expect(latin).toEqual([]);
  });
});

/** Rooms and files whose refusals only a terminal or a program meets. */
const ofTerminal =
  /^lib\/(cli|site|accounts|api)\/|^lib\/store\/(backup|sync|transfer)|^lib\/formats\/(iiif|udhr|sword)\/|^lib\/(core\/check-settings|align\/bead-file)|^app\/api\/dts\//;

describe('the traditional script', () => {
  // `UPDATE_MESSAGES=1` writes the catalogues anew from those in simplified characters.
  test.each([
    ['app/messages/zh-Hant.json', zh],
    ['app/i18n/refusals.zh-Hant.json', refusals],
    ['app/i18n/export-labels.zh-Hant.json', labels],
  ])('%s has what the simplified one says', (file, catalogue) => {
    const made = `${JSON.stringify(traditionalCatalogue(catalogue), null, 2)}\n`;
    if (process.env.UPDATE_MESSAGES) writeFileSync(file, made);
    expect(readFileSync(file, 'utf8')).toBe(made);
  });
  test('is given to who asks for it', () => {
    const asked = (tag: string) => preferred(tag);
    expect(['zh-TW', 'zh-HK', 'zh-Hant', 'zh-Hant-MO'].map(asked)).toEqual(
      Array(4).fill('zh-Hant'),
    );
    expect(['zh', 'zh-CN', 'zh-Hans', 'zh-SG'].map(asked)).toEqual(Array(4).fill('zh'));
    expect(refusalIn('zh-Hant', 'choose two')).toBe('請選擇兩種');
  });
});

describe('refusals in Chinese', () => {
  test('the catalogue has all that a page can show', () => {
    const files = [...filesUnder('lib', /\.ts$/), ...filesUnder('app', /\.tsx?$/), 'proxy.ts'];
    const texts = files.filter((file) => !ofTerminal.test(file)).flatMap(refusalTexts);
    expect(texts.length).toBeGreaterThan(150);
    expect(texts.filter((text) => !(text in refusals))).toEqual([]);
  });
  test('what is said of the case stands in its place', () => {
    for (const [template, words] of Object.entries(refusals)) {
      const places = (text: string) => [...text.matchAll(/\{\d+\}/g)].map(String).sort();
      expect(places(words), template).toEqual(places(template));
    }
    expect(refusalIn('zh', '“Legge” of “tao” has been changed since you read it')).toBe(
      '您读取“tao”的“Legge”之后，它已改动',
    );
    expect(refusalIn('zh', 'nothing was saved: the disk is full')).toBe('未能保存：磁盘已满');
    expect(
      refusalIn(
        'zh',
        'a correction between “A” and “B” names a segment whose text has changed or gone (p1)',
      ),
    ).toBe('“A”与“B”之间的一条更正所指的段落已改动或已不存在（p1）');
    expect(refusalIn('zh', 'the regular expression is not sound: missing closing ): `(a`')).toBe(
      '正则表达式有误：缺少右括号“)”：`(a`',
    );
    expect(refusalIn('zh', 'choose from zh, en, en-literal')).toBe('可选：zh、en、en-literal');
    expect(refusalIn('zh', 'a sentence of no catalogue')).toBeNull();
  });
  test('in one line', () => {
    const refusal = { message: 'the file is empty', file: 'a.md', line: 1, remedy: 'give another' };
    expect(refusalLine('en', refusal)).toBe('a.md:1: the file is empty; give another');
    expect(refusalLine('zh', refusal)).toBe('a.md:1：文件是空的；请再给出一份');
  });
});

/** Attributes that are read out or shown. */
const spoken = /^(aria-label|aria-description|aria-roledescription|title|placeholder|alt|label)$/;
/** What is called so in every language. */
const names = new Set(['Variorum', 'Ctrl K']);

test('components say nothing of their own: it stands in the messages', () => {
  const found: string[] = [];
  for (const file of filesUnder('app', /\.tsx$/)) {
    const note = (text: string) => {
      if (/\p{L}/u.test(text) && !names.has(text.trim())) found.push(`${file}: ${text.trim()}`);
    };
    visitSource(file, (node) => {
      if (node.type === 'JSXText') note(node.value);
      if (node.type !== 'JSXAttribute' || !spoken.test(String(node.name.name))) return;
      const value =
        node.value?.type === 'JSXExpressionContainer' ? node.value.expression : node.value;
      if (value?.type === 'StringLiteral') note(value.value);
      if (value?.type === 'TemplateLiteral') note(value.quasis.map((q) => q.value.raw).join(''));
    });
  }
  expect(found).toEqual([]);
});
