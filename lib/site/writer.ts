import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { InputError } from '../core/errors';
import { parseJson } from '../core/json';
import { writeFile } from '../core/write-file';
import { type MadePart, madePartSchema, type SitePart } from './part';
import type { SiteFile } from './site-file';

/** What a folder that holds a site is known by, what of it is ours, and what that was made from. */
const manifestName = '.variorum-site.json';
const manifestSchema = z.object({
  files: z.array(z.string()),
  parts: z.record(z.string(), madePartSchema).optional(),
});

/** Writes a site into its folder: what has changed since the site was written before. */
export class SiteWriter {
  /** All files of the site, by their paths from its folder. */
  readonly written = new Set<string>();
  /** Files that were not there, or otherwise. */
  changed = 0;
  private readonly before: ReturnType<typeof claim>;
  private readonly parts: Record<string, MadePart> = {};

  /** @throws InputError for a folder that holds something else. */
  constructor(private readonly folder: string) {
    this.before = claim(folder);
  }

  put({ path: name, content }: SiteFile): number {
    const file = path.join(this.folder, name);
    const bytes = Buffer.from(content);
    this.written.add(name);
    if (!isSame(file, bytes)) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFile(file, name, bytes);
      this.changed++;
    }
    return bytes.length;
  }

  /** Writes a part, unless it is there as it would be made. @returns its files. */
  async putPart({ name, key, files }: SitePart): Promise<string[]> {
    const known = this.before.parts[name];
    if (known?.key === key && this.isThere(known)) {
      for (const file of Object.keys(known.files)) this.written.add(file);
      this.parts[name] = known;
    } else {
      const made: MadePart = { key, files: {} };
      for await (const file of files()) made.files[file.path] = this.put(file);
      this.parts[name] = made;
    }
    return Object.keys(this.parts[name].files);
  }

  private isThere({ files }: MadePart): boolean {
    return Object.entries(files).every(
      ([name, size]) =>
        statSync(path.join(this.folder, name), { throwIfNoEntry: false })?.size === size,
    );
  }

  /** What an earlier writing left is taken away last, when nothing leads to it any more. */
  end(): void {
    for (const name of this.before.files) {
      if (this.written.has(name)) continue;
      rmSync(path.join(this.folder, name), { force: true });
      removeEmpty(this.folder, path.dirname(name));
    }
    const manifest = { files: [...this.written].sort(), parts: this.parts };
    writeFile(
      path.join(this.folder, manifestName),
      manifestName,
      `${JSON.stringify(manifest, null, 1)}\n`,
    );
  }
}

function isSame(file: string, bytes: Buffer): boolean {
  if (statSync(file, { throwIfNoEntry: false })?.size !== bytes.length) return false;
  return readFileSync(file).equals(bytes);
}

/** Removes folders of the site, from the innermost, that nothing is left in. */
function removeEmpty(folder: string, name: string): void {
  for (let at = name; at !== '.'; at = path.dirname(at)) {
    const inside = path.join(folder, at);
    if (!existsSync(inside) || readdirSync(inside).length > 0) return;
    rmSync(inside, { recursive: true });
  }
}

/** What the folder holds of an earlier site; nothing where it is new. */
function claim(folder: string): { files: string[]; parts: Record<string, MadePart> } {
  const manifest = path.join(folder, manifestName);
  if (existsSync(manifest)) {
    const text = readFileSync(manifest, 'utf8');
    const { files, parts = {} } = parseJson(text, manifestName, manifestSchema);
    // Nothing outside the folder is ever touched, whatever the file says.
    const isInside = (name: string) =>
      !path.relative(folder, path.join(folder, name)).startsWith('..');
    const inside = Object.entries(parts).filter(([, part]) =>
      Object.keys(part.files).every(isInside),
    );
    return { files: files.filter(isInside), parts: Object.fromEntries(inside) };
  }
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new InputError('the folder holds something else than a site of this tool', {
      file: folder,
      remedy: 'name a new or an empty folder with -o',
    });
  }
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new InputError('the folder cannot be made', {
      file: folder,
      remedy: `check the path and its permissions (${(error as NodeJS.ErrnoException).code})`,
    });
  }
  return { files: [], parts: {} };
}
