import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { collateWork } from '../../lib/studies/collation';
import { findEdition, loadWork } from '../../lib/works/load';

const library = mkdtempSync(path.join(tmpdir(), 'variorum-places-'));
afterAll(() => rmSync(library, { recursive: true }));

test('a collated place is called by its verse, and where it has none by its number', async () => {
  const home = path.join(library, 'ruth');
  mkdirSync(home);
  const write = (siglum: string, verse: string) =>
    writeFileSync(
      path.join(home, `${siglum}.md`),
      `---\nlanguage: en\ntitle: Ruth\n---\n\n# Ruth\n\n| 1:1 ${verse}\n| 1:2 The name of the man was Elimelech.\n`,
    );
  write('A', 'In the days when the judges judged, there was a famine.');
  write('B', 'In the days when the judges ruled, there was a famine.');
  const { work } = await loadWork('ruth', library);
  const { rows } = await collateWork(work, work.editions, findEdition(work, 'A'));
  expect(rows.map(({ number, name }) => [number, name])).toEqual([
    [1, '1'],
    [2, '1:1'],
    [3, '1:2'],
  ]);
});
