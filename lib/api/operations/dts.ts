import { teiType } from '../dts';
import { reads } from '../operation';
import { choiceParameter, required, textParameter, wholeParameter } from '../parameters';

const ld = { 'application/ld+json': { type: 'object' } };

const passage = {
  resource: required(textParameter('The edition: `work:siglum`.')),
  ref: textParameter('One unit: its identifier.'),
  start: textParameter('First unit of a passage.'),
  end: textParameter('Last unit of a passage.'),
  tree: textParameter('The citation tree; there is one, which needs no name.'),
};

export const getDtsEntry = reads('getDtsEntry', {
  summary: 'Distributed Text Services: where they begin',
  answers: ld,
});

export const getDtsCollection = reads(
  'getDtsCollection',
  {
    summary: 'The library, a work or an edition',
    parameters: {
      id: textParameter('A work, or `work:siglum`; the library by default.'),
      nav: choiceParameter('Members below it, or the collections that it is in.', [
        'children',
        'parents',
      ]),
      page: wholeParameter('A page of its members, from 1.', 1),
    },
    answers: ld,
  },
  { tagged: true },
);

export const getDtsNavigation = reads(
  'getDtsNavigation',
  {
    summary: 'The units of an edition or of a passage of it',
    parameters: {
      ...passage,
      down: wholeParameter(
        'Levels of units below; -1 for all, 0 with `ref` for those beside it.',
        -1,
      ),
      page: wholeParameter('A page of the units, from 1.', 1),
    },
    answers: ld,
  },
  { tagged: true },
);

export const getDtsDocument = reads(
  'getDtsDocument',
  {
    summary: 'An edition or a passage of it as TEI',
    parameters: { ...passage, mediaType: textParameter(`${teiType} is the only one.`) },
    answers: { [teiType]: { type: 'string' } },
  },
  { tagged: true },
);
