import { readFileSync } from 'node:fs';
import path from 'node:path';
import subsetFont from 'subset-font';
import { hasCharacter, partsOfFace } from '../face-parts';
import { withFamilyName } from './font-name';

/** A face with an axis of weight, and the weights of it that are set. */
interface CarriedFace {
  /** Its style sheet, in `node_modules`. */
  sheet: string;
  weights: number[];
  use: 'text' | 'sans';
}

/** The faces of the pages, in the order in which they are looked in for a character. */
const carried: CarriedFace[] = [
  { sheet: '@fontsource-variable/source-serif-4/wght.css', weights: [400, 600], use: 'text' },
  { sheet: '@fontsource-variable/source-serif-4/wght-italic.css', weights: [400], use: 'text' },
  { sheet: '@fontsource-variable/noto-naskh-arabic/wght.css', weights: [400, 600], use: 'text' },
  { sheet: '@fontsource-variable/noto-serif-sc/wght.css', weights: [400, 600], use: 'text' },
  { sheet: '@fontsource-variable/source-sans-3/wght.css', weights: [400, 600], use: 'sans' },
];

export interface Faces {
  /** TrueType fonts with the glyphs that are needed. */
  fonts: Buffer[];
  /** Their families, in the order in which they are looked in. */
  families: { text: string[]; sans: string[]; mono: string[] };
}

/**
 * The faces that the package carries, for the characters of a document: set from files of the web, each with
 * the part of a face that a range of characters needs. What they lack is taken from the system's fonts.
 */
export async function facesFor(characters: ReadonlySet<string>): Promise<Faces> {
  const fonts: Buffer[] = [];
  const families: Faces['families'] = { text: [], sans: [], mono: ['DejaVu Sans Mono'] };
  for (const { sheet, weights, use } of carried) {
    for (const part of partsOfFace(sheet)) {
      const { file } = part;
      const wanted = [...characters].filter((each) => hasCharacter(part, each)).join('');
      if (wanted === '') continue;
      // Upright and italic parts of one range are one family.
      const family = `Variorum ${path.basename(file, '.woff2').replace(/-(normal|italic)$/, '')}`;
      if (!families[use].includes(family)) families[use].push(family);
      for (const weight of weights) {
        const font = await subsetFont(readFileSync(file), wanted, {
          targetFormat: 'sfnt',
          variationAxes: { wght: weight },
        });
        fonts.push(withFamilyName(font, family));
      }
    }
  }
  families.sans.push(...families.text);
  families.mono.push(...families.text);
  return { fonts, families };
}
