import { InputError, inFile } from '../core/errors';
import { largestFile } from '../core/files';
import type { EditionDraft } from '../edition/read';
import { checkBounds, checkEditions } from './bounds';
import { formatNameOf } from './detect';
import { type GivenFile, type IngestedDocument, withWarnings } from './document';
import { decodeText } from './text/decode';
import { inGivenEncoding } from './text/given-encoding';
import { parseEdition } from './text/parse-edition';

/** A format that is read: by what its files are called, and how. Readers load when first needed. */
export interface Format {
  name: string;
  endings: string[];
  /** Whether numbers stand beside the text, as of verses and of the rows of tables, and not in it. */
  numbersApart?: true;
  read: (file: GivenFile) => Promise<IngestedDocument>;
}

const one = (draft: EditionDraft): IngestedDocument => ({ editions: [draft] });

export const formats: readonly Format[] = [
  { name: 'Markdown', endings: ['md', 'markdown'], read: readText },
  { name: 'plain text', endings: ['txt', 'text'], read: readText },
  {
    name: 'HTML',
    endings: ['html', 'htm', 'xhtml'],
    read: async (file) => (await import('./html/read')).readHtml(file),
  },
  {
    name: 'Word',
    endings: ['docx'],
    read: async (file) => (await import('./docx/read')).readDocx(file),
  },
  {
    name: 'OpenDocument',
    endings: ['odt'],
    read: async (file) => (await import('./odt/read')).readOdt(file),
  },
  {
    name: 'flat OpenDocument',
    endings: ['fodt'],
    read: async (file) => (await import('./odt/read')).readFlatOdt(file),
  },
  {
    name: 'EPUB',
    endings: ['epub'],
    read: async (file) => (await import('./epub/read')).readEpub(file),
  },
  {
    name: 'USFM',
    endings: ['usfm', 'sfm', 'ptx'],
    numbersApart: true,
    read: async (file) => one(await (await import('./usfm/read')).readUsfm(file)),
  },
  {
    name: 'USX',
    endings: ['usx'],
    numbersApart: true,
    read: async (file) => one((await import('./usx/read')).readUsx(file)),
  },
  {
    name: 'USFX',
    endings: ['usfx'],
    numbersApart: true,
    read: async (file) => one((await import('./usfx/read')).readUsfx(file)),
  },
  {
    name: 'OSIS',
    endings: ['osis'],
    numbersApart: true,
    read: async (file) => one((await import('./osis/read')).readOsis(file)),
  },
  {
    name: 'TEI',
    endings: ['xml', 'tei'],
    numbersApart: true,
    read: async (file) => (await import('./tei/read')).readTei(file),
  },
  {
    name: 'InterText',
    endings: ['zip'],
    numbersApart: true,
    read: async (file) => (await import('./intertext/read')).readInterText(file),
  },
  {
    name: 'FictionBook',
    endings: ['fb2', 'fbz'],
    read: async (file) => (await import('./fb2/read')).readFb2(file),
  },
  {
    name: 'TMX',
    endings: ['tmx'],
    numbersApart: true,
    read: async (file) => (await import('./tmx/read')).readTmx(file),
  },
  {
    name: 'XLIFF',
    endings: ['xlf', 'xliff'],
    numbersApart: true,
    read: async (file) => (await import('./xliff/read')).readXliff(file),
  },
  {
    name: 'CSV',
    endings: ['csv', 'tsv'],
    numbersApart: true,
    read: async (file) => (await import('./csv/read')).readCsv(file),
  },
  {
    name: 'Excel',
    endings: ['xlsx', 'xlsm'],
    numbersApart: true,
    read: async (file) => (await import('./xlsx/read')).readXlsx(file),
  },
  {
    name: 'OpenDocument spreadsheet',
    endings: ['ods'],
    numbersApart: true,
    read: async (file) => (await import('./ods/read')).readOds(file),
  },
  {
    name: 'XLS (by LibreOffice)',
    endings: ['xls'],
    numbersApart: true,
    read: async (file) => (await import('./libreoffice/read')).readSheetByLibreOffice(file),
  },
  {
    name: 'JSON',
    endings: ['json', 'jsonl', 'ndjson'],
    numbersApart: true,
    read: async (file) => (await import('./json/read')).readJsonDocument(file),
  },
  {
    name: 'Gettext',
    endings: ['po', 'pot'],
    numbersApart: true,
    read: async (file) => (await import('./po/read')).readPo(file),
  },
  {
    name: 'RTF and DOC (by LibreOffice)',
    endings: ['rtf', 'doc', 'wpd'],
    read: async (file) => (await import('./libreoffice/read')).readByLibreOffice(file),
  },
  {
    name: 'subtitles',
    endings: ['srt', 'vtt'],
    numbersApart: true,
    read: async (file) => one((await import('./subtitles/read')).readSubtitles(file)),
  },
];

/** Endings of the files that can be read, with their dots. */
export const endings: readonly string[] = formats.flatMap((format) =>
  format.endings.map((ending) => `.${ending}`),
);

/** The format of a file. @throws InputError for one that is not read, with those that are. */
export function formatOf(file: GivenFile): Format {
  const called = formatNameOf(file, formats);
  return formats.find((each) => each.name === called) ?? formats[1];
}

/** Whether a format is the text itself, so that a file is read to the letter. */
export const isPlain = ({ read }: Format): boolean => read === readText;

/**
 * Reads a file of any format known, by its contents and its ending.
 *
 * @throws InputError for what cannot be read, and for what holds no text.
 */
export async function readDocument(given: GivenFile): Promise<IngestedDocument> {
  const file = inGivenEncoding(given);
  return checkDocument(await attempt(file, formatOf(file)), file.name);
}

/** A document within bounds, whose text can be written. @throws InputError for one without text. */
export function checkDocument(given: IngestedDocument, name: string): IngestedDocument {
  const document = bounded(wellFormed(given), name);
  const editions = document.editions.filter(({ segments }) => segments.length > 0);
  if (editions.length === 0) {
    throw new InputError('it holds no text', { file: name, remedy: 'give a text with paragraphs' });
  }
  return document;
}

/**
 * Halves of characters (lone surrogates, as JSON can hold them) cannot be written down: they
 * become the sign for a damaged character, and are reported.
 */
function wellFormed(document: IngestedDocument): IngestedDocument {
  return {
    ...document,
    editions: document.editions.map((draft) => {
      const damaged = draft.segments.filter(({ text }) => loneSurrogate.test(text));
      if (damaged.length === 0) return draft;
      const message = `halves of characters became “\ufffd” (${damaged.length})`;
      return {
        ...draft,
        segments: draft.segments.map((segment) => ({
          ...segment,
          text: segment.text.replace(allLoneSurrogates, '\ufffd'),
        })),
        warnings: [...draft.warnings, { message }],
      };
    }),
  };
}

function bounded(document: IngestedDocument, name: string): IngestedDocument {
  return inFile(name, () => {
    checkEditions(document.editions.length);
    return { ...document, editions: document.editions.map(checkBounds) };
  });
}

/** What is said of a file on which a library stumbled; our own readers never do. */
export const stumbled = 'its parts do not fit together';

/** A library's message without what it puts before it: the kind of error, its own name. */
const plainWords = (words: string): string =>
  words.replace(/^(\s*(error|warning|fatal error)\s*:|\s*\[[^\]]*\])+\s*/i, '').trim();

const loneSurrogate = /\p{Surrogate}/u;
const allLoneSurrogates = /\p{Surrogate}/gu;

async function attempt(file: GivenFile, { name: format, read }: Format): Promise<IngestedDocument> {
  try {
    return await read(file);
  } catch (error) {
    if (error instanceof RangeError || /call stack/.test(String(error))) {
      throw new InputError('the file is nested too deeply to read', {
        file: file.name,
        remedy: 'flatten its lists or divisions',
      });
    }
    if (!(error instanceof InputError)) {
      // A library that gives up on a damaged file says so in its own words, or stumbles.
      const words = error instanceof Error ? error.message.split('\n')[0] : String(error);
      const reason = error instanceof TypeError ? stumbled : plainWords(words);
      throw new InputError(`it cannot be read as ${format}: ${reason.slice(0, 160)}`, {
        file: file.name,
        remedy: 'open it in the program it comes from and save it again',
      });
    }
    return inFile(file.name, () => {
      throw error;
    });
  }
}

/** Markdown and plain text, in whatever encoding they are. */
async function readText({ bytes, name, asOne }: GivenFile): Promise<IngestedDocument> {
  if (bytes.length > largestFile) {
    throw new InputError('the text is longer than the 16 MB that an edition may have', {
      code: 'too-large',
      file: name,
      remedy: 'divide it, for example by volume or book',
    });
  }
  const { text, warnings } = decodeText(bytes, name);
  const draft = inFile(name, () => parseEdition(text, name));
  const rows = draft.segments.filter(({ kind }) => kind === 'row').length;
  // What has front matter says that it is one edition.
  if (!asOne && rows > draft.segments.length / 2 && !text.startsWith('---')) {
    const table = (await import('./markdown/table')).readMarkdownTable(text);
    if (table) return withWarnings(table, warnings);
  }
  return withWarnings(one(draft), warnings);
}
