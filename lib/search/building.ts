import { processWide } from '../core/process-wide';
import { within } from '../core/promises';
import type { Progress } from '../jobs/job';

/** An index that is being made. */
export interface Building {
  /** The state of the library that it will show. */
  key: string;
  /** Share of the work that is done, 0 to 1. */
  share: number;
  done: Promise<unknown>;
}

const buildings = processWide('search indexes', () => new Map<string, Building>());

/**
 * The making of an index, begun where this process is not at it already.
 *
 * @param name of the index: another state of it follows the one before.
 */
export function buildIndex(
  name: string,
  key: string,
  run: (progress: Progress) => Promise<unknown>,
  progress: Progress = () => {},
): Building {
  const known = buildings.get(name);
  if (known?.key === key) return known;
  const building: Building = { key, share: 0, done: Promise.resolve() };
  building.done = run((share) => {
    building.share = share;
    progress(share);
  });
  const forget = () => {
    if (buildings.get(name) === building) buildings.delete(name);
  };
  building.done.then(forget, forget);
  buildings.set(name, building);
  return building;
}

/** Waits for an index, and no longer than it may be waited for. @returns whether it is made. */
export async function isBuilt({ done }: Building, timeoutMs: number): Promise<boolean> {
  const made = done.then(() => true);
  return (await within(made, timeoutMs)) ?? false;
}
