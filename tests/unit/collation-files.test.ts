import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { apparatus } from '../../lib/collate/apparatus';
import { createClassifier } from '../../lib/collate/kinds';
import { negativeForm } from '../../lib/edition/apparatus-form';
import { collationDocx } from '../../lib/formats/collation/docx';
import { writeCollation } from '../../lib/formats/collation/write';
import { readTei } from '../../lib/formats/tei/read';
import { collated } from '../collated';

test('every witness comes back out of TEI, paragraph by paragraph', async () => {
  const word = fc.constantFrom(
    'the',
    'old',
    'mill',
    'stood',
    'by',
    'a',
    'river',
    'and',
    'Peter',
    'slept',
  );
  const paragraph = fc
    .array(word, { minLength: 1, maxLength: 12 })
    .map((words) => `${words.join(' ')}.`);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(paragraph, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 4 }),
      async (texts) => {
        const sigla = texts.map((_, k) => `W${k + 1}`);
        // Witnesses that are all the same are one text; each opens with a word of its own.
        const named = texts.map(
          (each, k) => `${['Anna', 'Bert', 'Carl', 'Dora'][k]} ${each.join('\n\n')}`,
        );
        const given = Object.fromEntries(named.map((each, k) => [sigla[k], each]));
        const tei = writeCollation(
          collated(given),
          'tei',
          createClassifier({ language: 'en' }),
          'en',
        );
        const { editions } = await readTei({ bytes: Buffer.from(tei), name: 'collation.xml' });
        const words = (text: string) => text.match(/[\p{L}.]+/gu)?.join(' ');
        for (const [k, siglum] of sigla.entries()) {
          const found = editions.find((edition) => edition.siglum === siglum);
          const text = found?.segments.map((segment) => segment.text).join(' ') ?? '';
          expect([siglum, words(text.replace(/\s+\./g, '.'))]).toEqual([siglum, words(named[k])]);
        }
      },
    ),
    { numRuns: 60 },
  );
});

describe('files of a collation', () => {
  const given = {
    A: 'The old mill & the new one stood.\n\nNobody came.',
    B: 'The old mill and the new one fell.\n\nNobody came.',
  };
  const write = (format: Parameters<typeof writeCollation>[1]) =>
    writeCollation(collated(given), format, createClassifier({ language: 'en' }), 'en');

  test('DOT and GraphML hold the graph: every path is a witness', () => {
    const dot = write('dot');
    const nodes = new Map(
      [...dot.matchAll(/^ {2}n(\d+) \[label="([^"]*)"/gm)].map((m) => [m[1], m[2]]),
    );
    const edges = [...dot.matchAll(/n(\d+) -> n(\d+) \[label="([^"]*)"/g)];
    for (const [siglum, text] of Object.entries(given)) {
      const words: string[] = [];
      for (let at = '0'; ; ) {
        const next = edges.find(([, from, , sigla]) => from === at && sigla.includes(siglum));
        if (!next) break;
        at = next[2];
        words.push(nodes.get(at) ?? '');
      }
      expect(words.join('').replace(/\s|end$/g, '')).toBe(text.replace(/\s/g, ''));
    }
    expect(write('graphml')).toContain('<edge id="e0" source="n0"');
  });

  test('NEXUS is a matrix of the columns that differ', () => {
    const nexus = write('nexus');
    expect(nexus).toContain('NTAX=2 NCHAR=2;');
    expect(nexus).toMatch(/\n {4}A {2}00\n {4}B {2}11\n/);
  });

  test('LaTeX escapes what LaTeX reads, and notes each entry', () => {
    const latex = write('latex');
    expect(latex).toContain('\\edtext{\\&}{\\Afootnote{and B}}');
    expect(latex.match(/\\pstart/g)).toHaveLength(2);
  });

  test('LaTeX notes stay in one paragraph: a pilcrow stands for the end of another', () => {
    const latex = writeCollation(
      collated({
        A: 'It rang. It stopped.',
        B: 'It rang out of nowhere.\n\nAnd then. It stopped.',
      }),
      'latex',
      createClassifier({ language: 'en' }),
      'en',
      negativeForm,
    );
    for (const [note] of latex.matchAll(/Afootnote\{.*?\}\}/gs))
      expect(note).not.toContain('\\pend');
    expect(latex).toContain('\\P{} And then');
    expect(latex.match(/\\pstart/g)).toHaveLength(1);
  });

  test('Word has the apparatus as footnotes', async () => {
    const parts = apparatus(collated(given), 0, createClassifier({ language: 'en' }));
    const files = unzipSync(await collationDocx([{ language: 'en', parts }], negativeForm));
    const notes = strFromU8(files['word/footnotes.xml']);
    expect(notes.replace(/<[^>]+>/g, '')).toContain('stood ] fell B');
    const text = strFromU8(files['word/document.xml']).replace(/<\/w:p>/g, '\n');
    expect(
      text
        .replace(/<[^>]+>/g, '')
        .replaceAll('&amp;', '&')
        .trim(),
    ).toBe(given.A.replace('\n\n', '\n'));
  });

  test('the number of what the base lacks follows the word before', async () => {
    const texts = { A: 'He paid a coin.', B: 'He slept and paid a coin.' };
    const parts = apparatus(collated(texts), 0, createClassifier({ language: 'en' }));
    const files = unzipSync(await collationDocx([{ language: 'en', parts }], negativeForm));
    const text = strFromU8(files['word/document.xml'])
      .replace(/<w:footnoteReference[^>]*>/g, '*')
      .replace(/<[^>]+>/g, '');
    expect(text.trim()).toBe('He* paid a coin.');
  });
});

test('TEI has ids that are valid and different for any sigla, and each witness word by word', async () => {
  const phrase = fc
    .array(fc.constantFrom('the', 'old', 'mill,', 'stood', 'by', '“so”', 'a', 'well-known', 'é'), {
      minLength: 2,
      maxLength: 10,
    })
    .map((words) => `Now ${words.join(' ')}.`);
  const names = fc.uniqueArray(
    fc.constantFrom('A²', '1', 'B*', 'B_', 'B', 'a b', 'α', '𝔓⁴⁶', 'xml', '-', 'A_b2_'),
    { minLength: 2, maxLength: 4 },
  );
  await fc.assert(
    fc.asyncProperty(
      names,
      fc.array(phrase, { minLength: 4, maxLength: 4 }),
      async (sigla, texts) => {
        const given = Object.fromEntries(
          sigla.map((siglum, k) => [
            siglum,
            `${['Anna', 'Bert', 'Carl', 'Dora'][k]} sat. ${texts[k]}`,
          ]),
        );
        const tei = writeCollation(
          collated(given),
          'tei',
          createClassifier({ language: 'en' }),
          'en',
        );
        const ids = [...tei.matchAll(/xml:id="([^"]*)"/g)].map(([, id]) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(id).toMatch(/^[\p{L}_][\p{L}\p{N}\p{M}._·-]*$/u);
        const pointers = [...tei.matchAll(/wit="([^"]*)"/g)].flatMap(([, wit]) => wit.split(' '));
        for (const pointer of pointers) expect(ids).toContain(pointer.slice(1));
        const { editions } = await readTei({ bytes: Buffer.from(tei), name: 'collation.xml' });
        const words = (text: string) => text.match(/[\p{L}-]+|\S/gu);
        expect(
          editions.map(({ segments }) => words(segments.map(({ text }) => text).join(' '))),
        ).toEqual(Object.values(given).map(words));
      },
    ),
    { numRuns: 60 },
  );
});
