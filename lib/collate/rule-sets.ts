import { languageFamily, primaryLanguage } from '../edition/model';
import type { Rule, RuleSet } from '../edition/regularisation';
import { canonical } from '../language/fold';
import { createSpelling, hasSpelling } from '../language/spelling';
import { createElision, vowelLetterKey } from '../language/spelling-variants';
import { modernForms } from './archaic-english';
import type { Witness } from './witness';

/** A word as it stands in a witness. */
interface StandingWord {
  /** As written, in small letters. */
  word: string;
  /** The apostrophe that follows it at once, if any. */
  apostrophe: string;
  /** Words beside it, as far as a verb may stand from its subject. */
  near: readonly string[];
}

/** How far a verb stands from “thou” at most, in words. */
const reach = 3;

/**
 * The rules that ready sets make for some witnesses. A form is read as another only where the witnesses
 * have that other form, too: so no list of all words is needed, and nothing else is touched.
 *
 * @param language BCP 47, for the letters that the set `spelling` takes as one.
 */
export function rulesOfSets(
  sets: readonly RuleSet[],
  witnesses: readonly Witness[],
  language: string,
): Rule[] {
  if (sets.length === 0) return [];
  const standing = witnesses.flatMap(standingWords);
  const counts = new Map<string, number>();
  for (const { word } of standing) counts.set(word, (counts.get(word) ?? 0) + 1);
  const rules = new Map<string, Rule>();
  for (const set of sets) {
    for (const rule of expand(set, standing, counts, language)) {
      if (!rules.has(rule.read)) rules.set(rule.read, rule);
    }
  }
  return [...rules.values()];
}

/** The sets that can serve texts of a language. */
export function ruleSetsOf(language: string): RuleSet[] {
  const family = languageFamily(language);
  const own: Partial<Record<string, RuleSet>> = {
    en: 'archaic-english',
    el: 'greek-elision',
    he: 'hebrew-matres',
  };
  const set = own[family] ?? own[primaryLanguage(language)];
  return [...(hasSpelling(language) ? (['spelling'] as const) : []), ...(set ? [set] : [])];
}

function expand(
  set: RuleSet,
  standing: readonly StandingWord[],
  counts: ReadonlyMap<string, number>,
  language: string,
): Rule[] {
  const present = (word: string) => counts.has(word);
  switch (set) {
    case 'spelling':
      return joined(counts, createSpelling(language));
    case 'hebrew-matres':
      return joined(counts, vowelLetterKey);
    case 'greek-elision': {
      const fullForm = createElision(counts.keys());
      return standing.flatMap(({ word, apostrophe }): Rule[] => {
        const full = apostrophe && fullForm(word);
        return full ? [{ read: word + apostrophe, as: full, class: 'orthographic' }] : [];
      });
    }
    case 'archaic-english':
      return standing.flatMap(({ word, near }): Rule[] => {
        const modern = modernForms(word, near).find(present);
        return modern ? [{ read: word, as: modern, class: 'morphological' }] : [];
      });
  }
}

/** Words with the same key are read as the one that is written most often. */
function joined(counts: ReadonlyMap<string, number>, keyOf: (word: string) => string): Rule[] {
  const groups = new Map<string, string[]>();
  for (const word of counts.keys()) {
    const key = keyOf(word);
    groups.set(key, [...(groups.get(key) ?? []), word]);
  }
  return [...groups.values()].flatMap((words) => {
    const [usual, ...others] = words.sort((x, y) => (counts.get(y) ?? 0) - (counts.get(x) ?? 0));
    return others.map((read): Rule => ({ read, as: usual, class: 'orthographic' }));
  });
}

function standingWords({ tokens }: Witness): StandingWord[] {
  const written = tokens.map(({ t }) => canonical(t).toLowerCase());
  const words = written.map((text) => text.trim());
  return words.flatMap((word, k) =>
    /[\p{L}\p{N}]/u.test(word)
      ? [
          {
            word,
            apostrophe:
              word === written[k] ? (apostrophes.exec(words[k + 1] ?? '')?.[0] ?? '') : '',
            near: words.slice(Math.max(0, k - reach), k + reach + 1),
          },
        ]
      : [],
  );
}

const apostrophes = /^['’ʼ᾽᾿]/u;
