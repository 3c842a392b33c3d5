import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { libraryFolder } from '../core/config';
import { attempt, InputError } from '../core/errors';
import { ioMessage, stemOf } from '../core/files';
import { parseJson } from '../core/json';
import { processWide } from '../core/process-wide';
import { siglumPattern, slugPattern, type WorkFile, workSchema } from '../edition/metadata';
import type { Correction, Edition, Work } from '../edition/model';
import { readDeclaration } from '../formats/udhr/read';
import { completeEdition } from '../language/complete-edition';
import { lostCorrections, readCorrections } from './corrections';
import { readKeptEdition } from './kept-editions';
import { noteProblems } from './notes';

export { libraryFolder } from '../core/config';

/** A work as found: what could be read, and what could not. One bad edition hides no other. */
export interface FoundWork {
  work: Work;
  problems: InputError[];
}

/** Slugs of the works in a library, in order of name. Folders with other names are not works. */
export function listWorks(folder = libraryFolder()): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && slugPattern.test(entry.name))
      .map((entry) => entry.name)
      .sort();
  } catch (error) {
    throw new InputError(
      (error as NodeJS.ErrnoException).code === 'ENOENT'
        ? 'the library folder does not exist'
        : ioMessage(error),
      { file: folder, remedy: 'set VARIORUM_LIBRARY or --library to a folder of works' },
    );
  }
}

/**
 * Loads a work. Editions are read again only when their file's time or size has changed.
 *
 * @throws InputError when there is no such work, or its `work.json` cannot be read. What is
 *   wrong with single editions is told in `problems`.
 */
export function loadWork(slug: string, folder = libraryFolder()): FoundWork {
  const home = path.join(folder, slug);
  if (!slugPattern.test(slug) || !isFolder(home)) {
    let known: string[] = [];
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
  const metadata = readWorkFile(home, slug);
  const problems: InputError[] = [];
  const editions: Edition[] = [];
  const attempt = (read: () => Edition) => {
    try {
      const edition = read();
      const twin = editions.find(({ siglum }) => siglum === edition.siglum);
      if (twin) {
        throw new InputError(`two editions have the siglum “${edition.siglum}”`, {
          file: `${slug}/${edition.siglum}.md`,
          remedy: 'rename one of them',
        });
      }
      editions.push(edition);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(error);
    }
  };
  for (const name of readdirSync(home).sort()) {
    if (/\.(md|markdown)$/i.test(name)) attempt(() => loadEdition(home, slug, name));
  }
  for (const [siglum, code] of Object.entries(metadata.package?.editions ?? {})) {
    attempt(() => packagedEdition(siglum, code));
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
  let corrections: Correction[] = [];
  try {
    corrections = readCorrections(slug, folder).value;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(error);
  }
  const { title, author, date, description, names } = metadata;
  const base = metadata.base && sigla.includes(metadata.base) ? metadata.base : (sigla[0] ?? '');
  const work: Work = {
    slug,
    title,
    author,
    date,
    description,
    names,
    base,
    order: sigla,
    editions,
    corrections,
  };
  return {
    work,
    problems: [...problems, ...lostCorrections(work), ...noteProblems(work, folder)],
  };
}

/** All works of a library that can be read, and what is wrong with the others. */
export function loadWorks(folder = libraryFolder()): {
  found: FoundWork[];
  problems: InputError[];
} {
  const found: FoundWork[] = [];
  const problems: InputError[] = [];
  for (const slug of listWorks(folder)) {
    const work = attempt(() => loadWork(slug, folder));
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

function isFolder(file: string): boolean {
  try {
    return statSync(file).isDirectory();
  } catch {
    return false;
  }
}

function readWorkFile(home: string, slug: string): WorkFile {
  const name = `${slug}/work.json`;
  let text: string;
  try {
    text = readFileSync(path.join(home, 'work.json'), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { title: slug };
    throw new InputError(ioMessage(error), { file: name });
  }
  return parseJson(text, name, workSchema);
}

const cache = processWide('editions', () => new Map<string, { stamp: string; edition: Edition }>());

function loadEdition(home: string, slug: string, name: string): Edition {
  const file = path.join(home, name);
  const shown = `${slug}/${name}`;
  let stamp = '';
  try {
    const { mtimeMs, size, ino } = statSync(file);
    stamp = `${mtimeMs}:${size}:${ino}`;
  } catch {
    // Reading tells what is wrong.
  }
  const known = cache.get(file);
  if (stamp && known?.stamp === stamp) return known.edition;
  const draft = readKeptEdition(file, shown);
  const siglum = stemOf(name).normalize('NFC');
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
  const edition = completeEdition(draft, siglum);
  cache.set(file, { stamp, edition });
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
