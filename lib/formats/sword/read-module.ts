import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { InputError } from '../../core/errors';
import type { GivenFile } from '../document';
import { balanced } from './balance';

/** Where Debian's packages of modules are. */
const systemFolder = '/usr/share/sword';
const timeoutMs = 120_000;
/** Of OSIS; a Bible with an entry for each word has 30 MB. */
const maxBytes = 200 * 1024 * 1024;

/** The module that an argument names, `sword:KJV`; null for a file. */
export function swordModule(argument: string): string | null {
  return /^sword:(.*)$/.exec(argument)?.[1] ?? null;
}

/**
 * A module of the SWORD Project that is installed here, as OSIS: written by `mod2osis`, which
 * Debian has in `libsword-utils`. Modules are looked for where `SWORD_PATH` says.
 *
 * @throws InputError where the program or the module is not installed.
 */
export async function readSwordModule(module: string): Promise<GivenFile> {
  const named = `sword:${module}`;
  if (!/^[A-Za-z0-9_.-]{1,80}$/.test(module)) {
    throw new InputError(`“${module}” is not a name of a SWORD module`, {
      file: named,
      remedy: 'give it as its .conf file has it in brackets, for example sword:KJV',
    });
  }
  const folder = process.env.SWORD_PATH ?? (existsSync(systemFolder) ? systemFolder : undefined);
  let written: { stdout: Buffer; stderr: Buffer };
  try {
    written = await promisify(execFile)('mod2osis', [module], {
      encoding: 'buffer',
      timeout: timeoutMs,
      maxBuffer: maxBytes,
      env: { ...process.env, ...(folder ? { SWORD_PATH: folder } : {}) },
    });
  } catch (error) {
    throw swordError(error as NodeJS.ErrnoException & { stderr?: Buffer; killed?: boolean }, named);
  }
  const start = written.stdout.indexOf('<?xml');
  if (start < 0) {
    throw missing(named);
  }
  const osis = balanced(written.stdout.subarray(start).toString('utf8'));
  return { bytes: Buffer.from(osis), name: `${module}.osis` };
}

function missing(named: string): InputError {
  return new InputError('the SWORD module is not installed', {
    file: named,
    remedy:
      'install it, for example from the package sword-text-kjv, or set SWORD_PATH to its folder',
  });
}

function swordError(
  error: NodeJS.ErrnoException & { stderr?: Buffer; killed?: boolean },
  named: string,
): InputError {
  if (error.code === 'ENOENT') {
    return new InputError('mod2osis, which reads SWORD modules, is not installed', {
      file: named,
      remedy: 'install it (Debian has it in libsword-utils), or give the text as a file',
    });
  }
  if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER' || error.killed) {
    return new InputError('the SWORD module is too large to read', {
      code: 'too-large',
      file: named,
      remedy: 'export part of it as OSIS, and give that as a file',
    });
  }
  if (/find module/.test(error.stderr?.toString() ?? '')) return missing(named);
  return new InputError('mod2osis could not read the SWORD module', {
    file: named,
    remedy: 'check that the module is installed whole',
  });
}
