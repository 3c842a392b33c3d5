import { zipSync } from 'fflate';
import { InputError } from '../../core/errors';
import type { Losses } from '../document';

/** The main part of a Word document, by what the package says; Word for the web calls it otherwise. */
export function mainPartOf(parts: ReadonlyMap<string, Buffer>, name: string): string {
  const rels = parts.get('_rels/.rels')?.toString('utf8') ?? '';
  for (const [relationship] of rels.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)) {
    if (!/\bType\s*=\s*["'][^"']*\/officeDocument["']/.test(relationship)) continue;
    const target = /\bTarget\s*=\s*["']\/?([^"']+)["']/.exec(relationship)?.[1] ?? '';
    if (parts.has(target) && /\.xml$/i.test(target)) return target;
  }
  if (parts.has('word/document.xml')) return 'word/document.xml';
  throw new InputError('the file is no Word document', {
    file: name,
    remedy: 'save it as .docx (Word 2007 or later)',
  });
}

/**
 * A Word document without what a reader of its text stumbles over: pictures, whether they are there
 * or not, references to parts that are missing, and ruby, of which the base is kept.
 *
 * @returns the bytes of the document.
 */
export function withoutObstacles(
  parts: ReadonlyMap<string, Buffer>,
  main: string,
  losses: Losses,
): Uint8Array {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const changed: Record<string, Uint8Array> = {};
  for (const [name, content] of parts) {
    const isText =
      name === main || (name.startsWith(folder) && /(?:foot|end)notes\d*\.xml$/.test(name));
    if (/\/media\//.test(name)) changed[name] = new Uint8Array();
    else
      changed[name] = isText
        ? Buffer.from(repaired(name, content.toString('utf8'), parts, losses))
        : content;
  }
  return zipSync(changed, { level: 0 });
}

function repaired(
  name: string,
  xml: string,
  parts: ReadonlyMap<string, Buffer>,
  losses: Losses,
): string {
  const file = name.slice(name.lastIndexOf('/') + 1);
  const rels =
    parts.get(`${name.slice(0, -file.length)}_rels/${file}.rels`)?.toString('utf8') ?? '';
  const known = new Set([...rels.matchAll(/\bId\s*=\s*["']([^"']+)["']/g)].map(([, id]) => id));
  return xml
    .replace(/<(a:blip|v:imagedata)\b(?:[^>]*\/>|[^>]*>[\s\S]*?<\/\1>)/g, (_, element: string) => {
      // Older versions of a picture stand beside the newer.
      if (element === 'a:blip' || !xml.includes('<a:blip')) losses.add('images');
      return '';
    })
    .replace(/<w:ruby\b[\s\S]*?<\/w:ruby>/g, (ruby) => {
      const words = (part: string) =>
        (new RegExp(`<w:${part}\\b[\\s\\S]*?</w:${part}>`).exec(ruby)?.[0] ?? '').match(
          /<w:t\b[^>]*>[^<]*<\/w:t>/g,
        ) ?? [];
      losses.add(
        'readings of ruby',
        undefined,
        words('rt')
          .join('')
          .replace(/<[^>]+>/g, ''),
      );
      return words('rubyBase').join('');
    })
    .replace(/\sr:(?:id|embed|link|pict)="([^"]*)"/g, (whole, id: string) =>
      known.has(id) ? whole : '',
    );
}
