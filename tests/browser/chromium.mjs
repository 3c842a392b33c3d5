import { existsSync } from 'node:fs';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A Chromium on this machine: `CHROMIUM_PATH`, or one in a usual place; else undefined. */
export function chromiumPath() {
  return process.env.CHROMIUM_PATH || usual.find((each) => existsSync(each));
}
