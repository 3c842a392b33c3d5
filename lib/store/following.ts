import pg from 'pg';
import { databaseUrl } from '../core/config';
import { processWide } from '../core/process-wide';
import { mirrored } from './mirrored';
import { changesChannel } from './postgres-store';

/** How the copy of the library keeps up with its database. */
export interface Following {
  /** Since when it does not, in milliseconds of `Date.now()`; null while all is well. */
  behindSince: number | null;
}

const following = processWide('following', (): Following => ({ behindSince: null }));

/** Between attempts to reach a database that is away, in milliseconds. */
const again = 2000;
/** Even when nothing is reported, the copy is looked at after so long, in milliseconds. */
const atLatest = 60_000;

/**
 * Follows the library's database from now on: what any process saves is in this one's copy
 * moments later. While the database is away the copy is served, and the following resumed.
 *
 * @param report is given what goes wrong, and that it is right again.
 * @returns what ends it.
 */
export function followLibrary(
  report: (message: string, error?: unknown) => void,
): () => Promise<void> {
  const url = databaseUrl();
  if (!url) return async () => {};
  let ended = false;
  let timer: NodeJS.Timeout | undefined;
  let client: pg.Client | null = null;
  const renew = async () => {
    await mirrored(url).refresh();
    if (following.behindSince !== null) report('the library follows its database again');
    following.behindSince = null;
  };
  const lose = (error: unknown) => {
    if (ended || !client) return;
    client.removeAllListeners();
    // What still comes of a broken connection is known already.
    client.on('error', () => {});
    client.end().catch(() => {});
    client = null;
    if (following.behindSince === null) report('the database is away; the copy is served', error);
    following.behindSince ??= Date.now();
    clearTimeout(timer);
    timer = setTimeout(connect, again);
  };
  const look = () => {
    clearTimeout(timer);
    timer = setTimeout(look, atLatest);
    renew().catch(lose);
  };
  const connect = async () => {
    if (ended) return;
    client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 5000,
      keepAlive: true,
    });
    client.on('error', lose);
    client.on('end', () => lose(new Error('the connection ended')));
    client.on('notification', look);
    try {
      await client.connect();
      await client.query(`listen ${changesChannel}`);
      look();
    } catch (error) {
      lose(error);
    }
  };
  connect();
  return async () => {
    ended = true;
    clearTimeout(timer);
    client?.removeAllListeners();
    client?.on('error', () => {});
    await client?.end().catch(() => {});
  };
}

/** How the following goes. */
export const followingState = (): Following => following;
