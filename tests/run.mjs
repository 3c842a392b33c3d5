// Runs everything: lint, types, unit, property and system tests, then the browser's. Ends with one line
// that adds up the counts of both runners.
import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { chromiumPath } from './browser/chromium.mjs';

process.env.NEXT_TELEMETRY_DISABLED = '1';
const unitReport = '.cache/unit.json';
const browserReport = '.cache/browser.json';
mkdirSync('.cache', { recursive: true });
for (const report of [unitReport, browserReport]) rmSync(report, { force: true });

const faults = [];
const run = (title, command, ...args) => {
  console.log(`\n— ${title}`);
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) faults.push(title);
};
/** Runs a command beside others; what it prints is shown when it ends. */
const runBeside = (title, command, ...args) =>
  new Promise((resolve) => {
    execFile(command, args, { maxBuffer: 1 << 26 }, (error, output, complaints) => {
      console.log(`\n— ${title}\n${output}${complaints}`.trimEnd());
      if (error) faults.push(title);
      resolve();
    });
  });
const read = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    faults.push(file);
    return null;
  }
};

const rooms = 'depcruise app lib proxy.ts instrumentation.ts --config .dependency-cruiser.cjs';
await Promise.all([
  runBeside('style', 'npx', 'biome', 'ci', '.'),
  runBeside('rooms', 'npx', ...rooms.split(' ')),
  runBeside('types', 'npx', 'tsc', '--noEmit'),
]);
// With what the container image takes, which a test puts together.
process.env.VARIORUM_STANDALONE = 'yes';
run('pages', 'node', 'lib/cli/bin.mjs', 'serve', '--build');
delete process.env.VARIORUM_STANDALONE;
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
const browser = read(browserReport);
const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = browser?.stats ?? {};
const passed = (unit?.numPassedTests ?? 0) + expected + flaky;
const failed = (unit?.numFailedTests ?? 0) + unexpected;
const left = (unit?.numPendingTests ?? 0) + skipped;

// Failures are reported once more at the end, where a log that is cut short still has them.
for (const { name, message } of [...unitFailures(unit), ...browserFailures(browser)]) {
  console.log(`\nfailed: ${name}\n${stripVTControlCharacters(message ?? '').slice(0, 3000)}`);
}
if (faults.length > 0) console.log(`\nchecks that failed: ${faults.join(', ')}`);
console.log(`\n${passed} passed, ${failed} failed${left > 0 ? `, ${left} skipped` : ''}`);
process.exit(faults.length > 0 || failed > 0 || passed === 0 ? 1 : 0);

function unitFailures(report) {
  return (report?.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    const file = relative('.', name);
    const failures = assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => ({
        name: `${file} › ${test.fullName}`,
        message: test.failureMessages.join('\n'),
      }));
    // A file that cannot be loaded has no tests to tell of.
    return failures.length === 0 && status === 'failed' ? [{ name: file, message }] : failures;
  });
}

function browserFailures(report, suites = report?.suites ?? []) {
  return suites.flatMap(({ file, specs = [], suites: inner = [] }) => [
    ...specs
      .filter(({ ok }) => !ok)
      .map(({ title, line, tests }) => ({
        name: `${file}:${line} › ${title}`,
        message: tests
          .flatMap(({ results }) => results.flatMap(({ errors }) => errors))
          .map((error) => error.message)
          .join('\n'),
      })),
    ...browserFailures(report, inner),
  ]);
}
