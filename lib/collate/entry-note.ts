import type { ApparatusForm, SiglaGroup } from '../edition/apparatus-form';
import { graphemes } from '../language/graphemes';
import { unspaced } from '../language/script';
import type { ApparatusEntry, Reading } from './apparatus-entry';
import { type EditorWord, editorWord } from './editor-word';
import { substantiveKinds } from './kinds';

/**
 * A piece of an entry as it is printed: words of a witness, what an editor says (om., add.), sigla, or the
 * signs and spaces between them.
 */
export interface NotePiece {
  kind: 'words' | 'said' | 'sigla' | 'sign';
  text: string;
}

const sign = (text: string): NotePiece => ({ kind: 'sign', text });

/** The word or words that an entry stands under; a caret where the base has none near. */
export const lemmaOf = ({
  lemma,
  beside,
  carried,
}: Pick<ApparatusEntry, 'lemma' | 'beside' | 'carried'>): string =>
  shortened(carried || lemma || beside?.word || '‸');

/** From this length, in words or in letters of a script without spaces, the middle of a lemma is left out. */
const [longWords, longLetters] = [8, 24];

/** Words as a note refers to them: the first and the last of many stand for all. */
function shortened(text: string): string {
  const words = text.trim().split(/\s+/);
  if (words.length >= longWords) {
    return `${words.slice(0, 2).join(' ')} … ${words.slice(-2).join(' ')}`;
  }
  const letters = graphemes(text).map(({ segment }) => segment);
  return words.length === 1 && unspaced.test(text) && letters.length >= longLetters
    ? `${letters.slice(0, 4).join('')}…${letters.slice(-4).join('')}`
    : text;
}

/** What is printed after a lemma with the sigla of those who have it: what an editor says, and words; either may be empty. */
export interface PrintedReading {
  said: EditorWord | null;
  text: string;
  /** In the order of the witnesses. */
  sigla: string[];
  /** One, or several that are printed alike: some may leave marks where others leave nothing. */
  readings: Reading[];
}

/** The readings of an entry as they are printed. Differences of form, which are named, stay apart from others. */
export function printedReadings(entry: ApparatusEntry): PrintedReading[] {
  const found = new Map<string, PrintedReading>();
  for (const reading of entry.readings) {
    const { said, text } = printed(reading, entry);
    const form = substantiveKinds.includes(reading.kind) ? '' : reading.kind;
    const key = [said, text, form].join('\n');
    const same = found.get(key);
    if (same) {
      same.readings.push(reading);
      same.sigla = entry.witnesses.filter((siglum) =>
        same.readings.some(({ sigla }) => sigla.includes(siglum)),
      );
    } else found.set(key, { said, text, sigla: reading.sigla, readings: [reading] });
  }
  return [...found.values()];
}

function printed(reading: Reading, entry: ApparatusEntry): Pick<PrintedReading, 'said' | 'text'> {
  if (reading.carried) return { said: null, text: reading.carried };
  // Of a word that is torn no reader needs the part that is left.
  if (entry.lacuna) return { said: editorWord(reading, entry), text: '' };
  const words = reading.trimmed ?? reading.text;
  const said = editorWord({ text: words, move: reading.move }, entry);
  // What has moved can be read where the text has it.
  if (said === 'transp.') return { said, text: shortened(words) };
  // A comma after words that are added parts them from what the text has.
  return {
    said,
    text: said === 'add.' ? words.replace(/[,;:·\u0387،؛、，；：]$/u, '') : words,
  };
}

/** An entry as it is printed: lemma ] readings with their sigla. */
export const entryNote = (entry: ApparatusEntry, form: ApparatusForm): NotePiece[] => [
  { kind: 'words', text: lemmaOf(entry) },
  sign(' ] '),
  ...readingsNote(entry, form),
];

/** The witnesses that agree with the lemma, where the form names them; else empty. */
export const agreeingSigla = (
  { sigla }: Pick<ApparatusEntry, 'sigla'>,
  { positive, groups }: ApparatusForm,
): string => (positive ? siglaText(sigla, groups) : '');

/** What stands after the lemma of an entry. */
export function readingsNote(entry: ApparatusEntry, form: ApparatusForm): NotePiece[] {
  const agreeing = agreeingSigla(entry, form);
  const parts: NotePiece[][] = agreeing ? [[{ kind: 'sigla', text: agreeing }]] : [];
  for (const { said, text, sigla } of printedReadings(entry)) {
    const pieces: NotePiece[] = [
      ...(said ? [{ kind: 'said' as const, text: said }] : []),
      ...(text ? [{ kind: 'words' as const, text }] : []),
      { kind: 'sigla', text: siglaText(sigla, form.groups) },
    ];
    parts.push(pieces.flatMap((piece, k) => (k > 0 ? [sign(' '), piece] : [piece])));
  }
  return parts.flatMap((part, k) => (k > 0 ? [sign('; '), ...part] : part));
}

/**
 * Sigla as they are printed: where all members of a group are among them, the group's siglum stands in the
 * place of the first. The largest groups come first, and a witness is named once.
 */
export function siglaText(sigla: readonly string[], groups: readonly SiglaGroup[] = []): string {
  let shown = [...sigla];
  for (const { siglum, members } of [...groups].sort(largestFirst)) {
    if (!members.every((member) => shown.includes(member))) continue;
    const first = shown.findIndex((each) => members.includes(each));
    shown = shown.flatMap((each, k) =>
      k === first ? [siglum] : members.includes(each) ? [] : [each],
    );
  }
  return shown.join(' ');
}

const largestFirst = (x: SiglaGroup, y: SiglaGroup): number => y.members.length - x.members.length;
