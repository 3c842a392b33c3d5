import { describe, expect, test } from 'vitest';
import { readDocument } from '../../lib/formats/registry';

const read = async (name: string, content: string) => {
  const { editions } = await readDocument({ name, bytes: new TextEncoder().encode(content) });
  return editions[0];
};
const shape = ({ segments }: Awaited<ReturnType<typeof read>>) =>
  segments.map(({ kind, label, text }) => [kind, label, text]);
const omitted = ({ warnings }: Awaited<ReturnType<typeof read>>) =>
  Object.fromEntries(
    warnings.flatMap(({ omitted: each }) =>
      each ? [[each.what, each.words.map(({ text }) => text)]] : [],
    ),
  );

describe('USFM', () => {
  test('numbers that come twice, out of order or again keep their order and their words', async () => {
    const edition = await read(
      'x.usfm',
      '\\id JON\n\\c 1\n\\p\n\\v 3 Third.\n\\v 1 First.\n\\v 7a Half.\n\\v 7b Other half.\n\\v 2 A.\n\\v 2 B.\n\\c 2\n\\p\n\\v 1 Next.\n\\c 1\n\\p\n\\v 8 Resumed.\n',
    );
    expect(shape(edition)).toEqual([
      ['heading', undefined, '1'],
      ['verse', '1:3', 'Third.'],
      ['verse', '1:1', 'First.'],
      ['verse', '1:7a', 'Half.'],
      ['verse', '1:7b', 'Other half.'],
      ['verse', '1:2', 'A.'],
      ['verse', '1:2', 'B.'],
      ['heading', undefined, '2'],
      ['verse', '2:1', 'Next.'],
      ['heading', undefined, '1'],
      ['verse', '1:8', 'Resumed.'],
    ]);
  });

  test('words of aligned files are text, their alignment is not', async () => {
    const edition = await read(
      'x.usfm',
      '\\id TIT\n\\c 1\n\\p\n\\v 1 \\zaln-s |x-strong="G1" x-content="λόγος"\\*\\w word|x-occurrence="1"\\w*\\zaln-e\\* and \\w deed|strong="G2"\\w*.\n\\ts\\*\n\\v 2 More.\n',
    );
    expect(shape(edition).slice(1)).toEqual([
      ['verse', '1:1', 'word and deed.'],
      ['verse', '1:2', 'More.'],
    ]);
  });

  test('what is of no verse stands apart from it: titles, sidebars, tables; every number is a label', async () => {
    const usfm = `\\id PSA\n\\c 4\n\\p\n\\v 2-3,5 Here is water.\n\\d A song of the mill\n\\p and more\n\\esb\n\\p A side word\n\\esbe\n\\tr \\th1 Day \\th2 Name\n\\tr \\tc1 One \\tc2 \\v 1b Ann\n\\p\n\\v 1b Last \\f + \\ft Note.\\f* words\\ \n\\periph Cover|id="cover"\n\\p End`;
    const usx = `<usx version="3.0"><chapter number="4" style="c"/><para style="p"><verse number="2-3,5" style="v"/>Here is water.</para><para style="d">A song of the mill</para><para style="p">and more</para><sidebar style="esb"><para style="p">A side word</para></sidebar><table><row style="tr"><cell style="th1">Day</cell><cell style="th2">Name</cell></row><row style="tr"><cell style="tc1">One</cell><cell style="tc2"><verse number="1b"/>Ann</cell></row></table><para style="p"><verse number="1b"/>Last <note style="f"><char style="ft">Note.</char></note> words</para><periph alt="Cover" id="cover"/><para style="p">End</para></usx>`;
    for (const [name, text] of [
      ['x.usfm', usfm],
      ['x.usx', usx],
    ]) {
      const { editions } = await readDocument({ name, bytes: new TextEncoder().encode(text) });
      expect(editions[0].segments.map(({ kind, label, text }) => [kind, label, text])).toEqual([
        ['heading', undefined, '4'],
        ['verse', '4:2-3,5', 'Here is water.'],
        ['paragraph', undefined, 'A song of the mill'],
        ['verse', undefined, 'and more'],
        ['paragraph', undefined, 'A side word'],
        ['row', undefined, 'Day | Name'],
        ['row', undefined, 'One'],
        ['verse', '4:1b', 'Ann'],
        ['verse', '4:1b', 'Last words'],
        ['heading', undefined, 'Cover'],
        ['paragraph', undefined, 'End'],
        ['footnote', '1', 'Note.'],
      ]);
    }
  });

  test('notes in styles, extended notes, captions, other numbers and unknown markers', async () => {
    const edition = await read(
      'x.usfm',
      '\\id RUT\n\\mt Tale\n\\imt About\n\\ip Few know it.\n\\c 4\n\\s Gate\n\\q1\n\\v 1 \\vp 9\\vp* He \\nd sat\\f + \\fr 4.1 \\ft Or stood.\\f*\\nd* down\\ef - \\ft Long.\\ef*\n\\q2 and waited\\zword x\\zword*.\n\\s Later\n\\p They came\\fig By the gate|g.jpg|col||| Ten men|4.1\\fig*.\n',
    );
    expect(shape(edition)).toEqual([
      ['heading', undefined, 'Tale'],
      ['heading', undefined, 'About'],
      ['paragraph', undefined, 'Few know it.'],
      ['heading', undefined, '4'],
      ['heading', undefined, 'Gate'],
      ['verse', '4:1', 'He sat down and waitedx.'],
      ['heading', undefined, 'Later'],
      ['verse', undefined, 'They came.'],
      ['paragraph', undefined, 'Ten men'],
      ['footnote', '1', 'Or stood.'],
      ['footnote', '2', 'Long.'],
    ]);
    expect(omitted(edition)).toMatchObject({
      'other numbers of chapters and verses': ['9'],
      'places that notes name as their own': ['4.1'],
      'the meaning of \\zword': [],
    });
  });
});

test('styles of a note that no space parts are words of their own, where words have spaces', async () => {
  const note = (text: string) => `\\c 1\n\\p\n\\v 1 He sat.\\f + ${text}\\f*\n`;
  const edition = await read(
    'x.usfm',
    `\\id RUT\n${note('\\ft Some have\\fqa stood\\ft , not sat')}${note('\\ft 或作\\fqa 立')}`,
  );
  expect(shape(edition).filter(([kind]) => kind === 'footnote')).toEqual([
    ['footnote', '1', 'Some have stood, not sat'],
    ['footnote', '2', '或作立'],
  ]);
});
