import { describe, expect, test } from 'vitest';
import { comparedWith } from '../../lib/compare/bases';
import { compareEditions } from '../../lib/compare/compare-editions';
import { collationGroups } from '../../lib/studies/collation';
import { findEdition, loadWork } from '../../lib/works/load';

const { work } = await loadWork('telegram-to-liu');
const [zh, en, literal, plain] = ['zh', 'en', 'en-literal', 'en-plain'].map((siglum) =>
  findEdition(work, siglum),
);

describe('a base for each language', () => {
  test('is the first edition of it, or the one that was asked for', () => {
    expect(comparedWith([zh, en, plain], [zh])).toEqual([null, null, 1]);
    expect(comparedWith([zh, en, plain], [zh, plain])).toEqual([null, 2, null]);
    expect(comparedWith([zh, en], [zh])).toEqual([null, null]);
  });

  test('marks the differences between translations under a Chinese base', async () => {
    const { rows, similarity } = await compareEditions(work, [zh, en, plain], zh);
    const marksOf = (column: number) =>
      rows.flatMap(({ cells }) => cells[column].segments.flatMap(({ marks }) => marks));
    expect(similarity[0]).toBeNull();
    expect(similarity[1]).toBeNull();
    expect(similarity[2]).toBeGreaterThan(0.1);
    expect(marksOf(0)).toEqual([]);
    expect(marksOf(1).length).toBeGreaterThan(5);
    expect(marksOf(2).length).toBeGreaterThan(5);
  });

  test('gives the same marks as an English base does', async () => {
    const under = async (base: typeof zh) => {
      const { rows } = await compareEditions(work, [zh, en, plain], base);
      return rows.map(({ cells }) => cells[2].segments.map(({ marks }) => marks));
    };
    expect(await under(zh)).toEqual(await under(en));
  });

  test('orders the groups of a collation by size, unless one is asked for', () => {
    expect(
      collationGroups([zh, en, literal, plain]).map(({ base, editions }) => [
        base.siglum,
        editions.length,
      ]),
    ).toEqual([['en', 3]]);
    expect(collationGroups([zh, en, plain], [plain])[0].base).toBe(plain);
  });
});
