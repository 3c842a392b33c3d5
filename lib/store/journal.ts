import { existsSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { alone } from './lock';

/** One file of a save: what was written beside it is put in its place, or it is taken out. */
export interface Step {
  /** Both are paths within the library. */
  place: string;
  next: string | null;
}

/** The lock of those who change a library in a folder. */
export const savingLock = '.saving';

const journalOf = (folder: string) =>
  path.join(/* turbopackIgnore: true */ folder, '.journal.json');

/**
 * Takes the steps of a save, whole or not at all: they are written down first, and whoever comes next
 * after an end in their middle takes the rest. Everything new must be safe on the disk by then.
 */
export async function takeSteps(folder: string, steps: readonly Step[]): Promise<void> {
  // One file is renamed at once or not at all.
  if (steps.length > 1) {
    await writeFileAtomic(journalOf(folder), JSON.stringify(steps));
    await settle(folder);
  }
  await takeAll(folder, steps);
  if (steps.length > 1) await fs.rm(journalOf(folder), { force: true });
}

async function takeAll(folder: string, steps: readonly Step[]): Promise<void> {
  const home = (name: string) => path.join(folder, name);
  for (const { place, next } of steps) {
    if (next === null) await fs.rm(home(place), { force: true });
    // It is in its place already where the save was ended after this step.
    else if (existsSync(home(next))) await fs.rename(home(next), home(place));
  }
  for (const each of new Set(steps.map(({ place }) => path.dirname(home(place)))))
    await settle(each);
}

/** Takes the rest of a save that was ended in its middle. Only under the lock. */
export async function finishJournal(folder: string): Promise<void> {
  const file = journalOf(folder);
  if (!existsSync(file)) return;
  let steps: Step[] = [];
  try {
    steps = JSON.parse(await fs.readFile(file, 'utf8'));
  } catch {
    // It is written whole or not at all; one that cannot be read is not ours.
  }
  if (Array.isArray(steps)) await takeAll(folder, steps.filter(isStep));
  await fs.rm(file, { force: true });
}

/** A journal that someone has put there leads nowhere else. */
function isStep({ place, next }: Step): boolean {
  const inside = (name: unknown) =>
    typeof name === 'string' && !path.isAbsolute(name) && !name.split(/[/\\]/).includes('..');
  return inside(place) && (next === null || inside(next));
}

/** Waits for a save of several files, or finishes one whose process is gone, before they are read. */
export async function settleSaves(folder: string): Promise<void> {
  if (!existsSync(journalOf(folder))) return;
  try {
    await alone(folder, savingLock, () => finishJournal(folder));
  } catch {
    // A folder that may only be read is read as it is.
  }
}

/** Names are on the disk once their folder is. Not all systems can be asked. */
export async function settle(home: string): Promise<void> {
  try {
    const folder = await fs.open(home, 'r');
    await folder.sync().finally(() => folder.close());
  } catch {
    // The files themselves are safe.
  }
}
