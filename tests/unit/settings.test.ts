import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { checkSettings } from '../../lib/core/check-settings';
import { runCommand } from '../command';

afterEach(() => vi.unstubAllEnvs());

test.each([
  [{ VARIORUM_URL: 'texts.example.org' }, 'VARIORUM_URL must be an address'],
  [{ VARIORUM_URL: 'https://example.org/texts' }, 'without a path'],
  [{ VARIORUM_READ_ONLY: 'true' }, 'VARIORUM_READ_ONLY must be “yes” or “no”'],
  [{ VARIORUM_PROXIES: 'one' }, 'VARIORUM_PROXIES must be the number'],
  [{ VARIORUM_RATE: '-1' }, 'VARIORUM_RATE must be a number'],
  [{ VARIORUM_SECRET: 'x'.repeat(40) }, 'DATABASE_URL is not'],
])('%j is refused', (env, message) => expect(() => checkSettings(env)).toThrow(message));

test('what is right, or empty as compose passes it on, is taken', () => {
  checkSettings({ VARIORUM_URL: 'https://example.org', VARIORUM_RATE: '0', VARIORUM_PROXIES: '' });
});

test.each([
  [
    'a database that does not answer',
    { DATABASE_URL: 'postgresql://127.0.0.1:1/x' },
    'does not answer',
  ],
  ['an address that is not one', { VARIORUM_URL: 'example' }, 'VARIORUM_URL must be'],
])('%s ends “serve” with one line', async (_, env, message) => {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const { status: code, stderr } = await runCommand('serve', '--port', '0');
  expect({ code, lines: stderr.trim().split('\n').length }).toEqual({ code: 2, lines: 1 });
  expect(stderr).toContain(message);
});

test('a port that is taken ends “serve” with one line', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const { status: code, stderr } = await runCommand('serve', '--port', String(port));
  server.close();
  expect(code).toBe(2);
  expect(stderr).toMatch(
    new RegExp(`^variorum: another program listens on port ${port};[^\\n]*\\n$`),
  );
});
