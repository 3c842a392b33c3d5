import { InputError } from '../../core/errors';
import { type IngestedDocument, Losses } from '../document';
import { metadataFrom } from '../metadata';
import { ScriptureBuilder } from '../scripture/builder';
import { isObject, type Json, plainWords, reportFields } from './plain-words';

/**
 * Reads Bibles and other books of verses in the forms of JSON that are common: books with chapters
 * (`[{"name": "Jonah", "chapters": [["…", "…"]]}]`), chapters with verses (`{"chapter": 1, "verses": [{"verse": 1,
 * "text": "…"}]}`), verses that say their place (`{"b": 1, "c": 1, "v": 1, "t": "…"}`), and objects by names and
 * numbers (`{"Jonah": {"1": {"1": "…"}}}`). Null for other JSON.
 *
 * @throws InputError for a verse without a text or a place, among others that have them.
 */
export function readVerses(value: unknown): IngestedDocument | null {
  const reader = new VersesReader();
  return reader.read(value) ? { editions: [reader.finish()] } : null;
}

/** What fields are called, small and without signs. */
const names = {
  book: ['bookname', 'book', 'name', 'title', 'abbrev', 'b', 'bookid', 'nr'],
  bookOfVerse: ['bookname', 'book', 'b', 'bookid'],
  chapters: ['chapters'],
  chapter: ['chapter', 'c', 'chapternumber', 'chapterid', 'sura', 'surah', 'number', 'nr', 'id'],
  chapterOfVerse: ['chapter', 'c', 'chapternumber', 'chapterid', 'sura', 'surah'],
  verses: ['verses', 'ayahs', 'ayat'],
  verse: [
    'verse',
    'v',
    'versenumber',
    'verseid',
    'aya',
    'ayah',
    'numberinsurah',
    'number',
    'nr',
    'id',
  ],
  text: ['text', 't', 'versetext'],
  /** What holds the books, chapters or verses of a file. */
  holder: ['books', 'verses', 'chapters', 'surahs', 'quran', 'bible', 'data', 'resultset', 'row'],
};
/** What is said of a file beside its verses. */
const about: Record<string, string> = {
  lang: 'language',
  license: 'licence',
  copyright: 'licence',
};

class VersesReader {
  private readonly losses = new Losses();
  private readonly builder = new ScriptureBuilder(this.losses);
  private readonly known: Record<string, string> = {};
  private place = { book: '', chapter: '' };
  private readonly here = { book: '', chapter: '' };
  /** The place of the verse read last; empty before the first. */
  private last = '';

  finish() {
    const { title, ...draft } = this.builder.finish();
    return { ...(title ? { title } : {}), ...draft, ...metadataFrom(this.known) };
  }

  /** @returns whether the value has one of the forms. */
  read(value: unknown): boolean {
    if (Array.isArray(value)) return this.list(value);
    if (!isObject(value)) return false;
    if (fieldOf(value, names.chapters)) return this.books([value]);
    // A chapter by itself.
    const verses = fieldOf(value, names.verses);
    if (verses && fieldOf(value, names.chapterOfVerse) && !saysPlace(listOf(verses[1])[0]))
      return this.chapters([value]);
    const holder = fieldOf(value, names.holder);
    if (holder && typeof holder[1] === 'object') {
      if (!this.read(holder[1])) return false;
      this.tell(value, holder[0]);
      return true;
    }
    return this.byNames(value);
  }

  private list(values: readonly unknown[]): boolean {
    const [first] = values;
    if (!isObject(first)) return false;
    if (Array.isArray(first.field)) return this.rows(values);
    if (values.every((each) => saysPlace(each))) {
      for (const each of values) this.placedVerse(each as Json);
      return true;
    }
    const without = values.findIndex((each) => !saysPlace(each));
    if (2 * values.filter((each) => saysPlace(each)).length >= values.length) {
      throw new InputError(
        `entry ${without + 1} of ${values.length} does not have a chapter, a verse and a text`,
        { remedy: 'give it all three, as the others have them, or take it out' },
      );
    }
    if (!values.every(isObject)) return false;
    if (values.every((each) => fieldOf(each, names.chapters))) return this.books(values);
    if (values.every((each) => fieldOf(each, names.verses))) return this.chapters(values);
    return false;
  }

  /** What a file says of itself. */
  private tell(value: Json, read: string): void {
    const said = new Set([read]);
    for (const [name, each] of Object.entries(value)) {
      const field = about[name] ?? name;
      if (typeof each !== 'string' || !(field in metadataFrom({ [field]: each }))) continue;
      this.known[field] = each;
      said.add(name);
    }
    reportFields(value, said, this.losses);
  }

  private books(values: readonly Json[]): boolean {
    for (const value of values) {
      const [chaptersName, chapters] = fieldOf(value, names.chapters) ?? ['', []];
      const [name, title] = fieldOf(value, names.book) ?? ['', ''];
      this.book(plainWords(String(title), this.losses));
      if (!this.chapters(numbered(chapters))) return false;
      reportFields(value, new Set([chaptersName, name]), this.losses);
    }
    return values.length > 0;
  }

  private chapters(values: readonly unknown[] | null): boolean {
    if (!values) return false;
    return values.every((value, k) => {
      const [number, inner] = numberedValue(value, k);
      if (!isObject(inner)) {
        this.chapter(number);
        return this.verses(numbered(inner));
      }
      const verses = fieldOf(inner, names.verses);
      if (!verses) {
        this.chapter(number);
        return this.verses(numbered(inner));
      }
      const [name, own] = fieldOf(inner, names.chapter) ?? ['', number];
      this.chapter(String(own));
      reportFields(inner, new Set([verses[0], name]), this.losses);
      return this.verses(numbered(verses[1]));
    });
  }

  private verses(values: readonly unknown[] | null): boolean {
    if (!values) {
      return this.refuse((place) => `after ${place} comes a chapter without a list of verses`);
    }
    return values.every((value, k) => {
      const [number, inner] = numberedValue(value, k);
      if (inner === null || inner === '') return true;
      if (typeof inner === 'string') return this.verse(number, inner);
      const text = isObject(inner) ? textOf(inner) : undefined;
      if (!isObject(inner) || typeof text?.[1] !== 'string') {
        return this.refuse(
          (place) => `after ${place}, verse ${number} of its chapter is not a text`,
        );
      }
      const [name, own] = fieldOf(inner, names.verse) ?? ['', number];
      reportFields(inner, new Set([text[0], name]), this.losses);
      return this.verse(String(own), text[1]);
    });
  }

  /**
   * What does not have the form of the verses read before is refused by its place. Before the first verse it
   * may be JSON of another kind.
   */
  private refuse(saying: (place: string) => string): false {
    if (this.last === '') return false;
    throw new InputError(saying(this.last), {
      remedy: 'give it the form that the verses before it have, or take it out',
    });
  }

  private book(title: string): void {
    this.here.book = title;
    this.builder.book(title);
  }

  private chapter(number: string): void {
    this.here.chapter = number;
    this.builder.chapter(number);
  }

  private verse(number: string, words: string): boolean {
    this.last = `${this.here.book} ${this.here.chapter}:${number}`.trim();
    this.builder.verse(number);
    this.builder.text(plainWords(words, this.losses));
    return true;
  }

  /** A verse that says where it stands, which may be in another chapter or book than the one before it. */
  private placedVerse(value: Json): void {
    const book = fieldOf(value, names.bookOfVerse);
    const chapter = fieldOf(value, names.chapterOfVerse) ?? ['', ''];
    const verse = fieldOf(value, names.verse) ?? ['', ''];
    const text = textOf(value) ?? ['', ''];
    this.at(String(book?.[1] ?? ''), String(chapter[1]));
    if (text[1] !== '') this.verse(String(verse[1]), String(text[1]));
    const read = [book, chapter, verse, text].map((field) => field?.[0] ?? '');
    reportFields(value, new Set(read), this.losses);
  }

  private at(book: string, chapter: string): void {
    if (book !== this.place.book) this.book(book);
    if (book !== this.place.book || chapter !== this.place.chapter) this.chapter(chapter);
    this.place = { book, chapter };
  }

  /** Rows of a database: a number of the row, book, chapter, verse and words. */
  private rows(values: readonly unknown[]): boolean {
    return values.every((value) => {
      const field = isObject(value) ? value.field : null;
      if (!Array.isArray(field) || field.length !== 5 || typeof field[4] !== 'string') return false;
      this.at(String(field[1]), String(field[2]));
      return this.verse(String(field[3]), field[4]);
    });
  }

  /** Objects by the names of books, and the numbers of chapters and verses. */
  private byNames(value: Json): boolean {
    const entries = Object.entries(value);
    const areVerses = (inner: unknown) => isObject(inner) && areNumbers(Object.keys(inner));
    if (areNumbers(Object.keys(value)) && entries.every(([, inner]) => areVerses(inner))) {
      return this.chapters(numbered(value));
    }
    const areBooks = entries.every(
      ([, book]) =>
        isObject(book) && areNumbers(Object.keys(book)) && Object.values(book).every(areVerses),
    );
    if (entries.length === 0 || !areBooks) return false;
    return entries.every(([name, book]) => {
      this.book(name);
      return this.chapters(numbered(book));
    });
  }
}

/** A value with its number, where an object has them by it. */
class Numbered {
  constructor(
    readonly number: string,
    readonly value: unknown,
  ) {}
}

/** The values of a list, or of an object by numbers with these; null for what is neither, whose words would be lost. */
function numbered(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  return isObject(value) && areNumbers(Object.keys(value))
    ? Object.entries(value).map(([number, each]) => new Numbered(number, each))
    : null;
}

const numberedValue = (value: unknown, k: number): [string, unknown] =>
  value instanceof Numbered ? [value.number, value.value] : [String(k + 1), value];

const areNumbers = (keys: readonly string[]): boolean =>
  keys.length > 0 && keys.every((key) => /^\d{1,3}[a-z]?$/.test(key));

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const isFilled = (value: unknown): boolean => value !== null && value !== '';

/** The first of the fields of these names that an object has, with something in it unless asked for otherwise. */
function fieldOf(
  object: Json,
  called: readonly string[],
  isWanted = isFilled,
): [string, unknown] | undefined {
  const fields = new Map(
    Object.entries(object).map((field) => [field[0].toLowerCase().replace(/[^a-z]/g, ''), field]),
  );
  for (const name of called) {
    const field = fields.get(name);
    if (field && isWanted(field[1])) return field;
  }
  return undefined;
}

/** The words of a verse; critical editions keep the number of one that they leave out, with none. */
function textOf(value: Json): [string, unknown] | undefined {
  return fieldOf(value, names.text) ?? fieldOf(value, names.text, (each) => each === '');
}

/** Whether a verse says its chapter and its number. */
function saysPlace(value: unknown): value is Json {
  if (!isObject(value)) return false;
  const [chapter, verse] = [names.chapterOfVerse, names.verse].map(
    (called) => fieldOf(value, called)?.[1],
  );
  const text = textOf(value)?.[1];
  const isNumber = (each: unknown) => /^\d{1,3}[a-z]?$/.test(String(each));
  return typeof text === 'string' && isNumber(chapter) && isNumber(verse);
}
