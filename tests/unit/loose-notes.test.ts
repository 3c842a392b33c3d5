import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Edition, Work } from '../../lib/edition/model';
import { readMarkdownEdition } from '../../lib/edition/read';
import { readDocument } from '../../lib/formats/registry';
import { exportReported, exportWork } from '../../lib/studies/export-work';

const edition = (text: string, siglum = 'A'): Edition => ({
  siglum,
  language: 'en',
  title: siglum,
  kind: 'original',
  basedOn: null,
  ...readMarkdownEdition(text),
});
const workOf = (...editions: Edition[]): Work => ({
  slug: 'n',
  title: 'N',
  base: 'A',
  order: editions.map(({ siglum }) => siglum),
  editions,
  corrections: [],
});
const text =
  'First[^1] here, with the words that a paragraph has.\n\nSecond there, with other words in it.\n\n[^1]: One that is called.\n\n[^2]: Two that nothing calls.\n\n    Its second paragraph.\n\n[^*]: A star.\n';
const shape = ({ segments }: Pick<Edition, 'segments'>) =>
  segments.map(({ kind, label, text: words }) => [kind, label, words]);

describe('notes to which nothing refers come back as notes from', () => {
  test.each(['html', 'epub', 'docx', 'odt'] as const)('%s', async (format) => {
    const made = await exportWork(workOf(edition(text)), format);
    const bytes = typeof made === 'string' ? new TextEncoder().encode(made) : made;
    const read = await readDocument({ name: `x.${format}`, bytes, asOne: true });
    const own = read.editions[0].segments.filter(({ kind }) => kind !== 'heading');
    // Word and OpenDocument have notes where they are called, and these behind the text.
    const sorted = (segments: Edition['segments']) =>
      shape({ segments }).sort((x, y) => String(x[2]).localeCompare(String(y[2])));
    expect(sorted(own)).toEqual(sorted(edition(text).segments));
  });

  test.each(['html', 'docx', 'odt'] as const)('%s of several editions', async (format) => {
    const other = text.replace('calls', 'names');
    const made = await exportWork(workOf(edition(text), edition(other, 'B')), format);
    const bytes = typeof made === 'string' ? new TextEncoder().encode(made) : made;
    const read = await readDocument({ name: `x.${format}`, bytes });
    const notes = read.editions.map(({ segments }) =>
      segments.filter(({ kind }) => kind === 'footnote').map(({ text: words }) => words),
    );
    for (const [k, words] of ['Two that nothing calls.', 'Two that nothing names.'].entries()) {
      expect(notes[k]).toEqual(expect.arrayContaining(['One that is called.', words, 'A star.']));
      const all = read.editions[k].segments.map((each) => each.text);
      for (const each of ['One that is called.', 'Its second paragraph.'])
        expect(all.filter((found) => found === each)).toHaveLength(1);
    }
  });
});

test('notes of other ebooks that say what they are, are notes', async () => {
  const { editions } = await readDocument({
    name: 'x.html',
    bytes: new TextEncoder().encode(
      '<p>Words.</p><aside epub:type="footnote" id="a"><p>3. The note.</p></aside><section role="doc-endnotes"><ol><li role="doc-endnote">Listed.</li></ol></section>',
    ),
  });
  expect(shape(editions[0])).toEqual([
    ['paragraph', undefined, 'Words.'],
    ['footnote', '3', 'The note.'],
    ['footnote', '1', 'Listed.'],
  ]);
});

describe('a call of a note where there are no words', () => {
  const called = (found: { segments: Edition['segments'] }) =>
    found.segments.flatMap(({ spans, text: words }) =>
      spans.flatMap(({ kind, target }) => (kind === 'note' ? [[words, target]] : [])),
    );
  const html =
    '<table><tr><td>One</td><td>Two</td></tr><tr><td><a href="#n" role="doc-noteref">1</a></td><td></td></tr></table><aside id="n"><p>Note.</p></aside>';
  const tei =
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><table><row><cell>One</cell><cell>Two</cell></row><row><cell><note>Note.</note></cell><cell/></row></table></body></text></TEI>';
  const markdown = '| One | Two |\n| --- | --- |\n| [^1] | |\n\n[^1]: Note.\n';
  test.each([
    ['x.html', html],
    ['x.xml', tei],
    ['x.md', markdown],
  ])('is kept at the end of the words before: %s', async (name, source) => {
    const { editions } = await readDocument({ name, bytes: new TextEncoder().encode(source) });
    expect(called(editions[0])).toEqual([['One | Two', '1']]);
    expect(editions[0].segments.at(-1)).toMatchObject({ kind: 'footnote', text: 'Note.' });
  });

  test('is kept at the beginning of the text, too', () => {
    expect(called(edition('[^1]\n\nWords.\n\n[^1]: Note.\n'))).toEqual([['Words.', '1']]);
  });
});

test('forms that set editions side by side say what has moved', async () => {
  const paragraphs = [
    'The harbour lay quiet under the morning mist when the first boats came in.',
    'A bell was rung three times by the old keeper of the northern lighthouse.',
    'Nobody in the village had ever seen so many strangers on one market day.',
    'She counted the coins twice and hid them under the loose board by the stove.',
    'At night the wind turned, and the river carried ice down to the wooden bridge.',
  ];
  const moved = [0, 4, 1, 2, 3].map((k) => paragraphs[k]);
  const work = workOf(
    edition(`${paragraphs.join('\n\n')}\n`),
    edition(`${moved.join('\n\n')}\n`, 'B'),
  );
  const what = 'places of passages that have moved, which stand beside their counterparts';
  for (const format of ['csv', 'xlsx', 'tmx', 'xliff', 'markdown', 'html', 'odt'] as const) {
    const { warnings } = await exportReported(work, format);
    const found = warnings.find(({ omitted }) => omitted?.what === what);
    expect(found?.omitted?.words.map(({ text: words }) => words)).toEqual([paragraphs[4]]);
  }
  for (const format of ['json', 'tei'] as const) {
    const { warnings } = await exportReported(work, format);
    expect(warnings).toEqual([]);
  }
});

test('a second call of a note that stands at the foot does not write it again', async () => {
  const twice = 'One[^1] and again[^1].\n\n[^1]: Only once.\n';
  const made = (await exportWork(workOf(edition(twice)), 'odt')) as Uint8Array;
  const content = strFromU8(unzipSync(made)['content.xml']);
  expect(content.split('Only once.')).toHaveLength(2);
});
