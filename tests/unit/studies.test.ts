import { describe, expect, test } from 'vitest';
import { findSlips } from '../../lib/collate/slips';
import type { Edition, Work } from '../../lib/edition/model';
import { readDeclaration } from '../../lib/formats/udhr/read';
import { denialsIn } from '../../lib/language/negation';
import { quantities } from '../../lib/language/quantities';
import { checkList } from '../../lib/studies/check-list';
import { collateWork } from '../../lib/studies/collation';
import { computeStatistics } from '../../lib/studies/compute-statistics';
import { findTerm, frequentTerms } from '../../lib/studies/find-term';
import { isNamed } from '../../lib/studies/is-named';
import { renderingsOf } from '../../lib/studies/renderings';
import { workStatistics } from '../../lib/studies/statistics';
import { statisticsTables, tableCsv } from '../../lib/studies/statistics-csv';
import { findEdition, loadWork } from '../../lib/works/load';

const { work } = await loadWork('telegram-to-liu', 'editions');
const edition = (siglum: string) => work.editions.find((each) => each.siglum === siglum)!;

describe('renderings', () => {
  test('a term is found everywhere, and so are its renderings', async () => {
    const { places, translations } = await renderingsOf(work, edition('zh'), '条约');
    expect(places).toBe(8);
    const en = translations.find(({ siglum }) => siglum === 'en')!;
    // A treaty in a sentence that is linked with doubt is found by the word used elsewhere.
    const literal = translations.find(({ siglum }) => siglum === 'en-literal')!;
    expect(literal.renderings.map(({ text }) => text)).toEqual(['treaty']);
    expect(en.renderings[0].text).toBe('treaty');
    for (const { renderings } of translations) {
      const missing = renderings.find(({ text }) => text === '')?.occurrences ?? [];
      // What was not found can be judged by the passage that corresponds.
      for (const { target } of missing) expect(target?.after).toMatch(/\p{L}/u);
      const found = renderings.reduce((sum, { occurrences }) => sum + occurrences.length, 0);
      expect(found).toBe(places);
    }
  });
  test('inflected forms are one term', () => {
    const forms = findTerm(edition('en'), 'signing').map(({ segment, start, end }) =>
      edition('en').segments[segment].text.slice(start, end),
    );
    expect(new Set(forms)).toEqual(new Set(['sign', 'signed', 'signing']));
  });
  test('a term that does not occur is reported', async () => {
    await expect(renderingsOf(work, edition('zh'), '火车')).rejects.toThrow('does not occur');
  });
  test('frequent words leave out particles', () => {
    const terms = frequentTerms(edition('zh')).map(({ term }) => term);
    expect(terms[0]).toBe('条约');
    expect(terms).not.toContain('的');
  });
});

describe('likely slips', () => {
  const pair = (a: string, b: string) =>
    findSlips({ a: { text: a, language: 'zh' }, b: { text: b, language: 'en' } });
  test.each([
    ['三十年', 'thirty years', []],
    ['三十年', 'twenty years', ['number']],
    ['一九四九年十二月十八日', 'December 18, 1949', []],
    ['我们同意', 'We do not agree', ['negation']],
    ['我们不同意', 'We do not agree', []],
    ['不过他来了', 'However, he came', []],
    ['楼上却没有钟', 'but there was no bell in it', []],
    ['他从来没有说过', 'he said so often', ['negation']],
    ['一百二十三个人用了四条绳', 'one hundred and twenty-three people and four ropes', []],
    ['一百二十三个人', 'all 132 of them', ['number']],
    ['到了迦百農', 'They came to Capernaum', []],
    ['王二和罗小四在三十里外', 'Wang Er and Luo Xiaosi were thirty miles away', []],
    ['二十兩銀子', 'twenty pounds', []],
    ['十几两银子', 'a dozen taels', []],
    ['他十七八岁', 'he was eighteen', []],
    ['一百多亿年前', 'more than ten billion years ago', []],
    ['约有一百二十名', 'about a hundred and twenty', []],
    ['申初的时候', 'at three', []],
    ['你千万别去', 'you must never go', []],
    ['二人出了门', 'they went out', []],
    ['第三天', 'the fourth day', ['number']],
    ['你来不来', 'are you coming?', []],
    ['天未亮的时候', 'before daylight', []],
    ['过了不多的时候', 'a while later', []],
    ['他有一百只羊', 'he has a hundred sheep', []],
    ['他有三百只羊', 'he has sheep', ['number']],
    ['以不记名投票进行', 'held by secret vote', []],
    ['他们两人都来了', 'both of them came', []],
  ])('%s and %s', (a, b, kinds) => expect(pair(a, b).map(({ kind }) => kind)).toEqual(kinds));
  test('numbers and negations are read in several languages', () => {
    expect(quantities('第二十条', 'zh')).toEqual([20]);
    expect(quantities('vingt-deux jours', 'fr')).toEqual([22]);
    expect(quantities('zweiundzwanzigster Tag', 'de')).toEqual([22]);
    expect(quantities('8.848 m, 8847,60 m', 'de')).toEqual([8848, 8847.6]);
    expect(quantities('8,848 m, 2.726 K', 'en')).toEqual([8848, 2.726]);
    expect(quantities('1952/53', 'fr')).toEqual([1952, 1953]);
    expect(quantities('otro a ciento; ciento veinte, ciento y treinta y dos', 'es')).toEqual([
      100, 120, 132,
    ]);
    expect(quantities('la décimacuarta noche, el decimoséptimo día', 'es')).toEqual([14, 17]);
    expect(quantities('cento e vinte; um cento', 'pt')).toEqual([120, 100]);
    const denialIn = (text: string, language: string) => {
      const denials = denialsIn(text, language);
      if (!denials) return null;
      return denials.clear.length > 0 ? 'clear' : denials.isPossible ? 'possible' : 'none';
    };
    expect(denialIn('Он не пришёл', 'ru')).toBe('clear');
    expect(denialIn('莫斯科', 'zh')).toBe('none');
    expect(denialIn('ez', 'eu')).toBeNull();
    const judged: [string, string, string][] = [
      ['fr', 'Toute personne a droit à la vie', 'none'],
      ['fr', 'Le mariage ne peut être conclu qu’avec leur consentement', 'possible'],
      ['fr', 'Nul ne sera arrêté', 'clear'],
      ['en', 'The mould held out of nowhere', 'possible'],
      ['en', 'He did not look round', 'clear'],
      ['en', 'It will not come until two years from now', 'possible'],
      ['en', 'lest he find you sleeping', 'possible'],
      ['es', 'mientras no se pruebe su culpabilidad', 'possible'],
      ['es', 'fueron consolados no poco', 'possible'],
      ['ar', 'حقوق لا غنى عنها', 'possible'],
      ['de', 'nicht nur die Mühle', 'possible'],
      ['ru', 'где бы он ни находился', 'possible'],
      ['ar', 'ولا سيما في تحديد معقول', 'possible'],
      ['ar', 'لم يكن فيه جرس', 'clear'],
    ];
    for (const [language, text, denial] of judged)
      expect(denialIn(text, language), text).toBe(denial);
  });
  test('a negation counts where the other side renders what it denies', () => {
    const passages = {
      a: { text: 'Ich kenne den Mann nicht', language: 'de' },
      b: { text: 'I know the man', language: 'en' },
    };
    const linked = { a: [4, 9], b: [2, 6], score: 0.9 } as const;
    const man = { a: [14, 18], b: [11, 14], score: 0.9 } as const;
    const kinds = (links: readonly (typeof linked | typeof man)[]) =>
      findSlips(passages, {
        links: () => links.map(({ a, b, score }) => ({ a: [...a], b: [...b], score })),
      }).map(({ reason }) => reason.name);
    expect(kinds([linked, man])).toEqual(['denied-base']);
    expect(kinds([])).toEqual([]);
    // Where the word of denial is itself rendered (“does not know” as “is ignorant”), nothing is lacking.
    expect(kinds([man, { a: [19, 24], b: [2, 6], score: 0.9 } as never])).toEqual([]);
  });
  test('small numbers say nothing where not all number words are known', () => {
    const slips = (a: string, b: string) =>
      findSlips({ a: { text: a, language: 'ru' }, b: { text: b, language: 'en' } });
    expect(slips('двух человек', 'two men')).toEqual([]);
    expect(slips('в 1950 году', 'in 1949').map(({ kind }) => kind)).toEqual(['number']);
  });
  test('a name is known in capitals, in another word and by its beginning', () => {
    expect(isNamed('FESTO pues, entrado en la provincia', 'Festo')).toBe(true);
    expect(isNamed('en el nombre de Jesucristo', 'Cristo')).toBe(true);
    expect(isNamed('Varones Atenienses', 'Atenas')).toBe(true);
    expect(isNamed('nach Bern', 'Berlin')).toBe(false);
    expect(isNamed('外国的事', '国家')).toBe(true);
  });
  test('a sentence that its neighbour’s counterpart renders is not missing', async () => {
    const editions = ['eng', 'cmn_hans', 'arb', 'swe'].map((siglum): Edition => {
      const { metadata, segments } = readDeclaration(siglum);
      return { siglum, ...metadata, segments, warnings: [] };
    });
    const declaration: Work = { ...work, slug: 'declaration', base: 'eng', editions };
    const lone = async (base: string, other: string) => {
      const [a, b] = [base, other].map((siglum) => findEdition(declaration, siglum));
      const slips = (await checkList(declaration, a, b)).filter(
        ({ kind }) => kind === 'missing' || kind === 'added',
      );
      return slips.map(({ baseText, hereText }) => baseText + hereText);
    };
    // Freedom of thought is a sentence of its own in the Swedish article 18, and half of one in the Chinese.
    expect(await lone('cmn_hans', 'swe')).toEqual([]);
    // One clause of the preamble is not in the Arabic text.
    expect(await lone('eng', 'arb')).toEqual([expect.stringContaining('friendly relations')]);
  });
  test('the telegram’s extra sentence is on the list', async () => {
    const list = await checkList(work, edition('zh'), edition('en-plain'));
    expect(list).toContainEqual(
      expect.objectContaining({ kind: 'added', hereText: 'Then we came to the treaty.' }),
    );
  });
});

describe('statistics', () => {
  test('of a work that was loaded again are the same', async () => {
    const before = await computeStatistics(work);
    const again = { ...work, editions: work.editions.map((each) => ({ ...each })) };
    expect(await computeStatistics(again)).toEqual(before);
  });
  test('counts, likeness and tables', async () => {
    const statistics = await workStatistics(work);
    expect(statistics.editions.map(({ segments }) => segments)).toEqual([4, 4, 4, 4]);
    const [english] = statistics.groups;
    expect(english.sigla).toEqual(['en', 'en-literal', 'en-plain']);
    expect(english.similarity[0][0]).toBe(1);
    expect(english.similarity[0][1]).toBeCloseTo(english.similarity[1][0]);
    expect(english.tree).not.toBeNull();
    for (const { text } of english.variable) {
      const whole = edition('en').segments.find((each) => each.text.startsWith(text.slice(0, 20)))!;
      const shown = text.replace(/…$/, '');
      expect(whole.text.startsWith(shown)).toBe(true);
      // Cut at the end of a word, and said to be cut.
      if (text.endsWith('…')) expect(whole.text[shown.length]).toMatch(/\P{L}/u);
      else expect(shown).toBe(whole.text);
    }
    const tables = statisticsTables(statistics);
    expect(tables.map(({ name }) => name)).toContain('similarity-en');
    for (const { columns, rows } of tables) {
      for (const row of rows) expect(row).toHaveLength(columns.length);
    }
    expect(tableCsv(tables[0])).toMatch(/^edition,language,/);
  });
});

test('a work is collated place by place, in its own language only', async () => {
  const { rows, editions } = await collateWork(work, work.editions, edition('en'));
  expect(editions.map(({ siglum }) => siglum)).toEqual(['en', 'en-literal', 'en-plain']);
  expect(rows).toHaveLength(3);
  const whole = edition('en')
    .segments.map(({ text }) => text)
    .join('');
  const base = rows.flatMap(({ parts }) =>
    parts.map((part) =>
      'shared' in part
        ? part.shared
        : part.entry.space.before + part.entry.lemma + part.entry.space.after,
    ),
  );
  expect(base.join('').replace(/\s+/g, '')).toBe(whole.replace(/\s+/g, ''));
  await expect(collateWork(work, [edition('zh')], edition('zh'))).rejects.toThrow(
    'the only edition',
  );
});
