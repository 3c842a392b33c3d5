import type { ListItem, PhrasingContent } from 'mdast';
import { expect, test } from 'vitest';
import { readSegments } from '../../lib/edition/markdown';
import { readMarkdownEdition } from '../../lib/edition/read';
import { writeMarkdownEdition } from '../../lib/edition/write';
import { readDocument } from '../../lib/formats/registry';

const again = (source: string) => {
  const first = readMarkdownEdition(source);
  return readMarkdownEdition(writeMarkdownEdition({}, first.segments));
};

test('numbers of lists stay as written: gaps, repeats and other starts', () => {
  const source =
    '5. Five.\n7. Seven.\n7. Seven again.\n1. One.\n\nText.\n\n3) Three.\n\n1990. A year.\n';
  const expected = [
    ['5.', 'Five.'],
    ['7.', 'Seven.'],
    ['7.', 'Seven again.'],
    ['1.', 'One.'],
    [undefined, 'Text.'],
    ['3)', 'Three.'],
    ['1990.', 'A year.'],
  ];
  const found = readMarkdownEdition(source).segments.map(({ label, text }) => [label, text]);
  expect(found).toEqual(expected);
  expect(again(source).segments.map(({ label, text }) => [label, text])).toEqual(expected);
});

test('ruby and page breaks are marks, and stay so when written', () => {
  const source = '<pb n="12"/>The <ruby>船<rp>(</rp><rt>ふね</rt><rp>)</rp></ruby> came.\n';
  for (const { segments } of [readMarkdownEdition(source), again(source)]) {
    expect(segments.map(({ text }) => text)).toEqual(['The 船 came.']);
    expect(segments[0].spans).toEqual([
      { kind: 'page', start: 0, end: 0, target: '12' },
      { kind: 'ruby', start: 4, end: 5, target: 'ふね' },
    ]);
  }
});

test.each([
  [
    'a time in a date',
    '---\ndate: 1987-06-05 04:03:02 +0100\n---\n\nText.\n',
    { date: '1987-06-05' },
  ],
  [
    'several authors',
    '---\nauthor: [A. One, B. Two]\nlang: fr\n---\n\nText.\n',
    { author: 'A. One, B. Two', language: 'fr' },
  ],
  [
    'TOML',
    '+++\ntitle = "A Tale"\ndate = 1987-06-05T04:03:02Z\n+++\n\nText.\n',
    { title: 'A Tale', date: '1987-06-05' },
  ],
  [
    'Pandoc',
    '% A Tale\n  in parts\n% A. One; B. Two\n% 5 June 1987\n\nText.\n',
    { title: 'A Tale in parts', author: 'A. One, B. Two', date: '1987-06-05' },
  ],
])('front matter: %s', (_, source, known) => {
  const draft = readMarkdownEdition(source);
  expect(draft).toMatchObject(known);
  expect(draft.segments.map(({ text }) => text)).toEqual(['Text.']);
});

test('one tilde strikes nothing out, two do', () => {
  const { segments } = readMarkdownEdition('H~2~O, ~~was~~ is, ~ 5.\n');
  expect(segments[0].text).toBe('H~2~O, was is, ~ 5.');
  expect(segments[0].spans?.map(({ kind }) => kind)).toEqual(['deleted']);
});

test('what front matter, headings and images say beside the text is reported', () => {
  const { segments, warnings } = readMarkdownEdition(
    '---\ntitle: T\nmood: grey\n---\n\n# One {#one}\n\n![A ship at sea](s.png) It sailed.^[*Or* rowed.]\n\n![T](t.png)he end.\n',
  );
  expect(segments.map(({ kind, text }) => [kind, text])).toEqual([
    ['heading', 'One'],
    ['paragraph', 'It sailed.'],
    ['paragraph', 'The end.'],
    ['footnote', 'Or rowed.'],
  ]);
  expect(warnings.map(({ omitted }) => [omitted?.what, omitted?.words[0].text])).toEqual([
    ['fields of the front matter that an edition has not', 'mood: grey'],
    ['attributes of headings', '{#one}'],
    ['images', 'A ship at sea'],
  ]);
});

test('fenced divisions, attributes and tags of HTML are not words', () => {
  const { segments, warnings } = readMarkdownEdition(
    '::: {.note}\nA [small]{.smallcaps} *note* `so`{.py}\n:::\n\n{: .verse}\n\n<div class="x">\n<p>In a <b>box</b></p><p>two</p>\n</div>\n\n<center>Middle</center> and <name>so\n\n<script>\nvar gone;\n</script>\n',
  );
  expect(segments.map(({ text }) => text)).toEqual([
    'A small note so',
    'In a box',
    'two',
    'Middle',
    'and <name>so',
  ]);
  expect(warnings.map(({ omitted }) => [omitted?.what, omitted?.words[0]?.text])).toEqual([
    ['attributes', '{.smallcaps}'],
    ['HTML tags, whose words are kept', undefined],
    ['programs and styles', '\nvar gone;\n'],
  ]);
});

test('front matter as other programs write it', () => {
  const read = (lines: string, end = '---') =>
    readMarkdownEdition(`---\n${lines}\n${end}\n\nText.\n`);
  expect(
    read('title: 1984\nauthor:\n  - name: A. One\n  - B. Two\ndate: May 4, 2020'),
  ).toMatchObject({
    title: '1984',
    author: 'A. One, B. Two',
    date: '2020-05-04',
  });
  expect(read('title: T', '...')).toMatchObject({ title: 'T', segments: [{ text: 'Text.' }] });
  expect(readMarkdownEdition('+++\nauthors = ["A", "B"]\n+++\n\nText.\n').author).toBe('A, B');
});

test('references to characters in blocks of HTML are the characters', () => {
  const { segments } = readMarkdownEdition(
    '<blockquote>Tom &amp; Jerry</blockquote>\n\n<div>\n<p>Caf&eacute; &#38; &lt;bar&gt; AT&T <x-y></p>\n</div>\n',
  );
  expect(segments.map(({ text }) => text)).toEqual(['Tom & Jerry', 'Café & <bar> AT&T <x-y>']);
});

test('verse as earlier versions have written it, with an escaped sign, is verse', () => {
  const { segments } = readMarkdownEdition('\\| One\n\\| Two\n\n&#124; prose\n');
  expect(segments.map(({ kind, text }) => [kind, text])).toEqual([
    ['verse', 'One'],
    ['verse', 'Two'],
    ['paragraph', '| prose'],
  ]);
});

test('prose that begins with the sign of verse stays prose', async () => {
  const texts = ['| not verse', '| *so* | on', '|', 'a', '| a\n| b'];
  const segments = texts.map((text) => ({ id: '', kind: 'paragraph' as const, text, spans: [] }));
  const verse = { id: '', kind: 'verse' as const, text: '| in verse', spans: [] };
  const written = writeMarkdownEdition({}, [...segments, verse, { ...verse, text: 'more' }]);
  expect(readMarkdownEdition(written).segments.map(({ kind, text }) => [kind, text])).toEqual([
    ...texts.map((text) => ['paragraph', text]),
    ['verse', '| in verse'],
    ['verse', 'more'],
  ]);
  for (const [name, html] of [
    ['a.html', '<p>| not <i>verse</i></p>'],
    ['a.xml', '<TEI><text><body><p>| not <hi>verse</hi></p></body></text></TEI>'],
  ]) {
    const { editions } = await readDocument({ name, bytes: new TextEncoder().encode(html) });
    expect(editions[0].segments).toMatchObject([{ kind: 'paragraph', text: '| not verse' }]);
  }
});

test('a line of verse goes on in lines that begin with white space', () => {
  const source =
    '| The first line that runs\n  on to a *second* row\n| the second line\n    *goes* on\n\n> | quoted\n>   verse\n\n| no verse\nhere\n';
  const expected = [
    ['verse', 'The first line that runs on to a second row'],
    ['verse', 'the second line goes on'],
    ['verse', 'quoted verse'],
    ['paragraph', '| no verse here'],
  ];
  const shape = ({ segments }: ReturnType<typeof readMarkdownEdition>) =>
    segments.map(({ kind, text }) => [kind, text]);
  expect(shape(readMarkdownEdition(source))).toEqual(expected);
  expect(shape(again(source))).toEqual(expected);
});

test('stretches of code, and of deleted words, that touch stay apart', () => {
  const strong = { kind: 'strong' as const, start: 4, end: 7 };
  for (const [kind, outer] of [
    ['code', []],
    ['code', [strong]],
    ['deleted', []],
  ] as const) {
    const spans = [...outer, ...[4, 5, 6].map((start) => ({ kind, start, end: start + 1 }))];
    const segment = { id: '', kind: 'paragraph' as const, text: 'End abc.', spans };
    const { segments } = readMarkdownEdition(writeMarkdownEdition({}, [segment]));
    expect(segments).toMatchObject([{ text: segment.text, spans }]);
  }
});

test('links to definitions lead to what these say; definitions without a link are reported', () => {
  const source =
    'See [the *site*][s], [s] and [S][].\n\n[s]: https://example.org/ "Title"\n[s]: https://example.org/second\n[Other]: <Some words>\n';
  const { segments, warnings } = readMarkdownEdition(source);
  const link = { kind: 'link', target: 'https://example.org/' };
  expect(segments).toMatchObject([
    {
      text: 'See the site, s and S.',
      spans: [{ ...link, start: 4, end: 12 }, { kind: 'emphasis' }, link, link],
    },
  ]);
  const title = { text: 'Title', line: 1 };
  expect(warnings).toMatchObject([
    { omitted: { what: 'titles of links', words: [title, title, title] } },
    {
      omitted: {
        what: 'definitions of links that nothing refers to',
        words: [{ text: 's https://example.org/second' }, { text: 'Other Some words' }],
      },
    },
  ]);
  expect(again(source).segments[0].spans).toEqual(segments[0].spans);
});

test('words that stand among blocks are paragraphs', () => {
  const words: PhrasingContent[] = [
    { type: 'text', value: 'loose' },
    { type: 'emphasis', children: [{ type: 'text', value: 'words' }] },
  ];
  const item = { type: 'listItem', children: words } as unknown as ListItem;
  const { segments } = readSegments([{ type: 'list', children: [item] }, ...words]);
  expect(segments.map(({ text }) => text)).toEqual(['loose', 'words', 'loose', 'words']);
});
