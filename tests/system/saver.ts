// Saves a file again and again until it is ended; started by the tests of faults, as a process of
// its own. Each version says which it is, and how long; `told` comes before and after each save.
import { FolderStore } from '../../lib/store/folder-store';

const [folder, size] = process.argv.slice(2);
const store = new FolderStore(folder);
for (let version = 1; ; version++) {
  const body = `${version}.`.repeat(Number(size)).slice(0, Number(size));
  try {
    await store.write([
      { path: 'work/notes.json', content: `${version} ${body.length} ${body}` },
      { path: 'work/other.md', content: `${version} ${body.length} ${body}` },
    ]);
    process.stdout.write(`${version}\n`);
  } catch (error) {
    process.stdout.write(`${(error as Error).name}: ${(error as Error).message}\n`);
    process.exit(1);
  }
}
