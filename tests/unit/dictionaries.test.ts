import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { dictionaryIndexFolder } from '../../lib/cache/tidy';
import { renderingsInDictionaries } from '../../lib/compare/dictionary-job';
import { contentHash } from '../../lib/core/hash';
import { dictionariesFor, dictionariesMark, lookUpWord } from '../../lib/dictionaries/dictionaries';
import { findDictionaries } from '../../lib/dictionaries/find-dictionaries';
import { languagePair } from '../../lib/dictionaries/language-pair';
import { readDictionary } from '../../lib/dictionaries/read-dictionary';
import { renderingsOf } from '../../lib/dictionaries/renderings';

const home = mkdtempSync(path.join(tmpdir(), 'variorum-dictionaries-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

let library: string;
let count = 0;
beforeEach(() => {
  library = path.join(home, `library-${count++}`);
  mkdirSync(path.join(library, 'dictionaries'), { recursive: true });
  process.env.VARIORUM_LIBRARY = library;
  // The library's own, and none of the system.
  process.env.VARIORUM_DICTIONARIES = path.join(home, 'none');
  // What was found a moment ago is looked for again.
  vi.spyOn(performance, 'now').mockReturnValue(count * 1e6);
});
afterEach(() => {
  vi.restoreAllMocks();
  delete process.env.VARIORUM_LIBRARY;
  process.env.VARIORUM_DICTIONARIES = 'off';
});
const put = (name: string, content: string | Buffer) => {
  const file = path.join(library, 'dictionaries', name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
};
const readFirst = () => {
  const [dictionary] = findDictionaries().dictionaries;
  return { dictionary, ...readDictionary(dictionary) };
};

const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const number = (value: number): string =>
  (value >= 64 ? number(Math.floor(value / 64)) : '') + base64[value % 64];

/** Bodies as a dictd database. */
function dictd(bodies: Record<string, string>): { index: string; text: Buffer } {
  let index = '';
  let text = Buffer.alloc(0);
  for (const [head, body] of Object.entries(bodies)) {
    const bytes = Buffer.from(body);
    index += `${head}\t${number(text.length)}\t${number(bytes.length)}\n`;
    text = Buffer.concat([text, bytes]);
  }
  return { index, text };
}

function starDict(entries: Record<string, string>): { index: Buffer; text: Buffer } {
  let text = Buffer.alloc(0);
  const index = Object.entries(entries).map(([head, body]) => {
    const bytes = Buffer.from(body);
    const numbers = Buffer.alloc(8);
    numbers.writeUInt32BE(text.length, 0);
    numbers.writeUInt32BE(bytes.length, 4);
    text = Buffer.concat([text, bytes]);
    return Buffer.concat([Buffer.from(`${head}\0`), numbers]);
  });
  return { index: Buffer.concat(index), text };
}

const house = [
  { head: 'house', renderings: ['maison', 'foyer'] },
  { head: 'red wine', renderings: ['vin rouge'] },
];

describe('dictionaries are read', () => {
  test('as lists of words, of MUSE and of hunalign', () => {
    put(
      'en-fr.tsv',
      '# Licence: CC BY-SA 4.0\nhouse\tmaison\nhouse foyer\n\nvin rouge @ red wine\n',
    );
    const { entries, licence, dictionary } = readFirst();
    expect(dictionary).toMatchObject({ from: 'en', to: 'fr', format: 'tsv' });
    expect(licence).toBe('CC-BY-SA-4.0');
    expect(entries).toEqual([
      { head: 'house', renderings: ['maison'] },
      { head: 'house', renderings: ['foyer'] },
      { head: 'red wine', renderings: ['vin rouge'] },
    ]);
  });

  test.each([false, true])('of dictd, packed: %s', (packed) => {
    const { index, text } = dictd({
      '00databaseshort': '00-database-short\n    Small English-French ver. 1\n',
      '00databaseinfo':
        '00-database-info\nAvailable under the terms of the GNU General Public License ver. 2.0 and\n any later version.\n',
      house:
        'house /haʊs/ <n>\n1. maison <fem>, foyer [arch.]\n   Synonym: {home}\n\n see: {houses}\n',
      'red wine':
        'red wine /ɹɛd waɪn/\nvin rouge (boisson)\n      "red wine stains"  - le vin rouge tache\n',
    });
    put('freedict-eng-fra.index', index);
    put(`freedict-eng-fra.dict${packed ? '.dz' : ''}`, packed ? gzipSync(text) : text);
    const { entries, title, licence } = readFirst();
    expect({ entries, title, licence }).toEqual({
      entries: house,
      title: 'Small English-French ver. 1',
      licence: 'GPL-2.0-or-later',
    });
  });

  test('of StarDict, with markup', () => {
    const { index, text } = starDict({
      house: '<b>1.</b> maison, foyer',
      'red wine': 'vin rouge<br>(boisson)',
    });
    put(
      'en-fr/en-fr.ifo',
      `StarDict's dict ifo file\nversion=2.4.2\nbookname=Small\nsametypesequence=h\n`,
    );
    put('en-fr/en-fr.idx', index);
    put('en-fr/en-fr.dict', text);
    const { entries, title } = readFirst();
    expect(title).toBe('Small');
    expect(entries.map(({ head }) => head)).toEqual(['house', 'red wine']);
    expect(entries[0].renderings).toEqual(['maison', 'foyer']);
    expect(entries[1].renderings).toEqual(['vin rouge']);
  });

  test('of FreeDict, in TEI', () => {
    put(
      'eng-fra.tei',
      `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Small</title></titleStmt>
       <publicationStmt><availability><p>GNU General Public License 3.0 or later</p></availability></publicationStmt></fileDesc></teiHeader>
       <text><body><entry><form><orth>house</orth><pron>haʊs</pron></form>
       <sense><cit type="trans"><quote>maison</quote></cit><cit type="trans"><quote>foyer</quote></cit>
       <cit type="example"><quote>a big house</quote><cit type="trans"><quote>une grande maison de campagne au bord de la mer</quote></cit></cit></sense></entry>
       <entry><form><orth>red wine</orth></form><sense><cit type="trans"><quote>vin rouge</quote></cit></sense></entry></body></text></TEI>`,
    );
    const { entries, title, licence } = readFirst();
    expect({ entries, title, licence }).toEqual({
      entries: house,
      title: 'Small',
      licence: 'GPL-3.0-or-later',
    });
  });

  test.each([
    ['1. tige <fem>, queue [bot.]; pédoncule (long) /tiʒ/', ['tige', 'queue', 'pédoncule']],
    ['il y a ...', ['il y a']],
    ['an explanation of more than five words is not a rendering', []],
  ])('in short expressions: %s', (line, expected) => {
    expect(renderingsOf(line)).toEqual(expected);
  });

  test.each([
    ['en-fr', 'en', 'fr'],
    ['freedict-eng-deu', 'en', 'de'],
    ['my_zh_en.2024', 'zh', 'en'],
  ])('for the languages that their names give: %s', (name, from, to) => {
    expect(languagePair(name)).toEqual({ from, to });
  });
});

describe('dictionaries that cannot be used', () => {
  test('are reported with what to do, and stop nothing', async () => {
    put('words.tsv', 'a\tb\n');
    put('en-fr.index', 'house\tA\tQ\n');
    put('en-de.ifo', 'not StarDict');
    const { dictionaries, problems } = findDictionaries();
    expect(problems.map(({ message }) => message)).toEqual([
      'the name of the dictionary does not say its languages',
    ]);
    for (const dictionary of dictionaries) {
      expect(() => readDictionary(dictionary)).toThrow(
        /missing beside it|does not begin as an .ifo/,
      );
    }
    const text = (language: string) => ({ language, texts: ['house'] });
    expect(await renderingsInDictionaries({ a: text('en'), b: text('fr') })).toEqual([]);
    expect(dictionariesFor('en', 'fr')).toEqual([]);
  });

  test('are none where they are switched off', () => {
    put('en-fr.tsv', 'house\tmaison\n');
    process.env.VARIORUM_DICTIONARIES = 'off';
    expect(findDictionaries().dictionaries).toEqual([]);
  });
});

describe('dictionaries serve', () => {
  const texts = {
    a: { language: 'en', texts: ['The houses were burning.'] },
    b: { language: 'fr', texts: ['Les maisons brûlaient.'] },
  };

  test('alignment with pairs of words of both texts, in either direction', async () => {
    put('fr-en.tsv', 'maison\thouse\nbrûler\tburn\ncheval\thorse\n');
    const found = await renderingsInDictionaries(texts);
    expect(found.map(([a, b]) => [a, b]).sort()).toEqual([
      ['burn', 'brul'],
      ['hous', 'maison'],
    ]);
    const turned = await renderingsInDictionaries({ a: texts.b, b: texts.a });
    expect(turned.map(([a, b]) => [b, a]).sort()).toEqual(found.map(([a, b]) => [a, b]).sort());
  });

  test('under another mark when one is added or changed', () => {
    expect(dictionariesMark('en', 'fr')).toBe('');
    put('en-fr.tsv', 'house\tmaison\n');
    vi.mocked(performance.now).mockReturnValue(count * 1e6 + 6000);
    const first = dictionariesMark('en', 'fr');
    expect(first).not.toBe('');
    expect(dictionariesMark('fr', 'en')).toBe(first);
    expect(dictionariesMark('en', 'de')).toBe('');
    put('en-fr.tsv', 'house\tmaison\nhorse\tcheval\n');
    vi.mocked(performance.now).mockReturnValue(count * 1e6 + 12000);
    expect(dictionariesMark('en', 'fr')).not.toBe(first);
  });

  test('readers who look a word up, inflected or not, among many entries', async () => {
    const many = Array.from(
      { length: 5000 },
      (_, k) => `word${contentHash(String(k), 'name')}\tmot${k}`,
    );
    put('en-fr.tsv', [...many, 'house\tmaison', 'house\tfoyer', 'red wine\tvin rouge'].join('\n'));
    const [house] = await lookUpWord('Houses', 'en', ['fr-CA', 'zh']);
    expect(house).toMatchObject({ head: 'house', renderings: ['maison', 'foyer'], to: 'fr' });
    expect((await lookUpWord('red wine', 'en', ['fr']))[0].renderings).toEqual(['vin rouge']);
    for (const k of [0, 17, 2500, 4999]) {
      const word = `word${contentHash(String(k), 'name')}`;
      expect((await lookUpWord(word, 'en', ['fr']))[0]?.renderings).toEqual([`mot${k}`]);
    }
    expect(await lookUpWord('zzzz', 'en', ['fr'])).toEqual([]);
    expect(await lookUpWord('house', 'en', ['de'])).toEqual([]);
  });

  test('from lists that are made anew when they are damaged', async () => {
    put('en-fr.tsv', 'house\tmaison\n');
    expect(await lookUpWord('house', 'en', ['fr'])).toHaveLength(1);
    const [{ stamp }] = findDictionaries().dictionaries;
    const list = path.join(dictionaryIndexFolder(), `v1-${stamp}.entries`);
    expect(existsSync(list)).toBe(true);
    writeFileSync(list, 'half a li');
    expect(await lookUpWord('house', 'en', ['fr'])).toHaveLength(1);
  });
});

const installed = existsSync('/usr/share/dictd/freedict-eng-fra.index');
test.skipIf(!installed)('the dictionaries of FreeDict that Debian has', async () => {
  process.env.VARIORUM_DICTIONARIES = '/usr/share/dictd';
  const [{ renderings, head }] = await lookUpWord('towns hall', 'en', ['fr']);
  expect([head, renderings]).toEqual(['town hall', ['hôtel de ville']]);
  const found = await renderingsInDictionaries({
    a: { language: 'en', texts: ['The fleet left the town with the hay.'] },
    b: { language: 'fr', texts: ['La flotte quitta la ville avec le foin.'] },
  });
  expect(found.map(([a, b]) => `${a}–${b}`)).toEqual(
    expect.arrayContaining(['fleet–flott', 'hai–foin', 'town–vill']),
  );
});
