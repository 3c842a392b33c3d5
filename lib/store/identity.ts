import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { InputError } from '../core/errors';
import { ioMessage } from '../core/files';
import { parseJson } from '../core/json';
import { writeFile } from '../core/write-file';
import { formVersion, type Identity } from './store';

const name = 'library.json';

/** What newer versions add is kept. */
const schema = z.looseObject({
  id: z.uuid('must be a UUID'),
  form: z.int().min(1),
});

/** Which library a folder holds, by its `library.json`; null where there is none. */
export function readIdentity(folder: string): Identity | null {
  const file = path.join(/* turbopackIgnore: true */ folder, name);
  if (!existsSync(file)) return null;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new InputError(ioMessage(error), { file: name, remedy: 'check the file’s permissions' });
  }
  return parseJson(text, name, schema);
}

export function writeIdentity(folder: string, identity: Identity): void {
  const file = path.join(/* turbopackIgnore: true */ folder, name);
  writeFile(file, name, `${JSON.stringify(identity, null, 2)}\n`);
}

export const newIdentity = (): Identity => ({ id: crypto.randomUUID(), form: formVersion });
