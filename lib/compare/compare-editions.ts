import type { DifferenceKind } from '../collate/kinds';
import type { Edition, Work } from '../edition/model';
import type { ComparedRow } from '../formats/prepared';
import { compareLayout } from './compare-layout';
import { type Layout, layOut } from './layout';
import type { Summary } from './marked-rows';

/** Editions side by side, compared word by word throughout. */
export interface Comparison extends Summary {
  layout: Layout;
  rows: ComparedRow[];
}

/** Lays the chosen editions out and compares all their words. */
export async function compareEditions(
  work: Work,
  editions: readonly Edition[],
  base: Edition,
  ignore: readonly DifferenceKind[] = [],
): Promise<Comparison> {
  const layout = await layOut(work, editions, base);
  return { layout, ...compareLayout(layout, work.names, ignore) };
}
