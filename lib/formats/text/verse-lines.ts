import { createIdentifier } from '../../edition/identify';
import type { Segment } from '../../edition/model';
import type { EditionDraft } from '../../edition/read';
import { Losses } from '../document';

interface NumberedForm {
  pattern: RegExp;
  /** The number that is found, as labels have it. */
  label: (...parts: string[]) => string;
  /** Words that stand in each line beside its number, if any. */
  beside?: (...parts: string[]) => string;
}

/** How the lines of a file begin that has a verse in each. */
const forms: readonly NumberedForm[] = [
  // Tanzil’s Quran, and Bibles that are taken from a database.
  { pattern: /^\s*(\d{1,3})\|(\d{1,3})\|/, label: (chapter, verse) => `${chapter}:${verse}` },
  {
    pattern: /^([\p{L}\p{N}. ]{1,30})\|(\d{1,3})\|(\d{1,3})\|/u,
    label: (book, chapter, verse) => `${book} ${chapter}:${verse}`,
  },
  {
    pattern: /^((?:\d ?)?\p{L}[\p{L}. ]{0,24} \d{1,3}[:.]\d{1,3}[a-z]?)\t/u,
    label: (place) => place,
  },
  // Texts that are copied from ctext.org.
  {
    pattern: /^(\d{1,4})\t([^\t]{1,24}[:：])\t/,
    label: (number) => number,
    beside: (_, title) => title,
  },
];

/** So many lines, and of all that share, must begin so. */
const fewest = 3;
const minShare = 0.8;

/**
 * Reads a text that has a verse in each line, after its number: `1|2|…`, `Gen 1:2⇥…`. Lines that begin with
 * `#` are remarks, which are reported; others are paragraphs. Null for any other text.
 */
export function readVerseLines(source: string): EditionDraft | null {
  const lines = source.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const used = lines.filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const form = forms.find(({ pattern }) => {
    const count = used.filter((line) => pattern.test(line)).length;
    return count >= fewest && count >= minShare * used.length;
  });
  if (!form) return null;
  const losses = new Losses();
  const identify = createIdentifier();
  const segments = lines.flatMap((line, k): Segment[] => {
    if (line.startsWith('#')) {
      losses.add('remarks', k + 1, line);
      return [];
    }
    const [number = '', ...parts] = form.pattern.exec(line) ?? [];
    const text = line.slice(number.length).trim();
    if (number !== '' && form.beside)
      losses.add('titles before each verse', k + 1, form.beside(...parts));
    if (text === '') {
      if (number !== '') losses.add('verses without text', k + 1, number);
      return [];
    }
    const kind = number === '' ? 'paragraph' : 'verse';
    return [
      {
        id: identify(kind, text),
        kind,
        ...(number === '' ? {} : { label: form.label(...parts).trim() }),
        text,
        spans: [],
        position: { line: k + 1, column: 1, endLine: k + 1, start: 0, end: 0 },
      },
    ];
  });
  return { segments, warnings: losses.warnings() };
}
