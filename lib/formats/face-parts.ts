import { readFileSync } from 'node:fs';
import path from 'node:path';
import { installedFile } from '../core/installed';

type Range = [from: number, to: number];

/** A file of a face for the web, which has the glyphs of some ranges of characters. */
export interface FacePart {
  file: string;
  ranges: Range[];
}

/**
 * The files that a style sheet names, with the characters that each has.
 *
 * @param sheet in `node_modules`, such as `@fontsource-variable/noto-serif-sc/wght.css`.
 */
export function partsOfFace(sheet: string): FacePart[] {
  const file = installedFile(path.join('node_modules', sheet));
  const rules = readFileSync(file, 'utf8').matchAll(/@font-face\s*\{([^}]*)\}/g);
  return [...rules].flatMap(([, rule]): FacePart[] => {
    const source = /url\(([^)]+\.woff2)\)/.exec(rule)?.[1];
    if (!source) return [];
    return [{ file: path.join(path.dirname(file), source), ranges: rangesOf(rule) }];
  });
}

function rangesOf(rule: string): Range[] {
  const list = /unicode-range:\s*([^;]+)/.exec(rule)?.[1] ?? 'U+0-10FFFF';
  return list.split(',').map((each): Range => {
    const [from, to = from] = each.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
}

/** Whether a part of a face has a character. */
export function hasCharacter({ ranges }: FacePart, character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return ranges.some(([from, to]) => from <= code && code <= to);
}
