import { afterEach, expect, test } from 'vitest';
import { processesVariable } from '../../lib/core/process-wide';
import { inTurn } from '../../lib/jobs/in-turn';

afterEach(() => {
  delete process.env[processesVariable];
});

/** Something that takes until it is let go, and what it came to. */
function work() {
  let done: string | null = null;
  let runs = 0;
  let finish = () => {};
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const run = async (progress: (share: number) => void) => {
    runs++;
    progress(0.5);
    begin();
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    done = 'what it came to';
    return done;
  };
  return {
    run,
    known: async () => done,
    begun,
    finish: () => finish(),
    runs: () => runs,
  };
}

test('of several processes one does what all are asked for, and the others see how far it has come', async () => {
  process.env[processesVariable] = '2';
  const { run, known, begun, finish, runs } = work();
  const first = inTurn('a job', known, run, () => {});
  await begun;
  let second: Promise<string> = first;
  const seen = await new Promise<number>((resolve) => {
    second = inTurn('a job', known, run, resolve);
  });
  expect(seen).toBe(0.5);
  finish();
  expect(await Promise.all([first, second])).toEqual(['what it came to', 'what it came to']);
  expect(runs()).toBe(1);
});

test('one that fails leaves the work to the next', async () => {
  process.env[processesVariable] = '2';
  const fails = inTurn(
    'another',
    async () => null,
    async () => Promise.reject(new Error('no')),
    () => {},
  );
  await expect(fails).rejects.toThrow('no');
  expect(
    await inTurn(
      'another',
      async () => null,
      async () => 'yes',
      () => {},
    ),
  ).toBe('yes');
});

test('a process by itself waits for nobody', async () => {
  expect(
    await inTurn(
      'alone',
      async () => 'not asked',
      async () => 'done',
      () => {},
    ),
  ).toBe('done');
});
