import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SectionLoader } from '../../app/components/reading/section-loader';

/** An element so far below the window's top edge. */
const at = (top: number) =>
  ({ getBoundingClientRect: () => ({ top, bottom: top + 100 }) }) as unknown as Element;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', { innerHeight: 1000 });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function setUp() {
  const asked: number[] = [];
  const given: number[] = [];
  const answers = new Map<number, () => void>();
  const loaded: number[] = [];
  const failed: number[] = [];
  const loader = new SectionLoader<string>(
    (section, signal) =>
      new Promise((resolve, reject) => {
        asked.push(section);
        answers.set(section, () => resolve('rows'));
        signal.addEventListener('abort', () => {
          given.push(section);
          reject(new Error('aborted'));
        });
      }),
    (section) => loaded.push(section),
    (section) => failed.push(section),
  );
  return { loader, asked, given, answers, loaded, failed };
}

test('the nearest sections come first, two at a time', async () => {
  const { loader, asked, answers, loaded } = setUp();
  loader.place(1, at(-2000), true);
  loader.place(2, at(1500), true);
  loader.place(3, at(1200), true);
  await vi.advanceTimersByTimeAsync(200);
  expect(asked).toEqual([3, 2]);
  answers.get(3)?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(loaded).toEqual([3]);
  expect(asked).toEqual([3, 2, 1]);
});

test('what is in view is asked for alone', async () => {
  const { loader, asked, answers } = setUp();
  loader.place(1, at(-50), true);
  loader.place(2, at(1500), true);
  loader.place(3, at(3000), true);
  await vi.advanceTimersByTimeAsync(200);
  expect(asked).toEqual([1]);
  answers.get(1)?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toEqual([1, 2, 3]);
});

test('what is passed by is given up, and no failure', async () => {
  const { loader, asked, given, failed } = setUp();
  loader.place(1, at(0), true);
  await vi.advanceTimersByTimeAsync(200);
  loader.place(1, at(-9000), false);
  loader.place(7, at(0), true);
  await vi.advanceTimersByTimeAsync(200);
  expect(given).toEqual([1]);
  expect(asked).toEqual([1, 7]);
  expect(failed).toEqual([]);
});

test('what is passed by between two looks is never asked for', async () => {
  const { loader, asked } = setUp();
  for (let section = 0; section < 50; section++) {
    loader.place(section, at(0), true);
    loader.place(section, at(0), false);
  }
  loader.place(50, at(0), true);
  await vi.advanceTimersByTimeAsync(200);
  expect(asked).toEqual([50]);
});

test('what a fling passes by in more than one look is not asked for, however long it lasts', async () => {
  const { loader, asked } = setUp();
  for (let section = 0; section < 30; section++) {
    loader.place(section, at(0), true);
    await vi.advanceTimersByTimeAsync(60);
    loader.place(section, at(0), false);
  }
  loader.place(30, at(0), true);
  await vi.advanceTimersByTimeAsync(200);
  expect(asked).toEqual([30]);
});

test('a long section that a fling passes through is not asked for until the fling is over', async () => {
  const { loader, asked } = setUp();
  let top = 0;
  const passing = {
    getBoundingClientRect: () => ({ top, bottom: top + 20_000 }),
  } as unknown as Element;
  loader.place(5, passing, true);
  for (let step = 0; step < 5; step++) {
    await vi.advanceTimersByTimeAsync(80);
    top -= 3000;
  }
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(240);
  expect(asked).toEqual([5]);
});

test('one that fails waits until it is requested again', async () => {
  const failed: number[] = [];
  let calls = 0;
  const loader = new SectionLoader<string>(
    async () => {
      calls++;
      throw new Error('503');
    },
    () => {},
    (section) => failed.push(section),
  );
  loader.place(4, at(0), true);
  await vi.advanceTimersByTimeAsync(500);
  expect([calls, failed]).toEqual([1, [4]]);
  loader.retry(4);
  await vi.advanceTimersByTimeAsync(0);
  expect(calls).toBe(2);
});
