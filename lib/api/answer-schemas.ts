import { doubtReasons } from '../align/doubts';
import { editionKinds } from '../edition/model';
import { correctedUnits } from '../edition/sentence-ids';
import { slipKinds } from '../edition/slips';
import {
  type JsonSchema,
  listOf,
  named,
  number,
  object,
  orNull,
  text,
  whole,
  yesOrNo,
} from './json-schema';

const segmentKinds = ['paragraph', 'heading', 'item', 'verse', 'footnote', 'row'];
/** A part of a segment's text: which, and its UTF-16 offsets. */
const target = object(
  {
    edition: text,
    segment: text,
    start: whole,
    end: whole,
    quote: text,
    state: { enum: ['here', 'moved', 'lost'] },
  },
  ['edition', 'segment'],
);
/** What a finding of the check list, and its dismissal, is about. */
const finding = {
  kind: { enum: slipKinds },
  /** What speaks for a slip: numbers, or words. */
  finding: object(
    { name: text, values: listOf(number), here: listOf(number), word: text, rendering: text },
    ['name'],
  ),
  editions: { ...listOf(text), description: 'Sigla: of the base, and of what is checked.' },
  targets: listOf(target),
};
const bead = object(
  { a: listOf(whole), b: listOf(whole), score: number, origin: text, transposition: yesOrNo },
  ['a', 'b', 'score'],
);
const side = object({ siglum: text, language: text, segments: whole, ids: listOf(text) }, [
  'language',
  'segments',
]);

const problem = object({
  type: text,
  title: text,
  status: whole,
  code: { ...text, description: 'For programs: bad-input, not-found, not-ready, conflict, …' },
  detail: { ...text, description: 'What is wrong, where, and how to fix it.' },
});

const edition = object(
  {
    siglum: text,
    language: { ...text, description: 'BCP 47' },
    title: text,
    kind: { enum: editionKinds },
    basedOn: { type: ['string', 'null'] },
    author: text,
    translator: text,
    date: text,
    source: text,
    url: text,
    licence: text,
    segments: { ...whole, description: 'How many it has.' },
  },
  ['siglum', 'language', 'title', 'kind', 'basedOn', 'segments'],
);

const segment = object(
  {
    id: text,
    kind: { enum: segmentKinds },
    level: whole,
    label: text,
    text,
    spans: listOf({
      ...object({ kind: text, start: whole, end: whole }),
      additionalProperties: true,
    }),
  },
  ['id', 'kind', 'text', 'spans'],
);

/** Of what comes in parts. */
export const next = { ...text, description: 'Address of what follows; absent at the end.' };

/** The named schemas of the document. */
export const answerSchemas: Readonly<Record<string, JsonSchema>> = {
  Problem: problem,
  Edition: edition,
  Work: object(
    {
      slug: text,
      title: text,
      author: text,
      date: text,
      description: text,
      base: text,
      editions: listOf(named('Edition')),
      problems: listOf(text),
    },
    ['slug', 'title', 'base', 'editions'],
  ),
  UnreadableWork: object({ slug: text, error: text }),
  Segment: segment,
  EditionText: object(
    {
      ...(edition.properties as Record<string, JsonSchema>),
      count: { ...whole, description: 'Segments of the whole edition.' },
      from: whole,
      next,
      segments: listOf(named('Segment')),
    },
    ['siglum', 'language', 'title', 'kind', 'basedOn', 'count', 'from', 'segments'],
  ),
  AlignmentTable: object(
    {
      base: text,
      editions: listOf(text),
      count: { ...whole, description: 'Rows of the whole table.' },
      next,
      rows: listOf(
        object(
          {
            number: whole,
            score: number,
            cells: { ...listOf(listOf(text)), description: 'Ids of segments, a list an edition.' },
            texts: {
              ...listOf(listOf(text)),
              description: 'With include=text: the texts of those segments.',
            },
            moved: listOf(yesOrNo),
          },
          ['number', 'score', 'cells'],
        ),
      ),
    },
    ['base', 'editions', 'count', 'rows'],
  ),
  Beads: object({ unit: text, a: side, b: side, beads: listOf(bead) }),
  Collation: object(
    {
      base: text,
      count: whole,
      next,
      rows: listOf(
        object({
          number: whole,
          variance: number,
          segments: { ...listOf(listOf(text)), description: 'Ids, a list a witness.' },
          witnesses: listOf(text),
          table: listOf(listOf(orNull(listOf(object({ t: text, n: text }))))),
        }),
      ),
    },
    ['base', 'count', 'rows'],
  ),
  CollateX: object({
    witnesses: listOf(text),
    table: listOf(
      listOf(orNull(listOf({ ...object({ t: text, n: text }), additionalProperties: true }))),
    ),
  }),
  Diff: object({
    changes: listOf(
      object(
        {
          kind: { enum: ['equal', 'insert', 'delete', 'replace', 'move'] },
          a: text,
          b: text,
          move: whole,
          agrees: yesOrNo,
        },
        ['kind', 'a', 'b'],
      ),
    ),
    similarity: number,
  }),
  SearchResult: object(
    {
      hits: listOf(
        object({
          work: text,
          title: text,
          row: whole,
          siglum: text,
          segment: text,
          editions: listOf(
            object({
              siglum: text,
              language: text,
              segments: listOf(
                object({ id: text, label: text, text, matches: listOf(listOf(whole)) }, [
                  'id',
                  'text',
                  'matches',
                ]),
              ),
            }),
          ),
        }),
      ),
      total: whole,
      complete: yesOrNo,
      renewing: { type: ['number', 'null'] },
      took: { ...number, description: 'milliseconds' },
      next,
    },
    ['hits', 'total', 'complete', 'renewing', 'took'],
  ),
  Note: object(
    {
      id: text,
      targets: listOf(target),
      text: { ...text, description: 'Markdown' },
      html: text,
      author: object({ id: text, name: text }),
      created: text,
      modified: text,
    },
    ['id', 'targets', 'text', 'created', 'modified'],
  ),
  Rule: object(
    {
      id: text,
      read: text,
      as: text,
      class: text,
      witness: text,
      place: target,
      language: text,
      note: text,
      date: text,
    },
    ['id', 'read', 'as'],
  ),
  Term: object(
    {
      id: text,
      term: text,
      language: text,
      renderings: { type: 'object', additionalProperties: text },
      note: text,
      date: text,
    },
    ['id', 'term', 'language', 'renderings'],
  ),
  Finding: object(
    {
      id: { ...text, description: 'By what it is about; that of its dismissal.' },
      ...finding,
      baseText: text,
      hereText: text,
      dismissal: named('Dismissal'),
      outdated: {
        ...named('Dismissal'),
        description: 'Its words have changed since: it holds no longer.',
      },
    },
    ['id', 'kind', 'finding', 'editions', 'targets', 'baseText', 'hereText'],
  ),
  Dismissal: object(
    {
      id: text,
      ...finding,
      reason: text,
      author: object({ id: text, name: text }),
      date: text,
      state: { enum: ['here', 'changed'] },
    },
    ['kind', 'finding', 'editions', 'targets', 'reason'],
  ),
  CollationEdit: object(
    {
      id: text,
      kind: { enum: ['together', 'apart', 'moved', 'not-moved', 'lemma'] },
      places: listOf(target),
      reading: text,
      date: text,
    },
    ['id', 'kind', 'places'],
  ),
  Pronunciation: object(
    { id: text, edition: text, word: text, pinyin: text, place: target, date: text },
    ['id', 'edition', 'word', 'pinyin'],
  ),
  Changed: object({ changed: listOf(named('ChangedFile')) }),
  ChangedFile: {
    ...object({ path: text, before: text, after: text }),
    description: 'A file that a save has changed, with its revisions before and after it.',
  },
  Saved: object({
    work: text,
    files: listOf(text),
    confirmed: whole,
    warnings: listOf({ type: 'object' }),
    revisions: { type: 'object', additionalProperties: text },
    changed: listOf(named('ChangedFile')),
  }),
  Correcting: object(
    {
      revision: text,
      beads: listOf(bead),
      confirmed: listOf(object({ a: listOf(text), b: listOf(text) })),
      lost: listOf({ type: 'object' }),
      unit: { enum: [...correctedUnits] },
      doubts: listOf(object({ bead: whole, reasons: listOf({ enum: [...doubtReasons] }) })),
      sentences: object({
        a: listOf(text),
        b: listOf(text),
        cuts: listOf({ type: 'object' }),
      }),
    },
    ['unit', 'revision', 'beads', 'confirmed', 'lost', 'doubts'],
  ),
};
