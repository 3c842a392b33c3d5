/**
 * A library as static pages: how long it takes to make them, again when nothing has changed, and again
 * when one edition has, with the most memory that it took. What is aligned already is not part of it.
 * The processor's time is that of the program and its threads, without Pagefind's own process.
 *
 *     npm run bench:site                # 500,000 words in five editions, as five books
 *     npm run bench:site -- 100000 1    # words of a book, number of books
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { layOut } from '../../lib/compare/layout';
import { writeSite } from '../../lib/site/site';
import { listWorks, loadWork } from '../../lib/works/load';
import { syntheticBook } from './synthetic';

const words = Number(process.argv[2] ?? 500_000);
const books = Number(process.argv[3] ?? 5);
/** For private use: no dictionary of the machine helps with it, or is indexed first. */
const foreignLanguage = 'qaa';
/** Words of a paragraph of a synthetic book, on average. */
const ofParagraph = 25.5;
const folder = mkdtempSync(path.join(tmpdir(), 'variorum-bench-site-'));
process.env.VARIORUM_CACHE ??= path.join(folder, '.cache');
const library = path.join(folder, 'library');
const site = path.join(folder, 'site');

/** A book in an original, two more editions in its language, and two in another. */
function makeBook(slug: string, seed: number): void {
  const home = path.join(library, slug);
  mkdirSync(home, { recursive: true });
  const paragraphs = Math.round(words / books / ofParagraph);
  const book = (foreign: boolean, version: number) =>
    syntheticBook(paragraphs, foreign, seed, version);
  const editions: [siglum: string, language: string, texts: string[]][] = [
    ['A', 'en', book(false, 1).a],
    ['B', 'en', book(false, 1).b],
    ['C', 'en', book(false, 2).b],
    ['D', foreignLanguage, book(true, 3).b],
    ['E', foreignLanguage, book(true, 4).b],
  ];
  for (const [siglum, language, texts] of editions) {
    const chapters = texts.map((text, at) =>
      at % 60 === 0 ? `## Chapter ${at / 60 + 1}\n\n${text}` : text,
    );
    writeFileSync(
      path.join(home, `${siglum}.md`),
      `---\nlanguage: ${language}\ntitle: ${slug} (${siglum})\n---\n\n${chapters.join('\n\n')}\n`,
    );
  }
  const order = editions.map(([siglum]) => siglum);
  writeFileSync(
    path.join(home, 'work.json'),
    JSON.stringify({ title: slug, base: order[0], order }),
  );
}

const table: Record<string, Record<string, string | number>> = {};
async function timed(
  name: string,
  run: () => Promise<{ files?: number; changed?: number }>,
): Promise<void> {
  const [started, used] = [performance.now(), process.cpuUsage()];
  const made = await run();
  const { user, system } = process.cpuUsage(used);
  table[name] = {
    'wall s': Number(((performance.now() - started) / 1000).toFixed(1)),
    'processor s': Number(((user + system) / 1e6).toFixed(1)),
    'most MB': Math.round(process.resourceUsage().maxRSS / 1024),
    files: made.files ?? '',
    'new or changed': made.changed ?? '',
  };
}

try {
  for (let k = 1; k <= books; k++) makeBook(`book-${k}`, k);
  await timed('aligned', async () => {
    for (const slug of listWorks(library)) {
      const { work } = await loadWork(slug, library);
      await layOut(work, work.editions, work.editions[0]);
    }
    return {};
  });
  const write = () => writeSite(site, library);
  await timed('all', write);
  await timed('nothing changed', write);
  const edition = path.join(library, 'book-1', 'C.md');
  const paragraphs = readFileSync(edition, 'utf8').split('\n\n');
  paragraphs[Math.floor(paragraphs.length / 2)] += ' One sentence more.';
  writeFileSync(edition, paragraphs.join('\n\n'));
  await timed('one edition changed', write);
  console.table(table);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
