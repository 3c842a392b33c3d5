import { differenceKinds } from '../../collate/kinds';
import { slipKinds } from '../../edition/slips';
import { citationForms } from '../../formats/citation/write';
import { paperSizes, printLayouts } from '../../formats/pdf/printed';
import { exportFormats } from '../../studies/export-forms';
import { next } from '../answer-schemas';
import { listOf, named, number, object, text, whole } from '../json-schema';
import { json, reads } from '../operation';
import {
  choiceParameter,
  choicesParameter,
  listParameter,
  required,
  textParameter,
  wholeParameter,
} from '../parameters';

const chosen = {
  editions: listParameter('Sigla, with commas between; the first three of the work by default.'),
  base: listParameter(
    'The siglum that the others are aligned with, then the bases of other languages.',
  ),
};
const ignore = choicesParameter('Kinds of difference that are not counted.', differenceKinds);

/** The view of a comparison, as its page has it: what bears on the rows. */
const view = {
  ...chosen,
  ignore,
  only: choiceParameter('Only places that differ.', ['differences']),
  page: wholeParameter('Section of the work, from 1.', 1),
  at: textParameter('A place: the number of a row, or `siglum.segment`.'),
  ref: textParameter('A place as people name it: `Acts 9:4`.', { maxLength: 200 }),
  ruby: choiceParameter('Readings of Chinese: in Pinyin (on), or in Bopomofo.', ['on', 'zhuyin']),
};

const ld = { 'application/ld+json': { type: 'object' } };

export const listWorks = reads(
  'listWorks',
  {
    summary: 'The works of the library; a work that cannot be read says why',
    parameters: {
      limit: wholeParameter('Works at most; all by default.', 1, 500),
      from: wholeParameter('Works to pass over.'),
    },
    answers: json(
      object(
        {
          works: listOf({ oneOf: [named('Work'), named('UnreadableWork')] }),
          next,
        },
        ['works'],
      ),
    ),
  },
  { tagged: true },
);

export const getWork = reads(
  'getWork',
  { summary: 'A work and its editions', answers: json(named('Work')) },
  { tagged: true },
);

/** The forms of an edition that `Accept` may ask for. */
export const editionTypes = [
  'application/json',
  'application/tei+xml',
  'text/markdown',
  'text/plain',
] as const;

/** Segments in one answer, at most. */
export const maxSegments = 2000;

export const getEdition = reads(
  'getEdition',
  {
    summary:
      'An edition with its segments; as TEI, Markdown or plain text where Accept asks for it',
    parameters: {
      from: wholeParameter('First segment, from 0.'),
      to: wholeParameter(`Past the last; at most ${maxSegments} come at once, as JSON.`),
    },
    answers: {
      ...json(named('EditionText')),
      'application/tei+xml': text,
      'text/markdown': text,
      'text/plain': text,
    },
  },
  { tagged: true },
);

export const getParagraph = reads('getParagraph', {
  summary: 'A paragraph as its file has it, and the revision of that file',
  answers: json(object({ source: text, revision: text })),
});

/** Rows with their texts in one answer, at most. */
export const maxRows = 500;

export const getAlignment = reads(
  'getAlignment',
  {
    summary: 'Which segments correspond',
    parameters: {
      ...chosen,
      form: choiceParameter('The alignment table, or the beads of two editions.', [
        'table',
        'beads',
      ]),
      include: choiceParameter('The texts of the segments too.', ['text']),
      from: wholeParameter('First row, from 1.', 1),
      to: wholeParameter(`Last row; with texts at most ${maxRows} come at once.`, 1),
    },
    answers: json({ anyOf: [named('AlignmentTable'), named('Beads')] }),
  },
  { tagged: true },
);

export const getCollation = reads(
  'getCollation',
  {
    summary: 'The words of editions of one language in columns, as CollateX gives them',
    parameters: {
      ...chosen,
      ignore,
      from: wholeParameter('First row, from 1.', 1),
      to: wholeParameter(`Last row; at most ${maxRows} come at once.`, 1),
    },
    answers: json(named('Collation')),
  },
  { tagged: true },
);

export const getRows = reads('getRows', {
  summary: 'One section of a comparison, as its page shows it',
  parameters: view,
  answers: json(object({ section: whole, sections: whole, rows: listOf({ type: 'object' }) })),
});

const wordPlace = { type: 'array', prefixItems: [text, whole, whole] };

export const getWords = reads('getWords', {
  summary: 'Which words render which in one section of a comparison',
  parameters: view,
  answers: json(
    object({
      base: text,
      pairs: listOf(
        object({
          siglum: text,
          links: listOf({ type: 'array', prefixItems: [wordPlace, wordPlace, number] }),
        }),
      ),
    }),
  ),
});

const dictionaryWord = object({
  word: text,
  entries: listOf(object({ traditional: text, pinyin: text, glosses: listOf(text) })),
  parts: listOf(text),
});

export const getDictionaryWords = reads('getDictionaryWords', {
  summary: 'What CC-CEDICT has of Chinese words',
  parameters: { text: required(textParameter('The words, in either script.', { maxLength: 100 })) },
  answers: json(object({ words: listOf(dictionaryWord) })),
});

export const getPassage = reads('getPassage', {
  summary: 'What is known of some words: their counterparts, dictionaries, notes',
  parameters: {
    ...chosen,
    siglum: required(textParameter('Siglum of the edition.')),
    segment: required(textParameter('Id of the segment.')),
    start: required(wholeParameter('Where the words start, a UTF-16 offset.')),
    end: required(wholeParameter('Where they end.')),
  },
  answers: json({
    ...object(
      {
        siglum: text,
        segment: text,
        start: whole,
        end: whole,
        text,
        language: text,
        paragraph: whole,
        label: text,
        counterparts: listOf({ type: 'object' }),
        dictionary: listOf(dictionaryWord),
        phrases: listOf(text),
        lookedUp: listOf({ type: 'object' }),
        notes: listOf(named('Note')),
      },
      ['siglum', 'segment', 'start', 'end', 'text', 'language', 'counterparts', 'notes'],
    ),
  }),
});

export const getCheckList = reads('getCheckList', {
  summary: 'Likely slips of translations, with what people have dismissed',
  parameters: {
    base: textParameter('Siglum of the edition they are checked against; the original by default.'),
    editions: listParameter('Sigla to check; all in other languages than the base by default.'),
    kind: choiceParameter('The only kind that is wanted.', slipKinds),
    format: choiceParameter('As a table.', ['csv']),
  },
  answers: {
    ...json(object({ base: text, findings: listOf(named('Finding')) })),
    'text/csv': text,
  },
});

export const getStatistics = reads('getStatistics', {
  summary: 'One table of a work’s statistics',
  parameters: { table: textParameter('Its name, such as `similarity-en`; `editions` by default.') },
  answers: { 'text/csv': text },
});

export const getCitation = reads('getCitation', {
  summary: 'A citation of a place',
  parameters: {
    siglum: required(textParameter('Siglum of the edition.')),
    segment: required(textParameter('Id of the segment.')),
    form: required(choiceParameter('The style of the citation.', citationForms)),
    url: textParameter('An address that the citation is to name.'),
    quote: textParameter('Words that it is to quote.'),
  },
  answers: { 'text/plain': text },
});

export const exportFile = reads(
  'exportWork',
  {
    summary: 'A work as a file',
    parameters: {
      ...chosen,
      format: required(choiceParameter('The format of the file.', exportFormats)),
      layout: choiceParameter('How PDF sets the editions; columns by default.', printLayouts),
      paper: choiceParameter('The paper of PDF; A4 by default.', paperSizes),
    },
    answers: Object.fromEntries(
      [
        'application/tei+xml',
        'application/json',
        'application/octet-stream',
        'application/pdf',
        'text/csv',
        'text/html',
        'text/markdown',
      ].map((type) => [type, text]),
    ),
  },
  { tagged: true },
);

export const getArchive = reads(
  'getArchive',
  {
    summary: 'All files of a work in one ZIP archive: editions, corrections, notes, rules',
    answers: { 'application/zip': { type: 'string', contentMediaType: 'application/zip' } },
  },
  { tagged: true },
);

export const getAnnotations = reads('getAnnotations', {
  summary: 'The notes on a work as a collection of W3C Web Annotations',
  parameters: { page: wholeParameter('Its only page is 1.', 1, 1) },
  answers: ld,
});

export const getAnnotation = reads('getAnnotation', {
  summary: 'One note as a W3C Web Annotation',
  answers: ld,
});

export const searchLibrary = reads('searchLibrary', {
  summary: 'Search the library: hits with their counterparts in the other editions',
  parameters: {
    q: required(
      textParameter('Words, "phrases", begin*, w?ldcards, /expressions/, -not, siglum:word.', {
        maxLength: 500,
      }),
    ),
    work: listParameter('Only in these works.'),
    edition: listParameter('Only in these editions.'),
    language: listParameter('Only in these languages.'),
    limit: wholeParameter('Hits at most; 20 by default.', 1, 200),
    from: wholeParameter('Hits to pass over.'),
  },
  answers: json(named('SearchResult')),
});
