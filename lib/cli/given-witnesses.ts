import { prepareWitnesses, type WitnessText } from '../collate/prepare';
import { type CollationUnit, paragraphEnd, type Witness } from '../collate/witness';
import { InputError } from '../core/errors';
import { decodeUtf8, stemOf } from '../core/files';
import { spaced } from '../edition/labels';
import type { Segment } from '../edition/model';
import { isCollateX, parseWitnesses } from '../formats/collatex/read';
import type { GivenFile } from '../formats/document';
import { formatOf, readDocument } from '../formats/registry';
import { inGivenEncoding } from '../formats/text/given-encoding';
import type { Folding } from '../language/fold';
import { certainLanguage } from '../language/script';
import { isBlank, note, noteOf, readGiven } from './given-texts';

export interface ReadingOptions {
  normalize?: Folding[];
  unit: CollationUnit;
  lang?: string;
  encoding?: string;
}

interface Given {
  texts: WitnessText[];
  /** What languages the files say that they are in. */
  languages: string[];
}

/** The witnesses that files hold, in tokens, and their language: `und` where it is not certain. */
export async function readWitnesses(
  files: string[],
  { normalize, unit, lang, encoding }: ReadingOptions,
): Promise<{ witnesses: Witness[]; language: string }> {
  const given = await Promise.all(files.map((file) => readGiven(file, encoding)));
  const { texts, languages } =
    given.length === 1 ? await readOneFile(given[0]) : await readFiles(given);
  const sample = texts.map((each) =>
    'text' in each ? each.text : each.tokens.map(({ t }) => t).join(' '),
  );
  const language = lang ?? languages[0] ?? certainLanguage(sample.join('\n'));
  if (language === 'und' && texts.some((each) => 'text' in each)) {
    note(
      'the texts are too short to know their language; --lang says it, for spelling and numbers',
    );
  }
  return { language, witnesses: prepareWitnesses(texts, { language, unit, normalize }) };
}

/** One file that has several witnesses: CollateX's JSON, or editions in any other format. */
function readOneFile(file: GivenFile): Promise<Given> | Given {
  const tokens = isBlank(file) ? null : collateX(file);
  return tokens ?? readFiles([file], 2);
}

/** The witnesses of CollateX's JSON, with their tokens; null for any other file. */
function collateX(given: GivenFile): Given | null {
  const { bytes, name } = inGivenEncoding(given);
  if (!/^\s*\{/.test(Buffer.from(bytes.subarray(0, 256)).toString('utf8'))) return null;
  const text = decodeUtf8(bytes, name).replace(/^\uFEFF/, '');
  if (!isCollateX(text)) return null;
  const texts = parseWitnesses(text, name).map(
    ({ id, content, tokens }): WitnessText =>
      tokens ? { siglum: id, tokens } : { siglum: id, text: content ?? '' },
  );
  return { texts, languages: [] };
}

/**
 * Texts of files of any format; a file of several editions gives as many witnesses.
 *
 * @param least how many there must be.
 */
async function readFiles(files: readonly GivenFile[], least = 0): Promise<Given> {
  const given: Given = { texts: [], languages: [] };
  const names: string[] = [];
  for (const file of files) {
    const { name } = file;
    // A witness that lacks a passage is one that has nothing.
    if (isBlank(file)) {
      note(`${name}: the file is empty`);
      names.push(stemOf(name));
      given.texts.push({ siglum: '', text: '' });
      continue;
    }
    const { editions } = await readDocument(file);
    const { numbersApart } = formatOf(inGivenEncoding(file));
    for (const { siglum, language, segments: all, warnings } of editions) {
      // Notes are not part of the text that is collated.
      const segments = all.filter(({ kind }) => kind !== 'footnote');
      noteOf(name, warnings);
      names.push(editions.length > 1 && siglum ? siglum : stemOf(name));
      if (language) given.languages.push(language);
      const words = numbersApart ? withoutNumbers(segments) : segments.map(withLabel);
      given.texts.push({ siglum: '', text: words.join(paragraphEnd) });
    }
  }
  if (names.length < least) throw alone(files[0].name);
  const sigla = uniqueSigla(names);
  return { ...given, texts: given.texts.map((each, k) => ({ ...each, siglum: sigla[k] })) };
}

const alone = (file: string): InputError =>
  new InputError('one file alone must be CollateX JSON, or hold several editions', {
    file,
    remedy: 'give two files or more',
  });

/** Texts of segments, without the headings of Scripture that are only the numbers of chapters, as its verses have them. */
function withoutNumbers(segments: readonly Segment[]): string[] {
  const inVerses = segments.some(({ label = '' }) => /^\p{N}+:\p{N}/u.test(label));
  return segments
    .filter(({ kind, text }) => !(inVerses && kind === 'heading' && /^\p{N}+$/u.test(text)))
    .map(({ text }) => text);
}

/** A text with the number that is written before it. */
const withLabel = ({ label, text }: Pick<Segment, 'label' | 'text'>): string =>
  label ? spaced(label) + text : text;

/** Names, numbered where two are alike. */
function uniqueSigla(names: string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((stem) => {
    const count = (seen.get(stem) ?? 0) + 1;
    seen.set(stem, count);
    return count === 1 ? stem : `${stem}-${count}`;
  });
}
