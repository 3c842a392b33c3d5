import { describe, expect, test } from 'vitest';
import { apparatus } from '../../lib/collate/apparatus';
import { collate } from '../../lib/collate/collation';
import { createClassifier } from '../../lib/collate/kinds';
import { prepareWitnesses } from '../../lib/collate/prepare';
import { regularise } from '../../lib/collate/regularise';
import { parseJson } from '../../lib/core/json';
import { type Rule, regularisationSchema } from '../../lib/edition/regularisation';

describe('rules of regularisation', () => {
  const apply = (rules: Rule[]) => {
    const witnesses = prepareWitnesses(
      [
        { siglum: 'A', text: 'the mill in so far as it stood' },
        { siglum: 'B', text: 'the myll insofar as it stood' },
      ],
      { language: 'en' },
    );
    const found = collate(regularise(witnesses, rules));
    const parts = apparatus(found, 0, createClassifier({ language: 'en' }));
    return parts.flatMap((part) => ('entry' in part ? [part.entry.lemma] : []));
  };

  test('make words one, for all witnesses or one', () => {
    expect(apply([])).toEqual(['mill', 'in so far']);
    expect(apply([{ read: 'Myll', as: 'mill' }])).toEqual(['in so far']);
    expect(apply([{ read: 'myll', as: 'mill', witness: 'A' }])).toEqual(['mill', 'in so far']);
    expect(
      apply([
        { read: 'in so far', as: 'insofar' },
        { read: 'myll', as: 'mill' },
      ]),
    ).toEqual([]);
  });

  test('make a dash of two strokes and one of one stroke the same', () => {
    const witnesses = prepareWitnesses(
      [
        { siglum: 'A', text: 'He paid -- slowly.' },
        { siglum: 'B', text: 'He paid — slowly.' },
      ],
      { language: 'en' },
    );
    const entries = (rules: Rule[]) =>
      apparatus(
        collate(regularise(witnesses, rules)),
        0,
        createClassifier({ language: 'en' }),
      ).filter((part) => 'entry' in part);
    expect(entries([])).toHaveLength(1);
    expect(entries([{ read: '—', as: '--' }])).toEqual([]);
  });

  test('a rule in another form is refused by name', () => {
    expect(() => parseJson('{"rules":[{"read":"a"}]}', 'rules.json', regularisationSchema)).toThrow(
      'rules.0.as',
    );
  });
});
