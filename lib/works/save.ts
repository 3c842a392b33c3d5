import { existsSync } from 'node:fs';
import path from 'node:path';
import { isRun } from '../align/revise';
import { InputError, inFile } from '../core/errors';
import { largestFile } from '../core/files';
import { check } from '../core/json';
import {
  type FrontMatter,
  frontMatterSchema,
  siglumPattern,
  slugPattern,
  workSchema,
} from '../edition/metadata';
import type { Segment, Warning } from '../edition/model';
import { writeMarkdownEdition } from '../edition/write';
import { guessLanguage } from '../language/script';
import { jsonText } from '../store/json-file';
import { storeOf } from '../store/open';
import { type Change, ConflictError, noRevision } from '../store/store';
import { readCorrections, type SettledBead, saveCorrections } from './corrections';
import { loadWork } from './load';

export interface EditionToSave {
  siglum: string;
  metadata: FrontMatter;
  segments: Segment[];
  warnings: Warning[];
}

export interface EditionsToSave {
  /** Slug of the work; with `workTitle` a new one. */
  work: string;
  workTitle?: string;
  names?: string[][];
  /** How messages call the text. */
  name: string;
  editions: EditionToSave[];
  /** Which of their segments correspond: a row a place, a cell an edition, by index. */
  rows?: readonly (readonly (readonly number[])[])[];
  replace?: boolean;
}

/** What was saved. */
export interface SavedImport {
  /** Names of the files within the library. */
  files: string[];
  sigla: string[];
  /** Beads that the file settles between its editions. */
  settled: number;
  warnings: Warning[];
}

/**
 * Saves editions in Markdown, all or none.
 *
 * @throws ConflictError where the work has such an edition and it was not to be replaced;
 *   InputError for what cannot be saved. Nothing is written then.
 */
export async function saveEditions(request: EditionsToSave, folder: string): Promise<SavedImport> {
  const { work, workTitle, replace = false, name } = request;
  if (!slugPattern.test(work)) {
    throw new InputError(`“${work.slice(0, 60)}” cannot be the short name of a work`, {
      remedy: 'use small letters, digits and hyphens, at most 64',
    });
  }
  const home = path.join(/* turbopackIgnore: true */ folder, work);
  const isNew = !existsSync(home);
  if (isNew && !workTitle) {
    throw new InputError(`there is no work “${work}” in this library`, {
      remedy: 'give it a title to make it, or choose another',
    });
  }
  if (!isNew && workTitle) {
    throw new InputError(`there is a work “${work}” already`, {
      remedy: 'choose it from the list, or give the new one another short name',
    });
  }
  const known = isNew ? [] : loadWork(work, folder).work.order;
  const files = request.editions.map((edition) => fileOf(edition, name));
  files.forEach(({ siglum }, k) => {
    if (files.findIndex((other) => other.siglum === siglum) !== k) {
      throw new InputError(`two editions of the file would have the siglum “${siglum}”`, {
        file: name,
        remedy: 'give each a siglum of its own',
      });
    }
    const there = known.includes(siglum) || existsSync(path.join(home, `${siglum}.md`));
    if (there && !replace) throw new ConflictError(`“${work}” has an edition “${siglum}” already`);
  });
  const sigla = files.map(({ siglum }) => siglum);
  const changes = files.map(
    ({ siglum, text }): Change => ({
      path: `${work}/${siglum}.md`,
      content: text,
      // Whoever saves the same siglum at the same moment comes first or second, never both.
      ...(replace ? {} : { expected: noRevision }),
    }),
  );
  if (isNew) {
    const { names } = request;
    const workFile = check(workSchema, { title: workTitle, base: sigla[0], order: sigla, names });
    changes.push({
      path: `${work}/work.json`,
      content: jsonText(workFile),
      expected: noRevision,
    });
  }
  await (await storeOf(folder)).write(changes);
  return {
    files: sigla.map((siglum) => `${work}/${siglum}.md`),
    sigla,
    ...(await settle(request, sigla, folder)),
  };
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
    throw new InputError('the text is longer than an edition may be', {
      file: name,
      remedy: 'divide it, for example by volume or book',
    });
  }
  return { siglum, text };
}

/** Settles what the file puts side by side, between its first edition and each other. */
async function settle(
  { work: slug, editions, rows }: EditionsToSave,
  sigla: readonly string[],
  folder: string,
): Promise<Pick<SavedImport, 'settled' | 'warnings'>> {
  const warnings = editions.flatMap((edition) => edition.warnings);
  let settled = 0;
  if (!rows) return { settled, warnings };
  const { work } = loadWork(slug, folder);
  const saved = sigla.map((siglum) => work.editions.find((edition) => edition.siglum === siglum)!);
  for (let other = 1; other < sigla.length; other++) {
    const [a, b] = [saved[0], saved[other]];
    if (
      a.segments.length !== editions[0].segments.length ||
      b.segments.length !== editions[other].segments.length
    ) {
      warnings.push({
        message: `what corresponds between ${a.siglum} and ${b.siglum} is not kept: their paragraphs are divided otherwise once saved`,
      });
      continue;
    }
    const beads = rows.flatMap((row): SettledBead[] => {
      const [inA, inB] = [row[0], row[other]];
      if (inA.length + inB.length === 0 || !isRun([...inA]) || !isRun([...inB])) return [];
      return [{ a: inA.map((i) => a.segments[i].id), b: inB.map((j) => b.segments[j].id) }];
    });
    const { revision } = readCorrections(slug, folder);
    await saveCorrections(work, a, b, beads, revision, folder);
    settled += beads.length;
  }
  return { settled, warnings };
}
