import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { interleave } from '../../lib/align/interleave';
import type { Edition, Segment, Work } from '../../lib/edition/model';
import { type EditionDraft, readMarkdownEdition } from '../../lib/edition/read';
import { writeMarkdownEdition } from '../../lib/edition/write';
import { readDocument } from '../../lib/formats/registry';
import { type ExportFormat, forms } from '../../lib/studies/export-forms';
import { exportWork } from '../../lib/studies/export-work';

// import(export(x)) keeps texts, structure, alignment and metadata, as far as a format has a
// place for them.

const word = fc.constantFrom(
  'the',
  'river',
  'Stalin',
  'naïve',
  '和平',
  '条约',
  'мир',
  'a<b>',
  '&amp;',
  '"so"',
  "it's",
  'x*y',
  '_so_',
  '[sic]',
  '10',
  'p.m.',
  '—',
  'end.',
  'Why?',
  '《书》',
  'ﬁ',
  '𠀀',
  'e\u0301',
);
const sentence = fc
  .array(word, { minLength: 2, maxLength: 9 })
  .map((words) => `So ${words.join(' ')}`);

const spanned = fc
  .tuple(sentence, fc.option(fc.constantFrom('emphasis' as const, 'strong' as const)))
  .map(([text, kind]) => {
    // The second word is marked: what is not at an edge is marked alike by every format.
    const start = 3;
    const end = text.indexOf(' ', start) < 0 ? text.length : text.indexOf(' ', start);
    const plain = /^[\p{L}\p{N}]+$/u.test(text.slice(start, end));
    return { text, spans: kind && plain ? [{ kind, start, end }] : [] };
  });

const segment: fc.Arbitrary<Segment> = fc
  .tuple(
    fc.constantFrom('paragraph' as const, 'heading' as const, 'item' as const, 'verse' as const),
    spanned,
    fc.integer({ min: 1, max: 4 }),
    fc.option(fc.constantFrom('(1)', '(2)', '§ 5')),
  )
  .map(([kind, { text, spans }, level, label]) => ({
    id: '',
    kind,
    ...(kind === 'heading' ? { level } : {}),
    ...(kind === 'paragraph' && label ? { label } : {}),
    text,
    spans,
  }));

/** An edition with the ids it would have on disk. */
const edition = (siglum: string, language: string, segments: Segment[]): Edition => ({
  siglum,
  language,
  title: `Title & ${siglum}`,
  kind: 'translation',
  basedOn: null,
  author: 'An <Author>',
  translator: 'A. Translator',
  date: '1949-12',
  licence: 'CC BY 4.0',
  source: 'A “book”, p. 3',
  url: 'https://example.org/a?b=1&c',
  category: 'Letters',
  notice: 'Unrevised.',
  ...readMarkdownEdition(writeMarkdownEdition({}, segments)),
});

const works = fc
  .tuple(
    fc.array(segment, { minLength: 1, maxLength: 8 }),
    fc.array(segment, { minLength: 1, maxLength: 8 }),
  )
  .map(
    ([a, b]): Work => ({
      slug: 'made',
      title: 'A made work',
      base: 'A',
      order: ['A', 'B'],
      editions: [edition('A', 'en', a), edition('B', 'fr', b)],
      corrections: [],
    }),
  );

const reread = async (work: Work, format: ExportFormat, sigla: string[]) => {
  const written = await exportWork(work, format, sigla);
  const bytes = typeof written === 'string' ? new TextEncoder().encode(written) : written;
  return readDocument({ bytes, name: `work.${forms[format].ending}` });
};

const shape = ({ kind, text, label, level }: Segment) => ({ kind, text, label, level });
const marks = ({ spans }: Segment) => spans.map(({ kind, start, end }) => [kind, start, end]);

const alignmentOf = async (work: Work) => {
  const { alignment } = JSON.parse(String(await exportWork(work, 'json')));
  const index = work.editions.map(({ segments }) => new Map(segments.map(({ id }, k) => [id, k])));
  return alignment.rows.map(({ cells }: { cells: string[][] }) =>
    cells.map((cell, k) => cell.map((id) => index[k].get(id))),
  );
};

const runs = { numRuns: 60 };

test('Markdown', () =>
  fc.assert(
    fc.asyncProperty(works, async (work) => {
      for (const { segments, siglum } of work.editions) {
        const { editions } = await reread(work, 'markdown', [siglum]);
        expect(editions[0].segments.map(({ id }) => id)).toEqual(segments.map(({ id }) => id));
        expect(editions[0]).toMatchObject({
          title: `Title & ${siglum}`,
          translator: 'A. Translator',
        });
      }
    }),
    runs,
  ));

describe.each(['json', 'tei'] as const)('%s', (format) => {
  test('keeps texts, structure, marks, alignment and metadata', () =>
    fc.assert(
      fc.asyncProperty(works, async (work) => {
        const { editions, rows } = await reread(work, format, ['A', 'B']);
        work.editions.forEach((given, k) => {
          expect(editions[k].segments.map(shape)).toEqual(given.segments.map(shape));
          expect(editions[k].segments.map(marks)).toEqual(given.segments.map(marks));
          const { siglum, language, title, author, translator, date, licence } = given;
          expect(editions[k]).toMatchObject({
            siglum,
            language,
            title,
            author,
            translator,
            date,
            licence,
          });
        });
        const linked = (table: (number[] | null)[][]) =>
          table.filter((row) => row.every((cell) => cell && cell.length > 0));
        expect(linked(rows ?? [])).toEqual(linked(await alignmentOf(work)));
      }),
      runs,
    ));
});

describe.each(['csv', 'xlsx'] as const)('%s', (format) => {
  test('keeps texts, languages and alignment', () =>
    fc.assert(
      fc.asyncProperty(works, async (work) => {
        const { editions, rows } = await reread(work, format, ['A', 'B']);
        work.editions.forEach((given, k) => {
          const { siglum, language } = given;
          // Comma-separated values have no place for the language.
          expect(editions[k]).toMatchObject({ siglum, ...(format === 'xlsx' ? { language } : {}) });
          const all = given.segments.map(({ text, label }) => [label, text]);
          const found = editions[k].segments.map(({ text, label }) => [label, text]);
          // A moved passage stands beside what it corresponds to.
          expect(found.sort()).toEqual(all.sort());
        });
        const size = (table: (number[] | null)[][]) =>
          table.map((row) => row.map((cell) => cell?.length));
        expect(size(rows ?? [])).toEqual(size(await alignmentOf(work)));
      }),
      runs,
    ));
});

describe.each(['html', 'epub', 'docx', 'odt'] as const)('%s', (format) => {
  test('keeps the text, structure and metadata of an edition', () =>
    fc.assert(
      fc.asyncProperty(works, async (work) => {
        const [{ segments, warnings, basedOn, ...metadata }] = work.editions;
        const { editions } = await reread(work, format, ['A']);
        expect(editions[0]).toMatchObject(metadata);
        expect(editions[0].segments.map(shape)).toEqual(segments.map(shape));
      }),
      { numRuns: 30 },
    ));
});

describe.each(['html', 'docx', 'odt', 'markdown'] as const)('%s of several editions', (format) => {
  test('keeps texts, languages and alignment, and takes no mark of a difference for text', () =>
    fc.assert(
      fc.asyncProperty(works, async (made) => {
        // A table of a line or of single words is not told from one of data.
        const [A, B] = made.editions.map(enough);
        // In the language of A and much like it, so that differences are marked.
        const C = edition('C', 'en', A.segments.map(changed).slice(1));
        const work: Work = { ...made, order: ['A', 'B', 'C'], editions: [A, B, C] };
        const { editions, rows } = await reread(work, format, ['A', 'B', 'C']);
        const named = ({ siglum, language, title }: EditionDraft) =>
          format === 'markdown' ? siglum : [siglum, language, title];
        expect(editions.map(named)).toEqual(work.editions.map(named));
        work.editions.forEach((given, k) => {
          // As far as the format can tell what stands in a cell.
          const kindOf = ({ kind }: Segment) => {
            if (format === 'markdown') return 'paragraph';
            return format === 'html' && kind === 'item' ? 'paragraph' : kind;
          };
          const all = given.segments.map((each) => [kindOf(each), each.label, each.text]);
          const found = editions[k].segments.map(({ kind, text, label }) => [kind, label, text]);
          expect(found.sort()).toEqual(all.sort());
        });
        const size = (table: (number[] | null)[][]) =>
          table.map((row) => row.map((cell) => cell?.length));
        expect(size(rows ?? [])).toEqual(size(await alignmentOf(work)));
      }),
      { numRuns: 30 },
    ));
  const changed = (segment: Segment): Segment => ({
    ...segment,
    text: segment.text.replace('the', 'that').replace(' high', ''),
    spans: [],
  });
  /** An edition whose paragraphs say something. */
  const enough = ({ siglum, language, segments }: Edition): Edition =>
    edition(siglum, language, [
      ...segments.map((segment) => ({
        ...segment,
        text: `${segment.text} when the spring came and the ice was gone`,
      })),
      {
        id: '',
        kind: 'paragraph',
        text: 'The river was high that year, and nobody lived on it.',
        spans: [],
      },
      {
        id: '',
        kind: 'paragraph',
        text: 'Nobody had crossed the river before he came.',
        spans: [],
      },
    ]);
});

describe.each(['tmx', 'xliff'] as const)('%s', (format) => {
  test('keeps the words of all units, side by side', () =>
    fc.assert(
      fc.asyncProperty(works, async (work) => {
        const { editions, rows } = await reread(work, format, ['A', 'B']).catch(() => ({
          editions: [],
          rows: [],
        }));
        // Works with nothing in common give no unit, and an empty memory is refused.
        if (editions.length < 2) return;
        for (const [k, { segments }] of work.editions.entries()) {
          const words = segments
            .map(({ text }) => text)
            .join(' ')
            .split(/\s+/);
          const { siglum, language } = work.editions[k];
          expect(editions[k]).toMatchObject({ siglum, language });
          const found = editions[k].segments.flatMap(({ text }) => text.split(/\s+/));
          if (format === 'xliff') expect(found.toSorted()).toEqual(words.toSorted());
          else for (const each of found) expect(words).toContain(each);
        }
        expect(rows?.length).toBeGreaterThan(0);
      }),
      runs,
    ));
});

test('sentences set one edition over the other are all there, each once', () => {
  const sentences = fc.array(
    fc.array(fc.constantFrom('0-0', '0-1', '1-0', '1-1', '2-0'), { maxLength: 2 }),
    {
      maxLength: 5,
    },
  );
  fc.assert(
    fc.property(fc.array(sentences, { minLength: 1, maxLength: 3 }), (columns) => {
      const cells = columns.map((links) => ({
        segments: [{ sentences: links.map((own) => ({ links: own })) }],
      }));
      const groups = interleave(cells);
      columns.forEach((links, column) => {
        const found = groups.flatMap((group) => group[column].map(({ sentence }) => sentence));
        expect(found.toSorted()).toEqual(links.map((_, at) => at));
      });
    }),
  );
});
