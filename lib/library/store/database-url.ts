import { contentHash } from '../../edition/identify';

// What is asked of every library, also of one in a folder: it loads nothing of PostgreSQL.

/** The PostgreSQL that keeps the library: `DATABASE_URL`; none where it is in a folder. */
export const databaseUrl = (): string | undefined => process.env.DATABASE_URL || undefined;

/** A word for a database that gives none of its address away. */
export const databaseMark = (url: string): string => contentHash(url, 12);
