import { isRun } from '../align/revise';
import { InputError, inFile } from '../core/errors';
import { largestFile } from '../core/files';
import { check } from '../core/json';
import { type FrontMatter, frontMatterSchema } from '../edition/metadata';
import type { Segment, Warning } from '../edition/model';
import { siglumPattern } from '../edition/names';
import { writeMarkdownEdition } from '../edition/write';
import type { GivenFile, IngestedDocument } from '../formats/document';
import { isAlignment, readAlignedTexts } from '../formats/intertext/read';
import { distinct } from '../formats/parallel';
import { checkDocument, readDocument } from '../formats/registry';
import { parseEdition } from '../formats/text/parse-edition';
import { boundedKind, inProcess, runBounded } from '../jobs/bounded';
import { guessLanguage } from '../language/script';
import type { ConfirmedBead } from './corrections';

// Plans what an import saves. All that takes time with a file is done here, in a process for that.

/** What is to be made of files. */
export interface PlanRequest {
  /** One file, or several that are the parts of one edition (volumes, chapters), in order. */
  files: GivenFile[];
  /** What an edition is called that neither `sigla` nor its file names. */
  siglum?: string;
  /** Sigla for the editions of the files, in order; their own by default. */
  sigla?: string[];
  /** Sigla, as the file has them, of the editions to take; all by default. */
  choose?: string[];
  /** What is known of the edition, in place of what its text says. */
  metadata: FrontMatter;
}

/** An edition as the file it will be. */
export interface PlannedEdition {
  siglum: string;
  text: string;
  title?: string;
  /** Ids of its segments, where the file says what corresponds. */
  ids: string[];
}

/** Beads between the first edition and another, as the file has them side by side. */
export interface PlannedLinks {
  /** Index of the other edition. */
  other: number;
  beads: ConfirmedBead[];
}

export interface ImportPlan {
  editions: PlannedEdition[];
  links: PlannedLinks[];
  warnings: Warning[];
  /** The title of the work, where the file says it. */
  title?: string;
  names?: string[][];
}

export const planImportJob = boundedKind<PlanRequest, never, ImportPlan>('plan-import', 'upload');

/** @throws InputError for what cannot be read, or cannot become an edition. */
export async function planImport(request: PlanRequest): Promise<ImportPlan> {
  const { files } = request;
  const documents: IngestedDocument[] = [];
  // Who gives one name says that it is one text.
  const asOne = request.sigla?.length === 1 && !request.choose;
  const aligned = files.length > 1 && files.some(isAlignment);
  if (aligned) documents.push(checkDocument(readAlignedTexts(files), files[0].name));
  else for (const file of files) documents.push(await readNamed({ ...file, asOne }));
  const document = choose(join(documents, files), request);
  const { editions, rows } = document;
  const sigla = request.sigla ?? [];
  if (sigla.length > 0 && sigla.length !== editions.length) {
    throw new InputError(
      `the file holds ${editions.length} editions (${editions.map(({ siglum }) => siglum).join(', ')}), and ${sigla.length} sigla were given`,
      { remedy: 'give one for each, separated by commas, or choose with --editions' },
    );
  }
  const several = editions.length > 1;
  const plan = planEditions(
    editions.map(({ segments, warnings, siglum, ...found }, k) => ({
      siglum: sigla[k] ?? siglum ?? request.siglum ?? '',
      // What is said of one edition cannot be said of several.
      metadata: several ? { ...request.metadata, ...found } : { ...found, ...request.metadata },
      segments,
      warnings,
    })),
    files[0].name,
    rows,
  );
  return { ...plan, title: document.title, names: document.names };
}

/**
 * What saving editions writes.
 *
 * @param name how messages call the text.
 * @param rows which of their segments correspond: a row a place, a cell an edition, by index.
 * @throws InputError for what cannot become an edition.
 */
export function planEditions(
  drafts: readonly EditionToSave[],
  name: string,
  rows?: readonly PlacedRow[],
): ImportPlan {
  const texts = drafts.map((draft) => fileOf(draft, name));
  texts.forEach(({ siglum }, k) => {
    const twin = texts.findIndex((other) => sameFile(other.siglum, siglum));
    if (twin === k) return;
    throw new InputError(`two editions of the file would have the siglum “${siglum}”`, {
      file: name,
      remedy: 'give each a siglum of its own; small and capital letters do not tell them apart',
    });
  });
  const planned = rows
    ? planLinks(texts, drafts, rows)
    : { links: [], ids: texts.map(() => []), warnings: [] };
  return {
    editions: texts.map((text, k) => ({
      ...text,
      title: drafts[k].metadata.title,
      ids: planned.ids[k],
    })),
    links: planned.links,
    warnings: [...drafts.flatMap(({ warnings }) => warnings), ...planned.warnings],
  };
}

/** Whether two names are one file on systems that do not distinguish small letters from capitals. */
export const sameFile = (one: string, other: string): boolean =>
  one.normalize('NFC').toLowerCase() === other.normalize('NFC').toLowerCase();

/** Plans an import: within limits, and in a process of its own where that is called for. */
export function planSafely(request: PlanRequest): Promise<ImportPlan> {
  const bytes = request.files.reduce((sum, file) => sum + file.bytes.length, 0);
  const here = request.files.every(({ name }) => inProcess(name, bytes));
  return here ? planImport(request) : runBounded(planImportJob, request);
}

export interface EditionToSave {
  siglum: string;
  metadata: FrontMatter;
  segments: Segment[];
  warnings: Warning[];
}

/** An edition as the file it will be. */
function fileOf(edition: EditionToSave, name: string): { siglum: string; text: string } {
  const siglum = edition.siglum.normalize('NFC');
  if (!siglumPattern.test(siglum)) {
    throw new InputError(`“${siglum.slice(0, 60)}” cannot be a siglum`, {
      remedy: 'use letters, digits, ".", "-" or "_", at most 40',
    });
  }
  const { segments } = edition;
  if (segments.length === 0) {
    throw new InputError(`the edition “${siglum}” holds no text`, {
      file: name,
      remedy: 'leave it out, or give it a text',
    });
  }
  const given = Object.fromEntries(
    Object.entries(edition.metadata).filter(([, value]) => value !== undefined),
  );
  const metadata = inFile(name, () => check(frontMatterSchema, { ...given, siglum }));
  const language = metadata.language ?? guessLanguage(segments.map(({ text }) => text).join('\n'));
  const text = writeMarkdownEdition({ ...metadata, language }, segments);
  if (Buffer.byteLength(text) > largestFile) {
    throw new InputError('the text is longer than the 16 MB that an edition may have', {
      code: 'too-large',
      file: name,
      remedy: 'divide it, for example by volume or book',
    });
  }
  return { siglum, text };
}

/** A place, and which segments of each edition stand there; null where nothing is said of an edition. */
type PlacedRow = readonly (readonly number[] | null)[];

/** What the file puts side by side, between its first edition and each other, by ids as saved. */
function planLinks(
  texts: readonly { siglum: string; text: string }[],
  drafts: readonly EditionToSave[],
  rows: readonly PlacedRow[],
): { links: PlannedLinks[]; ids: string[][]; warnings: Warning[] } {
  const ids = texts.map(({ siglum, text }) =>
    parseEdition(text, `${siglum}.md`).segments.map(({ id }) => id),
  );
  const links: PlannedLinks[] = [];
  const warnings: Warning[] = [];
  for (let other = 1; other < texts.length; other++) {
    if ([0, other].some((k) => ids[k].length !== drafts[k].segments.length)) {
      warnings.push({
        message: `what corresponds between ${texts[0].siglum} and ${texts[other].siglum} is not kept: their paragraphs are divided otherwise once saved`,
      });
      continue;
    }
    const beads = rows.flatMap((row): ConfirmedBead[] => {
      const [inA, inB] = [row[0], row[other]];
      if (!inA || !inB || inA.length + inB.length === 0 || !isRun(inA) || !isRun(inB)) return [];
      return [{ a: inA.map((i) => ids[0][i]), b: inB.map((j) => ids[other][j]) }];
    });
    links.push({ other, beads });
  }
  return { links, ids, warnings };
}

function join(
  documents: readonly IngestedDocument[],
  files: readonly GivenFile[],
): IngestedDocument {
  if (documents.length === 1) return documents[0];
  const many = documents.findIndex(({ editions }) => editions.length !== 1);
  if (many >= 0) {
    throw new InputError('a file of several editions cannot be one of several parts', {
      file: files[many].name,
      remedy: 'import it by itself',
    });
  }
  const drafts = documents.map(({ editions }) => editions[0]);
  return {
    ...documents[0],
    // The first part speaks for all.
    editions: [
      {
        ...drafts[0],
        segments: joinParts(drafts.map(({ segments }) => segments)),
        warnings: drafts.flatMap(({ warnings }) => warnings),
      },
    ],
  };
}

function choose(document: IngestedDocument, { choose: chosen }: PlanRequest): IngestedDocument {
  if (!chosen) return document;
  const columns = chosen.map((siglum) => {
    const at = document.editions.findIndex((edition) => edition.siglum === siglum);
    if (at >= 0) return at;
    throw new InputError(`the file holds no edition “${siglum}”`, {
      remedy: `choose from ${document.editions.map((edition) => edition.siglum).join(', ')}`,
    });
  });
  return {
    ...document,
    editions: columns.map((column) => document.editions[column]),
    rows: document.rows?.map((row) => columns.map((column) => row[column])),
  };
}

/** Parts as one text. Footnotes that later parts number alike are told apart by their part. */
function joinParts(parts: readonly (readonly Segment[])[]): Segment[] {
  const used = new Set<string>();
  return parts.flatMap((segments, part) => {
    const own = segments.flatMap(({ kind, label }) =>
      kind === 'footnote' && label ? [label] : [],
    );
    const named = new Map(
      own.map((label) => [label, used.has(label) ? `${label}.${part + 1}` : label]),
    );
    for (const label of named.values()) used.add(label);
    return segments.map((segment) => ({
      ...segment,
      ...(segment.kind === 'footnote' && segment.label
        ? { label: named.get(segment.label) ?? segment.label }
        : {}),
      spans: segment.spans.map((span) =>
        span.kind === 'note' && span.target !== undefined
          ? { ...span, target: named.get(span.target) ?? span.target }
          : span,
      ),
    }));
  });
}

/** Reads a file; where it holds several editions, each has a siglum: by its language if need be. */
export async function readNamed(file: GivenFile): Promise<IngestedDocument> {
  const document = await readDocument(file);
  const { editions } = document;
  if (editions.length < 2 || editions.every(({ siglum }) => siglum)) return document;
  const sigla = distinct(
    editions.map(
      ({ siglum, language, segments }) =>
        siglum ?? language ?? guessLanguage(segments.map(({ text }) => text).join('\n')),
    ),
  );
  return { ...document, editions: editions.map((draft, k) => ({ ...draft, siglum: sigla[k] })) };
}
