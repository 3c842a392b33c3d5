import { Command } from 'commander';
import { libraryFolder } from '../core/config';
import { InputError } from '../core/errors';
import { decodeUtf8, readBytes } from '../core/files';
import { markedPages } from '../edition/page-images';
import { matchPages } from '../formats/iiif/match-pages';
import { readManifest } from '../formats/iiif/read-manifest';
import { editEdition } from '../works/edit-work';
import { findEdition, loadWork } from '../works/load';
import { print, printJson } from './output';

interface Options {
  manifest?: string;
  library?: string;
  json?: boolean;
}

/** The longest manifest, in bytes: one of some ten thousand pages. */
const largest = 64 * 1024 * 1024;
/** How long another site may take to answer. */
const timeoutMs = 30_000;

export function imagesCommand(): Command {
  return new Command('images')
    .argument('<work>', 'slug of a work')
    .argument('<siglum>', 'an edition of it, whose pages are marked')
    .option(
      '--manifest <file or address>',
      'take the pictures of its pages from a manifest of the IIIF Presentation API',
    )
    .option('--library <folder>', 'the library folder')
    .option('--json', 'print JSON')
    .action(async (slug: string, siglum: string, options: Options) => {
      const library = options.library ?? libraryFolder();
      const { work } = await loadWork(slug, library);
      const edition = findEdition(work, siglum);
      const pages = markedPages(edition);
      if (!options.manifest) {
        show(pages, { images: edition.images ?? {} }, options);
        return;
      }
      const manifest = readManifest(await manifestText(options.manifest), options.manifest);
      const { images, ...rest } = matchPages(pages, manifest);
      await editEdition(
        slug,
        siglum,
        { images: { ...edition.images, ...images } },
        undefined,
        library,
      );
      show(pages, { images, ...rest }, options);
    });
}

/** Pages with their pictures, and what has none. */
function show(
  pages: readonly string[],
  found: { images: Record<string, string>; missing?: string[]; left?: string[] },
  { json }: Options,
): void {
  if (json) {
    printJson({ pages, ...found });
    return;
  }
  for (const page of pages) print(`${page}\t${found.images[page] ?? 'no picture'}`);
  for (const label of found.left ?? []) print(`not in the edition: ${label}`);
  if (pages.length === 0) print('no page is marked');
}

async function manifestText(name: string): Promise<string> {
  if (!/^https?:/i.test(name)) return decodeUtf8(readBytes(name, name, largest), name);
  try {
    const answer = await fetch(name, { signal: AbortSignal.timeout(timeoutMs) });
    if (!answer.ok || !answer.body) throw new Error(`it answers ${answer.status}`);
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of answer.body) {
      size += part.length;
      if (size > largest) throw new Error(`it is longer than ${largest / 1024 / 1024} MB`);
      parts.push(part);
    }
    return decodeUtf8(Buffer.concat(parts), name);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { cause, message } = error as Error;
    throw new InputError(
      `the manifest cannot be fetched: ${cause instanceof Error ? cause.message : message}`,
      {
        file: name,
        remedy: 'check the address, or save the manifest and name the file',
      },
    );
  }
}
