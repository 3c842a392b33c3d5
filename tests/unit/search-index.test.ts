import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { searchFolder } from '../../lib/cache/tidy';
import { discardIndex } from '../../lib/search/index-file';
import { search } from '../../lib/search/search';

let place: string;
let library: string;
beforeEach(() => {
  place = mkdtempSync(path.join(tmpdir(), 'variorum-index-'));
  library = path.join(place, 'library');
  cpSync('editions/telegram-to-liu', path.join(library, 'telegram-to-liu'), { recursive: true });
  vi.stubEnv('VARIORUM_CACHE', path.join(place, 'cache'));
});
afterEach(() => {
  closeIndexes();
  vi.unstubAllEnvs();
  rmSync(place, { recursive: true, force: true });
});

const total = async (query: string): Promise<number> => {
  const found = await search({ query }, { folder: library, timeoutMs: 60_000 });
  if (found.state === 'pending') throw new Error('the index is not ready');
  return found.value.total;
};
const indexes = () => readdirSync(searchFolder()).filter((name) => name.endsWith('.db'));

/** As if the process began anew. The files stay. */
function closeIndexes(): void {
  for (const name of indexes()) {
    const file = path.join(searchFolder(), name);
    const content = readFileSync(file);
    discardIndex(path.basename(name, '.db'));
    writeFileSync(file, content);
  }
}

const damages: [string, (content: Buffer) => Uint8Array][] = [
  ['empty', () => new Uint8Array()],
  ['cut short', (content) => content.subarray(0, content.length / 3)],
  ['not a database', () => Buffer.from('not a database '.repeat(1000))],
  ['garbled within', (content) => Buffer.from(content).fill(0x5a, 4096)],
  ['without its tables', (content) => Buffer.from(content).fill(0, 100, 4096)],
];

test.each(damages)('an index that is %s is built again', async (_, damage) => {
  const before = await total('Taiwan');
  expect(before).toBeGreaterThan(0);
  closeIndexes();
  for (const name of indexes()) {
    const file = path.join(searchFolder(), name);
    writeFileSync(file, damage(readFileSync(file)));
  }
  expect(await total('Taiwan')).toBe(before);
});

test('a folder that cannot keep an index is named, and nothing else goes wrong', async () => {
  rmSync(path.join(place, 'cache'), { recursive: true, force: true });
  writeFileSync(path.join(place, 'cache'), 'a file where the folder should be');
  await expect(total('Taiwan')).rejects.toMatchObject({
    code: 'store-away',
    message: expect.stringContaining('the search index cannot be kept'),
  });
  rmSync(path.join(place, 'cache'));
  mkdirSync(path.join(place, 'cache'));
  expect(await total('Taiwan')).toBeGreaterThan(0);
});

test('few earlier states are kept', async () => {
  const file = path.join(library, 'telegram-to-liu', 'added.md');
  for (let n = 0; n < 6; n++) {
    writeFileSync(file, `---\nlanguage: en\n---\n\nAn unmistakable xylophone${n}.\n`);
    await expect.poll(() => total(`xylophone${n}`)).toBe(1);
  }
  expect(indexes().length).toBeLessThanOrEqual(3);
});
