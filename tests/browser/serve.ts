import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { makeLibrary } from '../library';

// Serves a library of the tests' own, which holds faulty works, as `variorum serve` would.
const library = makeLibrary();
const port = process.argv[2];
const server = spawn(
  process.execPath,
  ['lib/cli/bin.mjs', 'serve', '--port', port, '--library', library],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      VARIORUM_CACHE: path.join(library, '.cache'),
      VARIORUM_TOKEN: process.argv[3],
      // What is installed on this machine bears on no test.
      VARIORUM_DICTIONARIES: 'off',
    },
  },
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => {
  rmSync(library, { recursive: true, force: true });
  process.exit(code ?? 0);
});
