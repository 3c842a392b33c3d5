import { diffTexts } from '../collate/diff';
import { InputError } from '../core/errors';
import { type LookedUp, lookUpWord } from '../dictionaries/dictionaries';
import {
  type Edition,
  languageFamily,
  type Segment,
  sameLanguage,
  type Work,
} from '../edition/model';
import { isPronounced } from '../edition/pronunciations';
import { segmentIndex } from '../edition/segments';
import { isFunctionWord } from '../language/closed-class';
import { phrasesAround } from '../language/headwords';
import { sharedLanguage } from '../language/literary';
import { findEdition } from '../works/load';
import { pronunciationsIn } from '../works/pronunciations';
import { type DictionaryWord, dictionaryWords } from './dictionary-words';
import { type Layout, layOut } from './layout';
import { pinyinOf } from './pinyin-of';
import { linkWords, type PairWordLinks, type WordPlace } from './word-links';

/** Words that a reader has picked out; UTF-16 offsets in the segment's text. */
export interface PickedWords {
  siglum: string;
  /** Id of the segment. */
  segment: string;
  start: number;
  end: number;
}

/** What another edition has for the picked words. */
export interface Counterpart {
  siglum: string;
  language: string;
  /** The same place in the same language, or the words that render it in another. */
  kind: 'reading' | 'rendering';
  /** Empty where nothing corresponds. */
  text: string;
  /** Whether it is the very same words. */
  same: boolean;
  /** Id of the segment where it starts. */
  segment: string | null;
}

export interface PassageDetails extends PickedWords {
  text: string;
  language: string;
  /** Number of the segment in its edition, from 1, and as the text itself numbers it. */
  paragraph: number;
  label?: string;
  counterparts: Counterpart[];
  /** How the words are read where they stand, a syllable a character; only of a few Chinese characters alone. */
  pinyin?: string;
  dictionary: DictionaryWord[];
  /** Headwords that hold the picked words and what is beside them; only of Chinese. */
  phrases: string[];
  /** What bilingual dictionaries of the library and the system have under the words. */
  lookedUp: LookedUp[];
}

/**
 * All that the library knows of some words: what the other editions shown have in their place,
 * and what the dictionary says of them or of their Chinese counterparts.
 *
 * @throws InputError when the words are not in the edition.
 */
export async function lookUp(
  work: Work,
  editions: readonly Edition[],
  base: Edition,
  picked: PickedWords,
): Promise<PassageDetails> {
  const edition = findEdition(work, picked.siglum);
  const index = segmentIndex(edition).get(picked.segment) ?? -1;
  const segment = edition.segments[index];
  if (!segment || picked.start < 0 || picked.end > segment.text.length) {
    throw new InputError(`“${picked.siglum}” has no such words`, {
      remedy: 'reload the page: the text may have changed',
    });
  }
  const layout = await layOut(work, editions, base);
  const shown = editions.indexOf(edition);
  const row = layout.rows[layout.rowOf[shown]?.[index] ?? -1];
  const inBase = row?.cells[editions.indexOf(base)].indices ?? [];
  const pairs =
    inBase.length > 0
      ? await linkWords(work, editions, base, [inBase[0], inBase[inBase.length - 1] + 1])
      : [];
  const text = segment.text.slice(picked.start, picked.end);
  const counterparts = editions.flatMap((other, k): Counterpart[] => {
    if (other === edition) return [];
    const found = sameLanguage(other, edition)
      ? readingIn(layout, row?.cells[shown].indices ?? [], row?.cells[k].indices ?? [], {
          edition,
          other,
          index,
          picked,
        })
      : joinPlaces(other, linkedPlaces(pairs, base, picked, other));
    return [
      {
        siglum: other.siglum,
        language: other.language,
        kind: sameLanguage(other, edition) ? 'reading' : 'rendering',
        same: found.text === text,
        ...found,
      },
    ];
  });
  const chinese = [{ language: edition.language, text }, ...counterparts].find(
    ({ language, text: words }) => languageFamily(language) === 'zh' && words !== '',
  );
  return {
    ...picked,
    text,
    language: edition.language,
    paragraph: index + 1,
    label: segment.label,
    counterparts,
    ...pinyinAt(work, edition, segment, picked),
    dictionary: chinese ? dictionaryWords(chinese.text) : [],
    phrases:
      languageFamily(edition.language) === 'zh'
        ? phrasesAround(segment.text, picked.start, picked.end)
        : [],
    lookedUp: await lookUpPicked(text, edition, editions),
  };
}

/** @returns nothing of words that no pronunciation can be said of. */
function pinyinAt(
  work: Work,
  { siglum, language }: Edition,
  segment: Segment,
  { start, end }: PickedWords,
): { pinyin?: string } {
  const isWord = isPronounced(segment.text.slice(start, end));
  if (languageFamily(language) !== 'zh' || !isWord) return {};
  const within = pinyinOf(segment, pronunciationsIn(work, siglum)).filter(
    (each) => each.start >= start && each.end <= end,
  );
  return { pinyin: within.map(({ pinyin }) => pinyin).join(' ') };
}

/** Words of a selection beyond which it is not looked up: no dictionary has it. */
const longestLookedUp = 6;
/** Entries that are shown. */
const maxLookedUp = 8;

/** What dictionaries into the languages of the other editions say of a selection, or of its words. */
async function lookUpPicked(
  text: string,
  edition: Edition,
  editions: readonly Edition[],
): Promise<LookedUp[]> {
  const into = editions
    .filter((other) => !sameLanguage(other, edition))
    .map(({ language }) => language);
  const words = text.match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? [];
  if (into.length === 0 || words.length === 0 || words.length > longestLookedUp) return [];
  const whole = await lookUpWord(text, edition.language, into);
  if (whole.length > 0 || words.length === 1) return whole.slice(0, maxLookedUp);
  const found: LookedUp[] = [];
  for (const word of words) {
    if (isFunctionWord(word, languageFamily(edition.language))) continue;
    found.push(...(await lookUpWord(word, edition.language, into)).slice(0, 2));
  }
  return found.slice(0, maxLookedUp);
}

type Found = Pick<Counterpart, 'text' | 'segment'>;
const nothing: Found = { text: '', segment: null };

/** What an edition of the same language reads at a place. */
function readingIn(
  layout: Layout,
  own: readonly number[],
  there: readonly number[],
  {
    edition,
    other,
    index,
    picked,
  }: {
    edition: Edition;
    other: Edition;
    index: number;
    picked: PickedWords;
  },
): Found {
  if (there.length === 0 || layout.rows.length === 0) return nothing;
  const [a, b] = [joined(edition, own), joined(other, there)];
  const from = a.starts[own.indexOf(index)] + picked.start;
  const to = from + picked.end - picked.start;
  const language = sharedLanguage(edition.language, other.language);
  let [atA, atB] = [0, 0];
  let [low, high] = [Number.POSITIVE_INFINITY, -1];
  for (const change of diffTexts(a.text, b.text, { language }).changes) {
    const [endA, endB] = [atA + change.a.length, atB + change.b.length];
    const inside = change.a === '' ? from < atA && atA < to : atA < to && endA > from;
    if (inside && change.kind !== 'move') {
      const exact = change.kind === 'equal' && change.a.length === change.b.length;
      low = Math.min(low, exact ? atB + Math.max(0, from - atA) : atB);
      high = Math.max(high, exact ? endB - Math.max(0, endA - to) : endB);
    }
    [atA, atB] = [endA, endB];
  }
  if (high <= low) return nothing;
  const text = b.text.slice(low, high).replace(/\s+/g, ' ').trim();
  const k = b.starts.findLastIndex((start) => start <= low);
  return { text, segment: other.segments[there[Math.max(0, k)]].id };
}

function joined({ segments }: Edition, indices: readonly number[]) {
  let text = '';
  const starts = indices.map((index) => {
    if (text !== '') text += '\n\n';
    const start = text.length;
    text += segments[index].text;
    return start;
  });
  return { text, starts };
}

/** Where another edition renders the picked words, through the base where neither is the base. */
function linkedPlaces(
  pairs: readonly PairWordLinks[],
  base: Edition,
  picked: PickedWords,
  other: Edition,
): WordPlace[] {
  const overlaps = (places: readonly WordPlace[]) => (place: WordPlace) =>
    places.some(([s, start, end]) => s === place[0] && start < place[2] && end > place[1]);
  const linksOf = (siglum: string) => pairs.find((pair) => pair.siglum === siglum)?.links ?? [];
  const own: WordPlace[] = [[picked.segment, picked.start, picked.end]];
  const inBase =
    picked.siglum === base.siglum
      ? own
      : linksOf(picked.siglum).flatMap(([b, o]) => (overlaps(own)(o) ? [b] : []));
  if (other === base) return inBase;
  return linksOf(other.siglum).flatMap(([b, o]) => (overlaps(inBase)(b) ? [o] : []));
}

/** Words in the order of the text; those with others between them have dots there. */
function joinPlaces(edition: Edition, places: readonly WordPlace[]): Found {
  const order = segmentIndex(edition);
  const sorted = places.toSorted(
    (x, y) => (order.get(x[0]) ?? 0) - (order.get(y[0]) ?? 0) || x[1] - y[1],
  );
  if (sorted.length === 0) return nothing;
  let text = '';
  let last: WordPlace | null = null;
  for (const place of sorted) {
    const [id, start, end] = place;
    const whole = edition.segments[order.get(id) ?? 0].text;
    if (last && last[0] === id && start < last[2]) continue;
    const between = last && last[0] === id ? whole.slice(last[2], start) : ' … ';
    text += last ? (/[\p{L}\p{N}]/u.test(between) ? ' … ' : between) : '';
    text += whole.slice(start, end);
    last = place;
  }
  return { text, segment: sorted[0][0] };
}
