/**
 * How well, and how fast, paragraphs of the Universal Declaration are aligned with headings and
 * numbers hidden, against its articles; beside Gale–Church by length alone.
 *
 *     npm run bench:align
 */
import type { Bead } from '../../lib/align/bead';
import { alignParagraphs } from '../../lib/align/paragraphs';
import { readDeclaration } from '../../lib/ingest/udhr';
import { galeChurch } from './gale-church';

interface Side {
  language: string;
  texts: string[];
  articles: number[];
}

function side(code: string): Side {
  const { metadata, segments } = readDeclaration(code);
  const kept = segments.filter(({ kind }) => kind !== 'heading');
  return {
    language: metadata.language,
    texts: kept.map(({ text }) => text),
    articles: kept.map(({ article }) => article),
  };
}

/** Links within an article are right; a segment is found when one of its links is right. */
function f1(beads: readonly Bead[], a: Side, b: Side): number {
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

const codes = ['eng', 'cmn_hans', 'fra', 'spa', 'rus', 'arb'];
console.log('UDHR, numbers and headings hidden: F1 against article numbers\n');
console.log('pair               Variorum  Gale–Church  ratio   ms   peer ms');
for (let p = 0; p < codes.length; p++) {
  for (let q = p + 1; q < codes.length; q++) {
    const [a, b] = [side(codes[p]), side(codes[q])];
    const asText = ({ language, texts }: Side) => ({
      language,
      segments: texts.map((text) => ({ text })),
    });
    let start = performance.now();
    const ours = f1(alignParagraphs(asText(a), asText(b)), a, b);
    const ms = performance.now() - start;
    start = performance.now();
    const peer = f1(galeChurch(a.texts, b.texts), a, b);
    const peerMs = performance.now() - start;
    const pair = `${codes[p]}–${codes[q]}`.padEnd(18);
    console.log(
      `${pair} ${ours.toFixed(4).padStart(8)} ${peer.toFixed(4).padStart(12)} ${(ours / peer).toFixed(2).padStart(6)} ${ms.toFixed(0).padStart(4)} ${peerMs.toFixed(0).padStart(9)}`,
    );
  }
}
