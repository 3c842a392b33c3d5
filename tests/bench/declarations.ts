import type { Bead } from '../../lib/align/bead';
import { readDeclaration } from '../../lib/formats/udhr/read';

export const codes = ['eng', 'cmn_hans', 'fra', 'spa', 'rus', 'arb'];

/** A declaration without its headings and numbers, and the article of each paragraph. */
export interface DeclarationSide {
  language: string;
  texts: string[];
  articles: number[];
}

export function declaration(code: string): DeclarationSide {
  const { metadata, segments } = readDeclaration(code);
  const kept = segments.filter(({ kind }) => kind !== 'heading');
  return {
    language: metadata.language,
    texts: kept.map(({ text }) => text),
    articles: kept.map(({ article }) => article),
  };
}

/**
 * F1 by article: links within an article are right, and a segment is found when one of its links
 * is right.
 */
export function articleF1(beads: readonly Bead[], a: DeclarationSide, b: DeclarationSide): number {
  let links = 0;
  let right = 0;
  const found = { a: new Set<number>(), b: new Set<number>() };
  for (const bead of beads) {
    for (const i of bead.a) {
      for (const j of bead.b) {
        links++;
        if (a.articles[i] !== b.articles[j]) continue;
        right++;
        found.a.add(i);
        found.b.add(j);
      }
    }
  }
  const precision = right / Math.max(1, links);
  const recall = (found.a.size + found.b.size) / (a.texts.length + b.texts.length);
  return (2 * precision * recall) / Math.max(1e-9, precision + recall);
}

/** The paragraphs that two declarations have one for one: of articles with as many on each side. */
export function parallelTexts(a: DeclarationSide, b: DeclarationSide): [string[], string[]] {
  const of = ({ articles, texts }: DeclarationSide, article: number) =>
    texts.filter((_, k) => articles[k] === article);
  const out: [string[], string[]] = [[], []];
  for (const article of new Set(a.articles)) {
    const [left, right] = [of(a, article), of(b, article)];
    if (left.length !== right.length) continue;
    out[0].push(...left);
    out[1].push(...right);
  }
  return out;
}
