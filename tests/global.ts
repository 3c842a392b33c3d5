import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres';

/** One PostgreSQL server for all tests; each suite makes databases of its own. */
export default async function setup(project: TestProject) {
  const server = await startPostgres();
  project.provide('postgres', server.url);
  return server.end;
}

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: string;
  }
}
