// Runs everything: lint, types, unit, property and system tests, then the browser's. Ends with one line
// that adds up the counts of both runners.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { chromiumPath } from './browser/chromium.mjs';

process.env.NEXT_TELEMETRY_DISABLED = '1';
const unitReport = '.cache/unit.json';
const browserReport = '.cache/browser.json';
mkdirSync('.cache', { recursive: true });
for (const report of [unitReport, browserReport]) rmSync(report, { force: true });

let faults = 0;
const run = (title, command, ...args) => {
  console.log(`\n— ${title}`);
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) faults++;
};
const read = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    faults++;
    return null;
  }
};

run('style', 'npx', 'biome', 'ci', '.');
run(
  'rooms',
  'npx',
  'depcruise',
  'app',
  'lib',
  'proxy.ts',
  'instrumentation.ts',
  '--config',
  '.dependency-cruiser.cjs',
);
run('types', 'npx', 'tsc', '--noEmit');
run('pages', 'node', 'lib/cli/bin.mjs', 'serve', '--build');
run(
  'unit, property and system tests',
  'npx',
  'vitest',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unitReport}`,
);
if (!chromiumPath()) {
  // No browser in the usual places: Playwright can bring its own where it may download.
  run('a browser', 'npx', 'playwright', 'install', 'chromium');
}
run('browser tests', 'npx', 'playwright', 'test');

const unit = read(unitReport);
const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = read(browserReport)?.stats ?? {};
const passed = (unit?.numPassedTests ?? 0) + expected + flaky;
const failed = (unit?.numFailedTests ?? 0) + unexpected;
const left = (unit?.numPendingTests ?? 0) + skipped;
if (faults > 0) console.log(`\n${faults} of the checks above failed`);
console.log(`\n${passed} passed, ${failed} failed${left > 0 ? `, ${left} skipped` : ''}`);
process.exit(faults > 0 || failed > 0 || passed === 0 ? 1 : 0);
