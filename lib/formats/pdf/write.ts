import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { InputError } from '../../core/errors';
import { workHtml } from '../html/write';
import type { ExportedWork } from '../prepared';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
/** Long works take a while to set; after this there is no hope, in milliseconds. */
const timeoutMs = 300_000;

/** The page of HTML, printed by Chromium. @throws InputError where there is none. */
export async function workPdf(work: ExportedWork): Promise<Uint8Array> {
  const browser = process.env.CHROMIUM_PATH ?? usual.find((file) => existsSync(file));
  if (!browser) {
    throw new InputError('PDF is printed by Chromium, and none was found', {
      remedy: 'install Chromium or Chrome, or name it in CHROMIUM_PATH',
    });
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'variorum-pdf-'));
  try {
    const page = path.join(folder, 'work.html');
    const printed = path.join(folder, 'work.pdf');
    await writeFile(page, workHtml(work));
    await promisify(execFile)(
      browser,
      [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--no-pdf-header-footer',
        `--user-data-dir=${path.join(folder, 'profile')}`,
        `--print-to-pdf=${printed}`,
        pathToFileURL(page).href,
      ],
      { timeout: timeoutMs },
    );
    return await readFile(printed);
  } catch (error) {
    throw new InputError('Chromium did not print the page', {
      file: browser,
      remedy: `check that it starts (${(error as Error).message.split('\n')[0].slice(0, 120)})`,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
