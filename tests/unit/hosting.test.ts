import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { origin } from '../../app/server/address';
import { routeOf } from '../../app/server/metrics';
import { ownPath, seeOther } from '../../app/server/redirect';
import { type Act, may, type Role, roles } from '../../lib/accounts/roles';
import { delayAfter } from '../../lib/accounts/signing-in';
import { networkOf } from '../../lib/core/network';
import { noRevision } from '../../lib/store/store';
import { compareLibraries } from '../../lib/store/sync';

describe('where a request comes from', () => {
  const from = (headers: Record<string, string>, own: string, trusted = 0) =>
    origin(headers, own, trusted);

  test('is known from the connection, where no proxy is trusted', () => {
    const claimed = { 'x-forwarded-for': '10.0.0.1' };
    expect(from(claimed, '203.0.113.9')).toEqual({ address: '203.0.113.9', direct: false });
    expect(from({}, '127.0.0.1')).toEqual({ address: '127.0.0.1', direct: true });
    expect(from({}, '::ffff:127.0.0.1').direct).toBe(true);
    expect(from(claimed, '127.0.0.1').direct).toBe(false);
    expect(from({ forwarded: 'for=10.0.0.1' }, '127.0.0.1').direct).toBe(false);
  });

  test('is known from the host’s own proxies, and not by what came before them', () => {
    const headers = { 'x-forwarded-for': 'made up, 203.0.113.9, 10.0.0.2' };
    expect(from(headers, '10.0.0.3', 1).address).toBe('10.0.0.2');
    expect(from(headers, '10.0.0.3', 2).address).toBe('203.0.113.9');
    expect(from(headers, '10.0.0.3', 3).address).toBe('10.0.0.3');
    expect(from(headers, '10.0.0.3', 9).address).toBe('10.0.0.3');
  });
});

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
  ['2001:0db8:0001:0002::1', '2001:db8:1:2::'],
  ['2001:db8::1', '2001:db8::'],
  ['::1', '::'],
  ['', ''],
])('the network of %s is %s', (address, network) => expect(networkOf(address)).toBe(network));

test.each([
  ['/', '/'],
  ['/works/a-book?at=3', '/works/:work'],
  ['/works/a-book/statistics', '/works/:work/statistics'],
  ['/api/works', '/api/works'],
  ['/api/works/a-book/notes/17', '/api/works/:work/notes'],
  ['/api/dts/document?resource=a:b', '/api/dts'],
  ['/_next/static/chunks/x.js', 'assets'],
])('%s is measured as %s', (url, route) => expect(routeOf(url)).toBe(route));

test.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/a\nb', '', null, 3])(
  '%j leads to the first page',
  (path) => expect(ownPath(path)).toBe('/'),
);

test.each([
  ['/search?q=毛泽东', '/search?q=%E6%AF%9B%E6%B3%BD%E4%B8%9C'],
  ['/search?q=%E6%AF%9B#下', '/search?q=%E6%AF%9B#%E4%B8%8B'],
  ['/works/a?at=3', '/works/a?at=3'],
])('a form leads on to %s', (path, location) =>
  expect(seeOther(path).headers.get('location')).toBe(location),
);

test('the delay between attempts at an account doubles, up to a quarter of an hour', () => {
  expect([0, 1, 4, 8, 9, 500].map(delayAfter)).toEqual([2, 4, 32, 512, 900, 900]);
});

test('a higher role may do whatever a lower one may', () => {
  const acts: Act[] = ['note', 'edit', 'create', 'manage'];
  const allowed = (role: Role) => acts.filter((act) => may(act, role));
  expect(roles.map(allowed)).toEqual([['note'], ['note', 'edit', 'create'], acts]);
  expect(acts.filter((act) => may(act))).toEqual([]);
  expect(may('manage', 'reader', 'owner')).toBe(true);
});

test('libraries brought together lose no change of either', () => {
  const library = fc.dictionary(
    fc.constantFrom('w/a', 'w/b', 'w/c', 'v/a'),
    fc.constantFrom('1', '2', '3'),
  );
  fc.assert(
    fc.property(library, library, library, (x, y, z) => {
      const [source, target, last] = [x, y, z].map((each) => new Map(Object.entries(each)));
      const { send, ahead, conflicts } = compareLibraries(source, target, last);
      const at = (library: Map<string, string>, path: string) => library.get(path) ?? noRevision;
      for (const path of ['w/a', 'w/b', 'w/c', 'v/a']) {
        const kinds = [send, ahead, conflicts].filter((paths) => paths.includes(path));
        // Each path that differs is of one kind, and only what the target never changed is replaced.
        expect(kinds).toHaveLength(at(source, path) === at(target, path) ? 0 : 1);
        if (send.includes(path)) expect(at(target, path)).toBe(at(last, path));
        if (ahead.includes(path)) expect(at(source, path)).toBe(at(last, path));
      }
    }),
  );
});

test('the list of licences is of what is installed', () => {
  const { status, stderr } = spawnSync('node', ['tests/licences.mjs', '--check'], {
    encoding: 'utf8',
  });
  // npm may have words of its own to say beside.
  expect(status, stderr).toBe(0);
});
