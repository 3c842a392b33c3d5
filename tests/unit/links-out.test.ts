import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FolderStore } from '../../lib/store/folder-store';
import { listWorks, loadWork } from '../../lib/works/load';

let place: string;
let library: string;
beforeEach(() => {
  place = mkdtempSync(path.join(tmpdir(), 'variorum-links-'));
  library = path.join(place, 'library');
  cpSync('editions/telegram-to-liu', path.join(library, 'telegram'), { recursive: true });
  mkdirSync(path.join(place, 'outside'));
  writeFileSync(path.join(place, 'outside', 'secret.md'), 'A secret text.\n');
  writeFileSync(path.join(place, 'outside', 'work.json'), '{ "title": "Secret" }\n');
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

test('a link to a file outside of the library is reported, and not read', async () => {
  symlinkSync(path.join(place, 'outside', 'secret.md'), path.join(library, 'telegram', 'zz.md'));
  const { work, problems } = await loadWork('telegram', library);
  expect(work.order).not.toContain('zz');
  expect(problems.map(({ file, message }) => [file, message])).toEqual([
    ['telegram/zz.md', 'it is a symbolic link that leads out of the library'],
  ]);
  const store = new FolderStore(library);
  expect(await store.read('telegram/zz.md')).toBeNull();
  expect((await store.list()).map((each) => each.path)).not.toContain('telegram/zz.md');
});

test('a link to a folder outside is not a work', async () => {
  symlinkSync(path.join(place, 'outside'), path.join(library, 'linked'));
  expect(listWorks(library)).toEqual(['telegram']);
  await expect(loadWork('linked', library)).rejects.toThrow('there is no work “linked”');
});

test('files of a work that lead out are refused by name', async () => {
  for (const name of ['work.json', 'notes.json']) {
    const file = path.join(library, 'telegram', name);
    rmSync(file, { force: true });
    symlinkSync(path.join(place, 'outside', 'work.json'), file);
  }
  await expect(loadWork('telegram', library)).rejects.toMatchObject({ file: 'telegram/work.json' });
});

test('a link within the library, and a library behind a link, are read', async () => {
  writeFileSync(path.join(library, 'telegram', 'shared.txt'), 'A text of two names.\n');
  symlinkSync('shared.txt', path.join(library, 'telegram', 'second.md'));
  symlinkSync(library, path.join(place, 'shelf'));
  const { work, problems } = await loadWork('telegram', path.join(place, 'shelf'));
  expect(problems).toEqual([]);
  expect(work.order).toContain('second');
});
