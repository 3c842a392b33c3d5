import { expect } from 'vitest';

/**
 * Expects that something takes neither longer nor more memory than is given. Of time, the processor's: what
 * else the machine does is not a fault of the reader. @returns what it comes to.
 */
export async function within<T>(
  seconds: number,
  megabytes: number,
  run: () => T | Promise<T>,
): Promise<T> {
  const before = process.memoryUsage().rss;
  const started = process.cpuUsage();
  const result = await run();
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1e6).toBeLessThan(seconds);
  expect((process.memoryUsage().rss - before) / 1e6).toBeLessThan(megabytes);
  return result;
}
