import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { range } from '../../lib/align/bead';
import { doubtsOf } from '../../lib/align/doubts';
import { alignInWork } from '../../lib/compare/alignments';
import { followCut, followCuts } from '../../lib/edition/follow-cuts';
import type { Edition, SentenceCut, Work } from '../../lib/edition/model';
import { ConflictError } from '../../lib/store/store';
import { readCorrections } from '../../lib/works/corrections';
import { editParagraph, readParagraph } from '../../lib/works/edit-paragraph';
import { editEdition } from '../../lib/works/edit-work';
import { idsOfSentences, sentencesIn } from '../../lib/works/edition-sentences';
import { findEdition, loadWork } from '../../lib/works/load';
import { saveSentences } from '../../lib/works/save-corrections';
import { sentenceLinksBetween } from '../../lib/works/sentence-decisions';
import { makeLibrary } from '../library';

const library = makeLibrary();
afterAll(() => rmSync(library, { recursive: true }));
const slug = 'sentences';
const home = path.join(library, slug);

const texts = {
  en: 'The boat came at noon. It was full; the old man waited. Nobody spoke.\n\nA second paragraph. It ends.',
  de: 'Das Boot kam am Mittag. Es war voll. Der alte Mann wartete. Niemand sprach.\n\nEin zweiter Absatz. Er endet.',
  fr: 'Le bateau vint à midi. Il était plein ; le vieil homme attendait. Personne ne parla.\n\nUn second paragraphe. Il finit.',
};

beforeEach(() => {
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home);
  writeFileSync(path.join(home, 'work.json'), JSON.stringify({ title: 'Sentences', base: 'en' }));
  for (const [siglum, text] of Object.entries(texts)) {
    const head = `---\nlanguage: ${siglum}\ntitle: ${siglum}\n---\n\n`;
    writeFileSync(path.join(home, `${siglum}.md`), `${head}${text}\n`);
  }
});

const open = async () => {
  const { work, problems } = await loadWork(slug, library);
  const [en, de, fr] = ['en', 'de', 'fr'].map((siglum) => findEdition(work, siglum));
  return { work, problems, en, de, fr, revision: readCorrections(slug, library).revision };
};
const sentenceTexts = async (work: Work, edition: Edition) =>
  (await sentencesIn(work, edition)).map(({ text }) => text.trim());
const idsIn = async (work: Work, edition: Edition) =>
  idsOfSentences(edition, await sentencesIn(work, edition));
const cutAt = (edition: Edition, words: string): SentenceCut => {
  const segment = edition.segments.find(({ text }) => text.includes(words))!;
  return {
    edition: edition.siglum,
    segment: segment.id,
    at: segment.text.indexOf(words),
    kind: 'cut',
  };
};

test('a sentence is cut and linked by hand, and the rest is aligned around it', async () => {
  const { work, en, de, revision } = await open();
  expect(await sentenceTexts(work, en)).toHaveLength(5);
  const cut = cutAt(en, 'the old man');
  const saved = await saveSentences(work, en, de, { beads: [], cuts: [cut] }, revision, library);
  const again = await open();
  expect(again.problems).toEqual([]);
  expect(await sentenceTexts(again.work, again.en)).toEqual([
    'The boat came at noon.',
    'It was full;',
    'the old man waited.',
    'Nobody spoke.',
    'A second paragraph.',
    'It ends.',
  ]);
  const [inEn, inDe] = [await idsIn(again.work, again.en), await idsIn(again.work, again.de)];
  // Against all likelihood, so that it can be nobody's guess.
  const beads = [{ a: [inEn[0]], b: [inDe[0], inDe[1]] }];
  await saveSentences(again.work, again.en, again.de, { beads, cuts: [cut] }, saved, library);
  const { work: now, en: a, de: b } = await open();
  const { sentences } = await alignInWork(now, a, b);
  expect(sentences.beads[0]).toMatchObject({ a: [0], b: [0, 1], origin: 'confirmed' });
  for (const [side, count] of [
    ['a', sentences.a.length],
    ['b', sentences.b.length],
  ] as const) {
    expect(sentences.beads.flatMap((bead) => bead[side]).sort((x, y) => x - y)).toEqual(
      range(0, count),
    );
  }
  const mirrored = await alignInWork(now, b, a);
  expect(mirrored.sentences.beads[0]).toMatchObject({ a: [0, 1], b: [0], origin: 'confirmed' });
});

test('links with other editions have the words that they had when a sentence is joined or cut', async () => {
  const first = await open();
  const [en, fr] = [await idsIn(first.work, first.en), await idsIn(first.work, first.fr)];
  const beads = [
    { a: [en[0]], b: [fr[0]] },
    { a: [en[1]], b: [fr[1]] },
  ];
  await saveSentences(first.work, first.en, first.fr, { beads, cuts: [] }, first.revision, library);
  const second = await open();
  const segment = second.en.segments[0];
  const join: SentenceCut = {
    edition: 'en',
    segment: segment.id,
    at: segment.text.indexOf('It was'),
    kind: 'join',
  };
  const { work, de, revision } = second;
  await saveSentences(work, second.en, de, { beads: [], cuts: [join] }, revision, library);
  const third = await open();
  const { beads: links, lost } = await sentenceLinksBetween(third.work, third.en, third.fr);
  expect(lost).toEqual([]);
  expect(links.map(({ a, b }) => [a, b])).toEqual([[[0], [0, 1]]]);
  // Seen from the third edition the cut is the same.
  const { sentences } = await alignInWork(third.work, third.fr, third.en);
  expect(sentences.b[0].text.trim()).toBe(
    'The boat came at noon. It was full; the old man waited.',
  );
});

test('they follow when the paragraph is corrected, and the edition has another siglum', async () => {
  const { work, en, de, revision } = await open();
  const cut = cutAt(en, 'the old man');
  const cutWork: Work = { ...work, sentenceCuts: [cut] };
  const [inEn, inDe] = [await idsIn(cutWork, en), await idsIn(cutWork, de)];
  const beads = [{ a: [inEn[2]], b: [inDe[2]] }];
  await saveSentences(work, en, de, { beads, cuts: [cut] }, revision, library);
  const { source, revision: read } = await readParagraph(slug, 'en', en.segments[0].id, library);
  const edited = source.replace('at noon', 'at about noon, it seems');
  await editParagraph(slug, 'en', en.segments[0].id, edited, read, library);
  await editEdition(slug, 'en', { siglum: 'E' }, undefined, library);
  const { work: now, problems } = await loadWork(slug, library);
  expect(problems.filter(({ message }) => !message.includes('base'))).toEqual([]);
  const renamed = findEdition(now, 'E');
  expect(await sentenceTexts(now, renamed)).toContain('the old man waited.');
  const { beads: links } = await sentenceLinksBetween(now, renamed, findEdition(now, 'de'));
  expect(links.map(({ a, b }) => [a, b])).toEqual([[[2], [2]]]);
});

test('what has lost its words is reported and kept; what cannot be is refused', async () => {
  const { work, en, de, revision } = await open();
  const cut = cutAt(en, 'the old man');
  const save = (cuts: SentenceCut[], beads: { a: string[]; b: string[] }[] = []) =>
    saveSentences(work, en, de, { beads, cuts }, revision, library);
  await expect(save([{ ...cut, at: 9999 }])).rejects.toThrow('no sentence can begin at 9999');
  await expect(save([{ ...cut, segment: 'p0' }])).rejects.toThrow('has no segment “p0”');
  const blank = { ...cut, at: en.segments[0].text.indexOf(' It was') };
  await expect(save([blank])).rejects.toThrow('would have no words');
  const inDe = await idsIn(work, de);
  await expect(save([], [{ a: [], b: [inDe[0], inDe[2]] }])).rejects.toThrow('the sentences');
  await save([cut], [{ a: [], b: [inDe[0]] }]);
  await expect(save([])).rejects.toThrow(ConflictError);
  for (const siglum of ['en', 'de']) {
    const file = path.join(home, `${siglum}.md`);
    const text = readFileSync(file, 'utf8').replace(/(The boat|Das Boot)/, '$1s');
    writeFileSync(file, text);
  }
  const { problems } = await open();
  expect(problems.map(({ message }) => message)).toEqual([
    expect.stringContaining('names a sentence whose text has changed or gone'),
    expect.stringContaining('a cut of a sentence of “en”'),
  ]);
  expect(readCorrections(slug, library).value).toMatchObject({
    corrections: [],
    sentences: [{ b: [inDe[0]] }],
    cuts: [{ at: cut.at }],
  });
});

test('links follow a cut: a half is of what the whole was of', () => {
  const recut = { segment: 'p', before: [0, 10], now: [0, 5, 10] };
  expect(followCut(['o@0', 'p@0'], recut)).toEqual(['o@0', 'p@0', 'p@5']);
  expect(followCut(['p@10'], recut)).toEqual(['p@10']);
  const joined = { segment: 'p', before: [0, 5, 10], now: [0, 10] };
  const link = (a: string[], b: string[]) => ({ editions: ['A', 'B'] as [string, string], a, b });
  expect(followCuts([link(['p@0'], ['q@0']), link(['p@5'], ['q@7'])], 'A', joined)).toEqual([
    link(['p@0'], ['q@0', 'q@7']),
  ]);
});

test('doubts are ordered, the least sure first, each with its reasons', () => {
  const side = (...all: string[]) => all.map((text) => ({ text }));
  const doubts = doubtsOf(
    [
      { a: [0], b: [0], score: 0.7 },
      { a: [1], b: [], score: 0.4 },
      { a: [2], b: [1], score: 0.6 },
      { a: [3], b: [2], score: 0.95 },
      { a: [4], b: [3], score: 0.2, origin: 'confirmed' },
    ],
    side('In 1950 it began here.', 'Alone.', 'Short.', 'Sure.', 'Said.'),
    side('In 1951 it began here.', 'Much longer than what it renders, by far.', 'Sure.', 'Said.'),
  );
  expect(doubts).toEqual([
    { bead: 1, reasons: ['alone'] },
    { bead: 2, reasons: ['length'] },
    { bead: 0, reasons: ['numbers'] },
  ]);
});
