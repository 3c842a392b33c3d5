import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { libraryFolder } from '../core/config';
import { attempt, attemptLater, InputError } from '../core/errors';
import { ioMessage, leadsOut, refuseLeadingOut, stemOf } from '../core/files';
import { parseJson } from '../core/json';
import { processWide } from '../core/process-wide';
import { type WorkFile, workSchema } from '../edition/metadata';
import type { Edition, Work } from '../edition/model';
import { siglumPattern } from '../edition/names';
import type { Note } from '../edition/notes';
import { knownSets } from '../edition/regularisation';
import { readDeclaration } from '../formats/udhr/read';
import { completeEdition } from '../language/complete-edition';
import { settleSaves } from '../store/journal';
import type { Revised } from '../store/json-file';
import { noRevision } from '../store/store';
import { lostCollationEdits, readCollationEdits } from './collation-edits';
import { lostCorrections, readCorrections } from './corrections';
import { readDismissals } from './dismissals';
import { noteRevision } from './file-revision';
import { readLibraryRules } from './library-rules';
import { hasWork, isEditionFile, listWorks } from './list-works';
import { lostNotes, readNotes } from './notes';
import { lostPronunciations, readPronunciations } from './pronunciations';
import { readStoredEdition } from './read-stored';
import { lostRules, readRegularisation } from './regularisation';
import { fileStamp } from './stamp';
import { readTerms } from './terms';

export { libraryFolder } from '../core/config';
export { hasWork, listWorks } from './list-works';

/** A work as found: what could be read, and what could not. One bad edition hides no other. */
export interface FoundWork {
  work: Work;
  /** Its notes; none where their file cannot be read, which is among the problems. */
  notes: Note[];
  /** The revision of `corrections.json` that the work's corrections are from. */
  correctionsRevision: string;
  problems: InputError[];
}

/**
 * Loads a work. Editions are read again only when their file's time or size has changed.
 *
 * @throws InputError when there is no such work, or its `work.json` cannot be read. What is
 *   wrong with single editions is reported in `problems`.
 */
export async function loadWork(slug: string, folder = libraryFolder()): Promise<FoundWork> {
  const home = path.join(folder, slug);
  if (!hasWork(slug, folder) || leadsOut(folder, home)) {
    let known: readonly string[] = [];
    try {
      known = listWorks(folder);
    } catch {
      // The message below stands without the list.
    }
    throw new InputError(`there is no work “${slug.slice(0, 80)}” in this library`, {
      code: 'not-found',
      remedy: known.length > 0 ? `choose one of ${known.slice(0, 12).join(', ')}` : 'add one first',
    });
  }
  await settleSaves(folder);
  const metadata = readWorkFile(home, slug);
  const problems: InputError[] = [];
  const editions: Edition[] = [];
  const files = await Promise.all([
    ...readdirSync(home)
      .sort()
      .filter(isEditionFile)
      .map((name) => attemptLater(() => loadEdition(folder, slug, name))),
    ...Object.entries(metadata.package?.editions ?? {}).map(([siglum, code]) =>
      attemptLater(async () => packagedEdition(siglum, code)),
    ),
  ]);
  for (const edition of files) {
    if (edition instanceof InputError) problems.push(edition);
    else if (!editions.some(({ siglum }) => siglum === edition.siglum)) editions.push(edition);
    else {
      problems.push(
        new InputError(`two editions have the siglum “${edition.siglum}”`, {
          file: `${slug}/${edition.siglum}.md`,
          remedy: 'rename one of them',
        }),
      );
    }
  }
  const rank = new Map(metadata.order?.map((siglum, at) => [siglum, at]));
  editions.sort(
    (x, y) =>
      (rank.get(x.siglum) ?? 1e6) - (rank.get(y.siglum) ?? 1e6) || x.siglum.localeCompare(y.siglum),
  );
  const sigla = editions.map(({ siglum }) => siglum);
  const workFile = `${slug}/work.json`;
  if (metadata.base && !sigla.includes(metadata.base)) {
    problems.push(
      new InputError(`the base “${metadata.base}” is not an edition of this work`, {
        file: workFile,
        remedy: sigla.length > 0 ? `choose one of ${sigla.join(', ')}` : 'add an edition',
      }),
    );
  }
  for (const siglum of metadata.order ?? []) {
    if (!sigla.includes(siglum) && siglum !== metadata.base) {
      problems.push(
        new InputError(`the order names “${siglum}”, which is not an edition of this work`, {
          file: workFile,
          remedy: 'add the edition or take it out of “order”',
        }),
      );
    }
  }
  // Whoever saves what is not read right must have seen the file: its revision is known all the same.
  const read = <T>(
    readFile: (slug: string, folder: string) => Revised<T>,
    empty: T,
  ): Revised<T> => {
    const found = attempt(() => readFile(slug, folder));
    if (!(found instanceof InputError)) return found;
    problems.push(found);
    return { value: empty, revision: noRevision };
  };
  const corrections = read(readCorrections, { corrections: [] });
  const notes = read(readNotes, []);
  const { rules, sets } = read(readRegularisation, { rules: [] }).value;
  const libraryRules = read((_, home) => readLibraryRules(home), []).value;
  const terms = read(readTerms, []).value;
  const collationEdits = read(readCollationEdits, []).value;
  const dismissals = read(readDismissals, []).value;
  const pronunciations = read(readPronunciations, []).value;
  const { title, author, date, description, names, apparatus } = metadata;
  const base = metadata.base && sigla.includes(metadata.base) ? metadata.base : (sigla[0] ?? '');
  const work: Work = {
    slug,
    title,
    author,
    date,
    description,
    names,
    apparatus,
    base,
    order: sigla,
    editions,
    corrections: corrections.value.corrections,
    sentenceLinks: corrections.value.sentences,
    sentenceCuts: corrections.value.cuts,
    rules,
    libraryRules,
    ruleSets: knownSets(sets),
    terms,
    collationEdits,
    dismissals,
    pronunciations,
  };
  return {
    work,
    notes: notes.value,
    correctionsRevision: corrections.revision,
    problems: [
      ...problems,
      ...lostCorrections(work),
      ...lostNotes(work, notes.value),
      ...lostRules(work, rules),
      ...lostCollationEdits(work, collationEdits),
      ...lostPronunciations(work, pronunciations),
    ],
  };
}

/** All works of a library that can be read, and what is wrong with the others. */
export async function loadWorks(folder = libraryFolder()): Promise<{
  found: FoundWork[];
  problems: InputError[];
}> {
  const found: FoundWork[] = [];
  const problems: InputError[] = [];
  for (const slug of listWorks(folder)) {
    const work = await attemptLater(() => loadWork(slug, folder));
    if (work instanceof InputError) problems.push(work);
    else found.push(work);
  }
  return { found, problems };
}

/** The edition of a work with a siglum. @throws InputError that names those there are. */
export function findEdition(work: Work, siglum: string): Edition {
  const edition = work.editions.find((each) => each.siglum === siglum);
  if (edition) return edition;
  throw new InputError(`“${work.title}” has no edition “${siglum.slice(0, 80)}”`, {
    code: 'not-found',
    remedy: `choose from ${work.order.join(', ') || 'others'}`,
  });
}

/** Whether a package brings editions of a work, which are not among its files. */
export function isPackaged(slug: string, folder = libraryFolder()): boolean {
  return readWorkFile(path.join(folder, slug), slug).package !== undefined;
}

/** What `work.json` says; the slug as its title without one. @throws InputError for a faulty one. */
export function readWorkFile(home: string, slug: string): WorkFile {
  const name = `${slug}/work.json`;
  refuseLeadingOut(path.dirname(home), path.join(home, 'work.json'), name);
  let text: string;
  try {
    text = readFileSync(path.join(home, 'work.json'), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { title: slug };
    throw new InputError(ioMessage(error), { file: name });
  }
  return parseJson(text, name, workSchema);
}

interface Loaded {
  /** Times, size and number of the file: what was read of it stands while these do. */
  stamp: string;
  edition: Promise<Edition>;
}

const cache = processWide('editions', () => new Map<string, Loaded>());

/** An edition, or why it cannot be read: both are kept while the file is as it is. */
function loadEdition(folder: string, slug: string, name: string): Promise<Edition> {
  const file = path.join(folder, slug, name);
  refuseLeadingOut(folder, file, `${slug}/${name}`);
  let stamp = '';
  try {
    stamp = fileStamp(file);
  } catch {
    // Reading reports what is wrong.
  }
  const known = cache.get(file);
  if (stamp && known?.stamp === stamp) return known.edition;
  const edition = readEdition(file, `${slug}/${name}`);
  cache.set(file, { stamp, edition });
  edition.catch((error) => {
    // What may change is read again the next time.
    const lasting = error instanceof InputError && error.code !== 'not-ready';
    if (!lasting && cache.get(file)?.edition === edition) cache.delete(file);
  });
  return edition;
}

async function readEdition(file: string, shown: string): Promise<Edition> {
  const draft = await readStoredEdition({ file, name: shown });
  const siglum = stemOf(file).normalize('NFC');
  if (!siglumPattern.test(siglum)) {
    throw new InputError(`“${siglum}” cannot be a siglum`, {
      file: shown,
      remedy: 'name the file with letters, digits, ".", "-" or "_", at most 40',
    });
  }
  if (draft.siglum && draft.siglum !== siglum) {
    throw new InputError(`the front matter says siglum “${draft.siglum}”, the file “${siglum}”`, {
      file: shown,
      remedy: 'make the two agree',
    });
  }
  const { revision, ...read } = draft;
  const edition = completeEdition(read, siglum);
  noteRevision(edition, revision);
  return edition;
}

const packaged = processWide('packaged editions', () => new Map<string, Edition>());

function packagedEdition(siglum: string, code: string): Edition {
  const key = `${siglum}=${code}`;
  let edition = packaged.get(key);
  if (!edition) {
    const { metadata, segments } = readDeclaration(code);
    edition = { siglum, ...metadata, segments, warnings: [] };
    packaged.set(key, edition);
  }
  return edition;
}
