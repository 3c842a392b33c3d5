// What people have said and decided about a work: notes, links, rules, terms, changes by hand.

import { correctedUnits } from '../../edition/sentence-ids';
import { listOf, named, object, text } from '../json-schema';
import { json, reads } from '../operation';
import { choiceParameter, required, textParameter } from '../parameters';

export const listNotes = reads('listNotes', {
  summary: 'The notes on a work, each with where it stands now',
  answers: json(object({ notes: listOf(named('Note')) })),
});

export const listRules = reads('listRules', {
  summary: 'The rules of regularisation of a work, each with where its words stand now',
  parameters: { format: choiceParameter('As a table.', ['csv']) },
  answers: {
    ...json(object({ rules: listOf(named('Rule')), sets: listOf(text) })),
    'text/csv': text,
  },
});

export const listLibraryRules = reads('listLibraryRules', {
  summary: 'The rules of regularisation that hold in all works',
  answers: json(object({ rules: listOf(named('Rule')) })),
});

export const listTerms = reads('listTerms', {
  summary: 'The terms of a work with their preferred renderings',
  parameters: { format: choiceParameter('As a table, or as TBX.', ['csv', 'tbx']) },
  answers: {
    ...json(object({ terms: listOf(named('Term')) })),
    'text/csv': text,
    'application/x-tbx+xml': text,
  },
});

export const listDismissals = reads('listDismissals', {
  summary:
    'What people have dismissed from the check lists of a work, and whether its words still stand',
  answers: json(object({ dismissals: listOf(named('Dismissal')) })),
});

export const listCollationEdits = reads('listCollationEdits', {
  summary: 'What people have changed in the collations of a work by hand',
  answers: json(object({ edits: listOf(named('CollationEdit')) })),
});

export const listPronunciations = reads('listPronunciations', {
  summary: 'How people say that Chinese characters of a work are read',
  answers: json(object({ pronunciations: listOf(named('Pronunciation')) })),
});

export const getCorrections = reads('getCorrections', {
  summary: 'The links between two editions, and which of them are confirmed',
  parameters: {
    a: required(textParameter('Siglum of an edition.')),
    b: required(textParameter('Siglum of another.')),
    unit: choiceParameter('What is linked; paragraphs by default.', correctedUnits),
  },
  answers: json(named('Correcting')),
});

export const getHistory = reads('getHistory', {
  summary: 'What saves have replaced in a work, the latest first',
  answers: json(
    object({
      replaced: listOf(
        object({ path: text, before: text, after: text, replaced: text }, ['path', 'replaced']),
      ),
    }),
  ),
});
