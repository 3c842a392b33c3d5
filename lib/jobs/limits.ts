import { readFileSync } from 'node:fs';

/** What reading one file may take. Beyond any of these the process that reads it is ended. */
export interface Limits {
  /** Seconds of processor time; where the system does not report that, of the clock. */
  seconds: number;
  /** Megabytes of memory in all. */
  megabytes: number;
}

/** A positive number of an environment variable, or its default. */
const setting = (name: string, standard: number): number => {
  const value = Number(process.env[name]);
  return value > 0 ? value : standard;
};

/** The limits of a host: `VARIORUM_READ_SECONDS` and `VARIORUM_READ_MEMORY` (MB). */
export const readLimits = (): Limits => ({
  seconds: setting('VARIORUM_READ_SECONDS', 20),
  megabytes: setting('VARIORUM_READ_MEMORY', 768),
});

/** The limits of setting a work on pages: `VARIORUM_PRINT_SECONDS` and `VARIORUM_PRINT_MEMORY` (MB). */
export const printLimits = (): Limits => ({
  seconds: setting('VARIORUM_PRINT_SECONDS', 180),
  megabytes: setting('VARIORUM_PRINT_MEMORY', 4096),
});

export interface Usage {
  /** Seconds of processor time so far. */
  seconds: number;
  megabytes: number;
}

/** Linux counts time in hundredths of a second for programs, and memory in pages of 4 kB. */
const ticks = 100;
const page = 4096;

/** What a process has used, from `/proc`; null on systems without it, and for one that is gone. */
export function usageOf(pid: number): Usage | null {
  try {
    // The name of the program, in brackets, may hold spaces: fields are counted after it.
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return {
      seconds: (Number(fields[11]) + Number(fields[12])) / ticks,
      megabytes: (Number(fields[21]) * page) / 1024 / 1024,
    };
  } catch {
    return null;
  }
}
