/**
 * How well texts are aligned: strict and lax precision, recall and F1, beside Gale–Church by
 * length alone.
 *
 *     npm run bench:align                               all below
 *     npm run bench:align -- A B GOLD [lang-a lang-b]   a gold pair of files, a segment a line
 */
import { readFileSync } from 'node:fs';
import { alignTexts } from '../../lib/align/align';
import type { Bead } from '../../lib/align/bead';
import { readBeads } from '../../lib/align/bead-file';
import { alignParagraphs } from '../../lib/align/paragraphs';
import { type AlignmentScore, type Rates, scoreAlignment } from '../../lib/align/score';
import { linkWords, type WordPlace } from '../../lib/compare/word-links';
import { readTextFile } from '../../lib/core/files';
import type { Edition } from '../../lib/edition/model';
import { readLines } from '../../lib/formats/text/plain-text';
import { guessLanguage } from '../../lib/language/script';
import { findEdition, loadWork } from '../../lib/works/load';
import { articleF1, codes, declaration, parallelTexts } from './declarations';
import { galeChurch } from './gale-church';
import { readGold } from './gold';
import { damage, syntheticBook } from './synthetic';

interface Side {
  language: string;
  texts: string[];
}

const asText = ({ language, texts }: Side) => ({
  language,
  segments: texts.map((text) => ({ text })),
});

const columns = ['strict P', 'R', 'F1', 'lax P', 'R', 'F1'];
function heading(title: string, nameWidth: number): void {
  console.log(`\n${title}\n`);
  console.log(
    `${''.padEnd(nameWidth)}${columns.map((name) => name.padStart(9)).join('')}   peer F1  ratio      ms  peer ms`,
  );
}

const rates = ({ precision, recall, f1 }: Rates) =>
  [precision, recall, f1].map((rate) => rate.toFixed(4).padStart(9)).join('');

function row(
  name: string,
  width: number,
  ours: AlignmentScore,
  ms: number,
  peer: AlignmentScore,
  peerMs: number,
): void {
  const ratio = ours.strict.f1 / Math.max(1e-9, peer.strict.f1);
  console.log(
    `${name.padEnd(width)}${rates(ours.strict)}${rates(ours.lax)} ${peer.strict.f1.toFixed(4).padStart(9)} ${ratio.toFixed(2).padStart(6)} ${ms.toFixed(0).padStart(7)} ${peerMs.toFixed(0).padStart(8)}`,
  );
}

function compare(
  name: string,
  width: number,
  a: Side,
  b: Side,
  gold: readonly Bead[],
  align: (a: Side, b: Side) => Bead[],
): void {
  let start = performance.now();
  const ours = scoreAlignment(gold, align(a, b));
  const ms = performance.now() - start;
  start = performance.now();
  const peer = scoreAlignment(gold, galeChurch(a.texts, b.texts));
  row(name, width, ours, ms, peer, performance.now() - start);
}

const byLine = (a: Side, b: Side) => alignTexts(asText(a), asText(b));
const byParagraph = (a: Side, b: Side) => alignParagraphs(asText(a), asText(b));
function declarations(): void {
  console.log('UDHR by paragraph, numbers and headings hidden: F1 against article numbers\n');
  console.log('pair               Variorum    peer  ratio      ms  peer ms');
  for (let p = 0; p < codes.length; p++) {
    for (let q = p + 1; q < codes.length; q++) {
      const [a, b] = [declaration(codes[p]), declaration(codes[q])];
      let start = performance.now();
      const ours = articleF1(byParagraph(a, b), a, b);
      const ms = performance.now() - start;
      start = performance.now();
      const peer = articleF1(galeChurch(a.texts, b.texts), a, b);
      const peerMs = performance.now() - start;
      console.log(
        `${`${codes[p]}–${codes[q]}`.padEnd(18)} ${ours.toFixed(4).padStart(8)} ${peer.toFixed(4).padStart(7)} ${(ours / peer).toFixed(2).padStart(6)} ${ms.toFixed(0).padStart(7)} ${peerMs.toFixed(0).padStart(8)}`,
      );
    }
  }
}

const damages = [
  { share: 0.05, moves: false },
  { share: 0.15, moves: false },
  { share: 0.3, moves: false },
  { share: 0.15, moves: true },
  { share: 0.3, moves: true },
];

function damaged(): void {
  heading('UDHR damaged: paragraphs merged, split and deleted; then moved too', 24);
  for (const code of codes.slice(1)) {
    const [a, b] = [declaration('eng'), declaration(code)];
    const [left, right] = parallelTexts(a, b);
    for (const { share, moves } of damages) {
      const { texts, gold } = damage(right, share, 7, moves);
      const name = `eng–${code} ${Math.round(share * 100)} %${moves ? ' moved' : ''}`;
      compare(name, 24, { ...a, texts: left }, { ...b, texts }, gold, byLine);
    }
  }
}

function stories(): void {
  heading('Stories translated freely, by sentence', 18);
  for (const { name, a, b, beads } of readGold()) compare(name, 18, a, b, beads, byLine);
}

function books(): void {
  console.log(
    '\nBooks made by rule: processor time and memory by size (the peer is quadratic and sits out)\n',
  );
  console.log('edition     paragraphs    words   strict F1   cpu ms   growth   rss MB');
  for (const foreign of [false, true]) {
    let last = 0;
    for (const size of [2500, 5000, 10_000, 20_000]) {
      const { a, b, gold } = syntheticBook(size, foreign);
      const words = a.reduce((sum, text) => sum + text.split(' ').length, 0);
      const start = process.cpuUsage();
      const found = byLine(
        { language: 'en', texts: a },
        { language: foreign ? 'la' : 'en', texts: b },
      );
      const { user, system } = process.cpuUsage(start);
      const ms = (user + system) / 1000;
      const growth = last > 0 ? `× ${(ms / last).toFixed(2)}` : '';
      last = ms;
      const { f1 } = scoreAlignment(gold, found).strict;
      const rss = process.memoryUsage().rss / 1e6;
      console.log(
        `${(foreign ? 'ciphered' : 'revised').padEnd(11)} ${String(size).padStart(10)} ${String(words).padStart(8)} ${f1.toFixed(4).padStart(11)} ${ms.toFixed(0).padStart(8)} ${growth.padStart(8)} ${rss.toFixed(0).padStart(8)}`,
      );
    }
  }
}

/** Of the links with a score about so high, how many are right. */
function calibration(): void {
  console.log('\nWhat a score means, on the stories and the damaged declarations\n');
  const seen: { score: number; right: boolean }[] = [];
  const collect = (a: Side, b: Side, gold: readonly Bead[]) => {
    const key = (bead: Bead) => `${bead.a}:${bead.b}`;
    const right = new Set(gold.map(key));
    for (const bead of byLine(a, b)) {
      if (bead.a.length > 0 && bead.b.length > 0)
        seen.push({ score: bead.score, right: right.has(key(bead)) });
    }
  };
  for (const { a, b, beads } of readGold()) collect(a, b, beads);
  for (const code of codes.slice(1)) {
    const [a, b] = [declaration('eng'), declaration(code)];
    const [left, right] = parallelTexts(a, b);
    for (let seed = 1; seed <= 4; seed++) {
      const { texts, gold } = damage(right, 0.3, seed);
      collect({ ...a, texts: left }, { ...b, texts }, gold);
    }
  }
  printCalibration(seen, [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.001]);
}

function printCalibration(seen: { score: number; right: boolean }[], edges: number[]): void {
  console.log('score          links   right');
  for (let k = 1; k < edges.length; k++) {
    const within = seen.filter(({ score }) => score >= edges[k - 1] && score < edges[k]);
    const right = within.filter((link) => link.right).length / Math.max(1, within.length);
    console.log(
      `${edges[k - 1].toFixed(2)}–${Math.min(1, edges[k]).toFixed(2)} ${String(within.length).padStart(9)} ${within.length > 0 ? right.toFixed(2).padStart(7) : '      —'}`,
    );
  }
}

/** The same for words: links of the telegram, judged by hand; those not judged are left out. */
async function wordCalibration(): Promise<void> {
  const judged = new Map(
    readFileSync('tests/fixtures/gold/telegram-words.txt', 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split('\t'))
      .map(([zh, en, verdict]) => [`${zh}\t${en}`, verdict === 'right']),
  );
  const { work } = await loadWork('telegram-to-liu', 'editions');
  const [zh, en] = ['zh', 'en'].map((siglum) => findEdition(work, siglum));
  const [{ links }] = await linkWords(work, [zh, en], zh);
  const text = (edition: Edition, [id, start, end]: WordPlace) =>
    edition.segments.find((segment) => segment.id === id)!.text.slice(start, end);
  const seen = links.flatMap(([a, b, score]) => {
    const right = judged.get(`${text(zh, a)}\t${text(en, b)}`);
    return right === undefined ? [] : [{ score, right }];
  });
  console.log(`\nThe same for words: ${seen.length} links of the telegram, judged by hand\n`);
  printCalibration(seen, [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.001]);
}

function goldFiles([fileA, fileB, goldFile, languageA, languageB]: string[]): void {
  const side = (file: string, tag: string | undefined): Side => {
    const texts = readLines(readTextFile(file)).map(({ text }) => text);
    return { texts, language: tag ?? guessLanguage(texts.join('\n')) };
  };
  const [a, b] = [side(fileA, languageA), side(fileB, languageB)];
  heading(`${fileA} (${a.language}) and ${fileB} (${b.language})`, 8);
  compare('lines', 8, a, b, readBeads(readTextFile(goldFile), goldFile), byLine);
}

const given = process.argv.slice(2);
if (given.length >= 3) goldFiles(given);
else {
  declarations();
  damaged();
  stories();
  calibration();
  await wordCalibration();
  books();
}
