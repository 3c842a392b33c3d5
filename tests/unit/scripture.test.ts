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
