import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { test } from '@playwright/test';
import { alone } from '../../lib/store/lock';

const variable = 'VARIORUM_TEST_PAGES';
/** A busy machine may take so long to write it, in milliseconds. */
const maxWaitMs = 900_000;

/** Makes the place of the site that the tests of this run share. @returns what removes it. */
export function placeForSite(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'variorum-pages-'));
  process.env[variable] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

/**
 * The folder of the project's library as a static site: written by the first test that asks, and left as it is.
 * Called before tests, which then wait as long as it takes.
 */
export async function staticSite(): Promise<string> {
  test.setTimeout(maxWaitMs);
  const folder = process.env[variable];
  if (!folder) throw new Error('the tests of this run have no place for a site');
  const site = path.join(folder, 'site');
  const write = async () => {
    // The list of its files is written last.
    if (existsSync(path.join(site, '.variorum-site.json'))) return;
    const command = ['lib/cli/bin.mjs', 'site', '-o', site, '--library', 'editions'];
    // Not the synchronous one: whoever holds a lock must show signs of life.
    await promisify(execFile)(process.execPath, command);
  };
  await alone(folder, 'site', write, maxWaitMs);
  return site;
}
