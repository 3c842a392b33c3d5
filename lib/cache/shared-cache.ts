import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import { sql } from 'kysely';
import { libraryDatabase, migrate } from '../store/database';

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);
/** Alignments shrink to a tenth, and quickly. */
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } };

/** Days after which entries are dropped that nobody has asked for. */
const unusedDays = 30;

/** What any process has kept in the library’s database, or null; also where it does not answer. */
export async function recallShared(key: string): Promise<Buffer | null> {
  try {
    const found = await (await tables())
      .selectFrom('library_cache')
      .select(['value', 'used'])
      .where('key', '=', key)
      .executeTakeFirst();
    if (!found) return null;
    if (Date.now() - found.used.getTime() > 86_400_000) await touch(key);
    return await decompress(found.value);
  } catch {
    return null;
  }
}

/** Keeps something for all processes. @returns whether it could be kept. */
export async function keepShared(key: string, content: string | Buffer): Promise<boolean> {
  try {
    const value = await compress(content, quality);
    const used = new Date();
    await (await tables())
      .insertInto('library_cache')
      .values({ key, value, used })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value, used }))
      .execute();
    return true;
  } catch {
    return false;
  }
}

export async function dropShared(key: string): Promise<void> {
  await (await tables()).deleteFrom('library_cache').where('key', '=', key).execute();
}

/** Drops what nobody uses any more. */
export async function clearShared(): Promise<void> {
  const since = sql<Date>`now() - make_interval(days => ${unusedDays})`;
  const database = await tables();
  await database.deleteFrom('library_cache').where('used', '<', since).execute();
  await database.deleteFrom('library_progress').where('told', '<', since).execute();
}

async function touch(key: string): Promise<void> {
  await (await tables())
    .updateTable('library_cache')
    .set({ used: new Date() })
    .where('key', '=', key)
    .execute();
}

async function tables() {
  const database = libraryDatabase();
  await migrate(database);
  return database.tables;
}
