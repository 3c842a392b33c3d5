import { libraryFolder } from '../core/config';
import { InputError } from '../core/errors';
import { contentHash } from '../core/hash';
import type { Work } from '../edition/model';
import type { PlacedTarget } from '../edition/notes';
import {
  knownSets,
  type RegularisationFile,
  type Rule,
  type RuleSet,
  regularisationSchema,
  ruleSets,
  scopeOf,
} from '../edition/regularisation';
import type { Revised } from '../store/json-file';
import { listFile, removedMeanwhile, without } from './list-file';
import { placeTarget, quoteTarget } from './notes';
import type { ChangedFile } from './undo';

const file = listFile('regularisation.json', 'rules', regularisationSchema);

/** The rules of a work and its ready sets of rules, with the revision of their file. */
export const readRegularisation = (
  slug: string,
  folder = libraryFolder(),
): Revised<RegularisationFile> => file.readWhole(slug, folder);

/**
 * Chooses the ready sets of rules of a work; names that only a newer version knows are kept.
 *
 * @returns what undoes it.
 */
export const chooseRuleSets = (
  slug: string,
  chosen: readonly RuleSet[],
  folder = libraryFolder(),
): Promise<ChangedFile[]> =>
  file.changeWhole(slug, folder, (whole) => {
    const known: readonly string[] = ruleSets;
    const others = (whole.sets ?? []).filter((set) => !known.includes(set));
    return { ...whole, sets: [...knownSets(chosen), ...others] };
  });

/** Known to other programs by what it holds for. */
export const ruleId = (rule: Rule): string => contentHash(scopeOf(rule), 'revision');

/** A rule as it stands now. */
export interface PlacedRule extends Omit<Rule, 'place'> {
  id: string;
  place?: PlacedTarget;
}

/** Finds the words of rules of one place in the texts as they are now. */
export const placeRules = (work: Work, rules: readonly Rule[]): PlacedRule[] =>
  rules.map(({ place, ...rule }) => ({
    id: ruleId({ ...rule, place }),
    ...rule,
    ...(place ? { place: placeTarget(work, place) } : {}),
  }));

/**
 * Adds a rule; one that holds for the same words in the same scope makes way.
 *
 * @returns what undoes it.
 * @throws InputError for words or an edition that the work does not have.
 */
export function addRule(work: Work, rule: Rule, folder = libraryFolder()): Promise<ChangedFile[]> {
  const { witness, place } = rule;
  if (witness && !work.order.includes(witness)) {
    throw new InputError(`“${work.title}” has no edition “${witness}”`, {
      code: 'not-found',
      remedy: `choose from ${work.order.join(', ')}`,
    });
  }
  const added: Rule = {
    ...rule,
    ...(place ? { place: quoteTarget(work, place) } : {}),
    date: new Date().toISOString(),
  };
  return file.change(work.slug, folder, (rules) => [
    ...rules.filter((each) => scopeOf(each) !== scopeOf(added)),
    added,
  ]);
}

/** Takes a rule out. @throws InputError `not-found` where there is none of that id. */
export function removeRule(
  slug: string,
  id: string,
  folder = libraryFolder(),
): Promise<ChangedFile[]> {
  return file.change(slug, folder, (rules) =>
    without(
      rules,
      (each) => ruleId(each) === id,
      () => new InputError('there is no such rule', removedMeanwhile),
    ),
  );
}

/** Rules whose edition or words are gone, as problems of the work. */
export function lostRules(work: Work, rules: readonly Rule[]): InputError[] {
  return placeRules(work, rules).flatMap(({ read, as, witness, place }) => {
    const gone =
      place?.state === 'lost'
        ? `words of “${place.edition}”`
        : witness && !work.order.includes(witness)
          ? `the edition “${witness}”`
          : null;
    if (!gone) return [];
    return [
      new InputError(
        `the rule that reads “${read}” as “${as}” is about ${gone}, which the work does not have any more`,
        {
          file: file.path(work.slug),
          remedy: 'remove it on the collation page, or make it anew; it is kept in the file',
        },
      ),
    ];
  });
}
