import { readFileSync } from 'node:fs';
import { LRUCache } from 'lru-cache';
import subsetFont from 'subset-font';
import { InputError } from '../../lib/core/errors';
import { once, remember } from '../../lib/core/memo';
import { type FacePart, hasCharacter, partsOfFace } from '../../lib/formats/face-parts';

/** A Noto Serif, by the script that its package is named after. */
const notoSerif = (script: string) => ({
  family: `Noto Serif ${script} Variable`,
  parts: once(() =>
    partsOfFace(`@fontsource-variable/noto-serif-${script.toLowerCase()}/wght.css`),
  ),
});

/** Faces of which a page takes the glyphs of its own characters alone: whole, they are megabytes. */
const faces = { sc: notoSerif('SC'), tc: notoSerif('TC'), jp: notoSerif('JP') };

export type PageFace = keyof typeof faces;

export const pageFaces = Object.keys(faces) as PageFace[];

/** Beyond these, so much of each file is needed that the files serve as well. */
const maxCharacters = 1500;

/**
 * The address of a style sheet that has a face for a page's characters; null where there are none, or
 * too many.
 */
export function faceAddress(face: PageFace, texts: Iterable<string>): string | null {
  const characters = new Set<string>();
  for (const text of texts) for (const each of text) if (each > ' ') characters.add(each);
  if (characters.size === 0 || characters.size > maxCharacters) return null;
  return `/faces/${face}?of=${packed(characters)}`;
}

/**
 * The style sheet at such an address: a rule for each file that has some of the characters. It comes
 * after the sheet with the whole face, and so is looked in before it.
 */
export function faceSheet(face: PageFace, of: string): string {
  const { family, parts } = faces[face];
  const wanted = unpacked(of);
  // A character that several files have is taken from the last of them, as browsers do.
  const places = wanted.map((each) => parts().findLastIndex((part) => hasCharacter(part, each)));
  return [...new Set(places)]
    .filter((at) => at >= 0)
    .map((at) => {
      const mine = wanted.filter((_, k) => places[k] === at);
      const ranges = mine.map((each) => `U+${each.codePointAt(0)?.toString(16)}`).join(',');
      return `@font-face{font-family:"${family}";font-weight:200 900;font-display:swap;src:url(${face}?part=${at}&of=${packed(mine)}) format("woff");unicode-range:${ranges}}`;
    })
    .join('\n');
}

/** Each file has up to some 150 kB. */
const made = new LRUCache<string, Promise<Uint8Array>>({ max: 400 });

/**
 * A file of a face with the glyphs of some characters, as WOFF: WOFF2 would be a fifth smaller and
 * takes seven times as long to make.
 *
 * @throws InputError where the face has no such file.
 */
export function faceFile(face: PageFace, at: number, of: string): Promise<Uint8Array> {
  const part: FacePart | undefined = faces[face].parts()[at];
  if (!part) throw new InputError(`the face ${face} has no part ${at}`, { code: 'not-found' });
  const wanted = unpacked(of).filter((each) => hasCharacter(part, each));
  return remember(made, `${face} ${at} ${wanted.join('')}`, () =>
    subsetFont(readFileSync(part.file), wanted.join(''), { targetFormat: 'woff' }),
  );
}

/** Characters in an address: the differences of their sorted numbers, seven bits in each byte. */
function packed(characters: Iterable<string>): string {
  const codes = [...characters].map((each) => each.codePointAt(0) ?? 0).sort((x, y) => x - y);
  const bytes = codes.flatMap((code, k) => {
    const difference = code - (codes[k - 1] ?? 0);
    const low = difference & 0x7f;
    if (difference < 0x80) return [low];
    const middle = 0x80 | ((difference >> 7) & 0x7f);
    if (difference < 0x4000) return [middle, low];
    return [0x80 | (difference >> 14), middle, low];
  });
  return Buffer.from(bytes).toString('base64url');
}

function unpacked(of: string): string[] {
  const characters: string[] = [];
  let code = 0;
  let difference = 0;
  for (const byte of Buffer.from(of, 'base64url')) {
    difference = difference * 0x80 + (byte & 0x7f);
    if (byte >= 0x80 && difference < 0x110000) continue;
    code += difference;
    difference = 0;
    if (code > 0x10ffff || characters.length >= maxCharacters) {
      throw new InputError('these are not the characters of a page');
    }
    characters.push(String.fromCodePoint(code));
  }
  return characters;
}
