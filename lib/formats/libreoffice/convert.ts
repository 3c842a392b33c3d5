import { spawn } from 'node:child_process';
import {
  accessSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { InputError } from '../../core/errors';
import { largestArchive } from '../archive';

/** What a conversion may take: seconds, and megabytes of memory and of what it writes. */
const limits = { seconds: 60, megabytes: 4096, written: Math.ceil(largestArchive / 1024 / 1024) };

/** Where LibreOffice puts its program on a Mac. */
const onMac = '/Applications/LibreOffice.app/Contents/MacOS/soffice';

/** LibreOffice’s program, where it is installed; null elsewhere, and on systems without `sh`. */
export function soffice(): string | null {
  if (process.platform === 'win32') return null;
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const programs = [...folders.map((folder) => path.join(folder, 'soffice')), onMac];
  return programs.find(isProgram) ?? null;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const item = (at: string, name: string, value: string) =>
  `<item oor:path="/org.openoffice.${at}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;

/** Settings of a profile in which nothing of a document is run or fetched. */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${[
  item('Office.Common/Security/Scripting', 'MacroSecurityLevel', '3'),
  item('Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'),
  item('Office.Common/Security/Scripting', 'DisableActiveContent', 'true'),
  item('Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'),
  item('Office.Writer/Content/Update', 'Link', '0'),
  item('Office.Calc/Content/Update', 'Link', '2'),
  // A proxy that is not there: what would be fetched all the same is not found.
  item('Inet/Settings', 'ooInetProxyType', '2'),
  item('Inet/Settings', 'ooInetHTTPProxyName', '127.0.0.1'),
  item('Inet/Settings', 'ooInetHTTPProxyPort', '9'),
  item('Inet/Settings', 'ooInetHTTPSProxyName', '127.0.0.1'),
  item('Inet/Settings', 'ooInetHTTPSProxyPort', '9'),
].join('')}</oor:items>`;

/**
 * A text of a word processor as an OpenDocument text, or a sheet as an OpenDocument spreadsheet: by LibreOffice, in a folder and with a profile
 * of its own, within bounds of time and memory.
 *
 * @param ending of the file, without its dot.
 * @param made the ending of the file that LibreOffice writes.
 * @throws InputError where it cannot be converted, or not within the bounds.
 */
export async function asOpenDocument(
  program: string,
  bytes: Uint8Array,
  ending: string,
  made: 'odt' | 'ods' = 'odt',
): Promise<Uint8Array> {
  const folder = mkdtempSync(path.join(tmpdir(), 'variorum-office-'));
  try {
    const profile = path.join(folder, 'profile');
    mkdirSync(path.join(profile, 'user'), { recursive: true });
    writeFileSync(path.join(profile, 'user', 'registrymodifications.xcu'), settings);
    const given = path.join(folder, `given.${ending}`);
    writeFileSync(given, bytes);
    await run(program, folder, [
      `-env:UserInstallation=${pathToFileURL(profile)}`,
      ...'--headless --norestore --nologo --nodefault --nolockcheck --convert-to'.split(' '),
      made,
      '--outdir',
      path.join(folder, 'made'),
      given,
    ]);
    return readMade(path.join(folder, 'made', `given.${made}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readMade(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw new InputError('LibreOffice could not read it', {
      remedy: 'open it in the program it comes from and save it again',
    });
  }
}

/** Runs the program as a group of processes that is ended as a whole, also where this process is ended. */
function run(program: string, folder: string, args: readonly string[]): Promise<void> {
  const { seconds, megabytes, written } = limits;
  const bounds = `ulimit -t ${seconds}; ulimit -v ${megabytes * 1024} 2>/dev/null; ulimit -f ${written * 2048}; exec "$@"`;
  return new Promise((resolve, reject) => {
    const child = spawn('sh', ['-c', bounds, 'sh', program, ...args], {
      cwd: folder,
      detached: true,
      stdio: 'ignore',
      env: {
        PATH: process.env.PATH,
        HOME: folder,
        TMPDIR: folder,
        LANG: 'C.UTF-8',
        NODE_ENV: process.env.NODE_ENV,
      },
    });
    const end = () => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // They have all ended.
      }
    };
    const timer = setTimeout(() => {
      reject(
        new InputError(`converting it takes more than ${seconds} seconds`, {
          code: 'too-slow',
          remedy: 'save it as .docx or .odt in a word processor',
        }),
      );
      end();
    }, seconds * 1000);
    process.once('exit', end);
    const settle = (then: () => void) => {
      clearTimeout(timer);
      process.removeListener('exit', end);
      end();
      then();
    };
    child.once('error', (error) => settle(() => reject(error)));
    // What it made, or did not, says whether it could.
    child.once('exit', () => settle(resolve));
  });
}
