import { vi } from 'vitest';
import { main } from '../lib/cli/main';

export interface CommandResult {
  status: number;
  stdout: string;
  stderr: string;
}

/**
 * Runs the command line in this process, as `variorum …` would run it. Commands that need a process
 * of their own (`serve`, `watch`, signals) are started with `startProcess`.
 */
export async function runCommand(...args: string[]): Promise<CommandResult> {
  const result: CommandResult = { status: 0, stdout: '', stderr: '' };
  const known = { stdout: process.stdout.write, stderr: process.stderr.write };
  const capture = (stream: 'stdout' | 'stderr') => {
    process[stream].write = ((chunk: string | Uint8Array) => {
      result[stream] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
      return true;
    }) as typeof process.stdout.write;
  };
  // The tests' runner has a console of its own, which does not write to the process's streams.
  const log = vi.spyOn(console, 'log').mockImplementation((...parts) => {
    result.stdout += `${parts.join(' ')}\n`;
  });
  const before = process.exitCode;
  process.exitCode = undefined;
  capture('stdout');
  capture('stderr');
  try {
    await main(['node', 'variorum', ...args]);
    result.status = Number(process.exitCode ?? 0);
  } finally {
    log.mockRestore();
    process.stdout.write = known.stdout;
    process.stderr.write = known.stderr;
    process.exitCode = before;
  }
  return result;
}
