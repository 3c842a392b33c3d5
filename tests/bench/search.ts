import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import MiniSearch from 'minisearch';
import { layOut } from '../../lib/compare/layout';
import { mirrorFolder } from '../../lib/core/config';
import { indexFile } from '../../lib/search/index-file';
import { search } from '../../lib/search/search';
import { searchTokens } from '../../lib/search/tokens';
import { closeDatabase, databaseAt } from '../../lib/store/database';
import { FolderStore } from '../../lib/store/folder-store';
import { closeLibrary, refreshLibrary } from '../../lib/store/open';
import { PostgresStore } from '../../lib/store/postgres-store';
import { sendLibrary } from '../../lib/store/sync';
import { listWorks, loadWork } from '../../lib/works/load';
import { newDatabase, startPostgres } from '../postgres';
import { syntheticBook } from './synthetic';

// Searching a library in a folder and in a database, beside two other engines that run without a
// server: PGlite (PostgreSQL's full-text search in WebAssembly) and MiniSearch (in memory), on the same
// paragraphs.
// `npm run bench:search [paragraphs [editions of a work]]`; of a million paragraphs in two editions each
// aligning takes most of an hour, in one edition each there is nothing to align.

const wanted = Number(process.argv[2] ?? 100_000);
const editions = Number(process.argv[3] ?? 2);
const ofWork = 10_000;
const folder = mkdtempSync(path.join(tmpdir(), 'variorum-bench-search-'));
process.env.VARIORUM_CACHE = path.join(folder, '.cache');
const library = path.join(folder, 'library');

const texts: string[] = [];
for (let k = 0; texts.length < wanted; k++) {
  const home = path.join(library, `book-${k}`);
  mkdirSync(home, { recursive: true });
  const { a, b } = syntheticBook(Math.min(ofWork, wanted) / editions, false, k + 1);
  const all = { A: a, B: b };
  for (const [siglum, paragraphs] of Object.entries(all).slice(0, editions)) {
    writeFileSync(
      path.join(home, `${siglum}.md`),
      `---\nlanguage: en\n---\n\n${paragraphs.join('\n\n')}\n`,
    );
    texts.push(...paragraphs);
  }
}
const clock = () => performance.now();
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;

// What is aligned already is not part of the index.
let started = clock();
for (const slug of listWorks(library)) {
  const { work } = await loadWork(slug, library);
  await layOut(work, work.editions, work.editions[0]);
}
console.log(`${texts.length} paragraphs, aligned in ${seconds(clock() - started)}`);

const words = [...new Set(searchTokens(texts.slice(0, 200).join(' ')).map(({ norm }) => norm))];
const [common, middling] = [words[0], words[Math.floor(words.length / 2)]];
const sentence = searchTokens(texts[100]).map(({ norm }) => norm);
const queries: Record<string, string> = {
  'a common word': common,
  'another word': middling,
  'two words': `${words[3]} ${words[10]}`,
  'a phrase': `"${sentence.slice(1, 4).join(' ')}"`,
  'a beginning': `${middling.slice(0, 3)}*`,
  'a wildcard': `${middling[0]}?${middling.slice(2, 3)}*`,
  'an expression': `/${middling.slice(0, 2)}.*/`,
  ...(editions > 1 ? { 'here, not there': `A:${middling} -B:${middling}` } : {}),
};

started = clock();
const ready = await search({ query: common }, { folder: library, timeoutMs: 2 ** 31 - 1 });
if (ready.state === 'pending') throw new Error('no index');
const ours = { build: clock() - started, size: statSync(indexFileNow()).size };

const server = await startPostgres();
const url = await newDatabase(server.url);
await sendLibrary(new FolderStore(library), new PostgresStore(url), new Map());
process.env.DATABASE_URL = url;
const copy = mirrorFolder(url);
await refreshLibrary();
started = clock();
await search({ query: common }, { folder: copy, timeoutMs: 2 ** 31 - 1 });
const tablesBuilt = clock() - started;
const { rows: tableSizes } = await databaseAt(url).pool.query<{ size: string }>(
  `select sum(pg_total_relation_size(oid)) as size from pg_class
   where relname like 'library_search_%' and relkind = 'r'`,
);
const tables = { build: tablesBuilt, size: Number(tableSizes[0].size) };

function indexFileNow(): string {
  const home = path.dirname(indexFile('x'));
  return path.join(home, readdirSync(home).find((name) => name.endsWith('.db'))!);
}

/** The median of several runs, in milliseconds. */
async function timed(run: () => Promise<unknown> | unknown): Promise<number> {
  const taken: number[] = [];
  for (let k = 0; k < 9; k++) {
    const from = clock();
    await run();
    taken.push(clock() - from);
  }
  return taken.sort((x, y) => x - y)[4];
}

const mini = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
started = clock();
const before = process.memoryUsage().heapUsed;
mini.addAll(texts.map((text, id) => ({ id, text })));
const theirs = { build: clock() - started, size: process.memoryUsage().heapUsed - before };

const pg = new PGlite();
started = clock();
await pg.exec('create table t (id int primary key, body text, words tsvector)');
for (let from = 0; from < texts.length; from += 2000) {
  const part = texts.slice(from, from + 2000);
  await pg.query(
    `insert into t select ord, body, to_tsvector('simple', body) from unnest($1::text[]) with ordinality as x(body, o), lateral (select o + ${from} as ord) y`,
    [part],
  );
}
await pg.exec('create index words on t using gin (words)');
const { rows: sizes } = await pg.query<{ size: string }>(
  "select pg_total_relation_size('t') as size",
);
const postgres = { build: clock() - started, size: Number(sizes[0].size) };

console.table({
  'Variorum, file': { built: seconds(ours.build), size: megabytes(ours.size), 'to ours': 1 },
  'Variorum, database': {
    built: seconds(tables.build),
    size: megabytes(tables.size),
    'to ours': Number((tables.build / ours.build).toFixed(2)),
  },
  MiniSearch: {
    built: seconds(theirs.build),
    size: `${megabytes(theirs.size)} in memory`,
    'to ours': Number((theirs.build / ours.build).toFixed(2)),
  },
  PGlite: {
    built: seconds(postgres.build),
    size: megabytes(postgres.size),
    'to ours': Number((postgres.build / ours.build).toFixed(2)),
  },
});

const table: Record<string, Record<string, string | number>> = {};
for (const [name, query] of Object.entries(queries)) {
  const found = await search({ query }, { folder: library });
  const own = await timed(() => search({ query }, { folder: library }));
  const row: Record<string, string | number> = {
    found: found.state === 'pending' ? 0 : found.value.total,
    'file ms': Number(own.toFixed(1)),
    'database ms': Number((await timed(() => search({ query }, { folder: copy }))).toFixed(1)),
  };
  const plain = query.replace(/[*"]/g, '');
  if (!/[?/:]/.test(query)) {
    const prefix = query.endsWith('*');
    const memory = await timed(() => mini.search(plain, { prefix, combineWith: 'AND' }));
    const tsquery = query.startsWith('"')
      ? plain.split(' ').join(' <-> ')
      : prefix
        ? `${plain}:*`
        : plain.split(' ').join(' & ');
    const wasm = await timed(async () => {
      await pg.query(
        "select id from t where words @@ to_tsquery('simple', $1) order by id limit 20",
        [tsquery],
      );
      await pg.query("select count(*) from t where words @@ to_tsquery('simple', $1)", [tsquery]);
    });
    row['MiniSearch ms'] = query.startsWith('"') ? '–' : Number(memory.toFixed(1));
    row['PGlite ms'] = Number(wasm.toFixed(1));
    row['PGlite to ours'] = Number((wasm / own).toFixed(1));
  }
  table[name] = row;
}
console.table(table);
await pg.close();
await closeLibrary();
await closeDatabase(url);
await server.end();
rmSync(folder, { recursive: true, force: true });
process.exit(0);
