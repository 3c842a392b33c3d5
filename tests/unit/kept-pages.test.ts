import { describe, expect, test } from 'vitest';
import { keyOf, withoutNonce } from '../../app/server/kept-pages';

describe('a page is kept for those who would be shown the same', () => {
  const page = { url: '/works/telegram-to-liu?at=2', headers: { host: 'localhost:3000' } };
  const asked = (headers: Record<string, string>) =>
    keyOf({ url: page.url, headers: { ...page.headers, ...headers } });

  test.each([
    ['language', { 'accept-language': 'zh' }],
    ['chosen language', { cookie: 'locale=zh' }],
    ['theme', { cookie: 'theme=dark' }],
    ['setting', { cookie: 'setting=size%3Dlarge' }],
    ['site', { host: 'texts.example.org' }],
  ])('not for those with another %s', (_, headers) => {
    expect(asked(headers)).not.toBeNull();
    expect(asked(headers)).not.toBe(asked({}));
  });

  test('nor for another address', () => {
    expect(keyOf({ ...page, url: '/works/telegram-to-liu?at=3' })).not.toBe(keyOf(page));
  });

  test('nor where it is not about works', () => {
    for (const url of [
      '/search?q=x',
      '/import',
      '/sign-in',
      '/api/works',
      '//works/x',
      '/works/a/../b',
      '/works/a/%2E%2e/b',
      '/works/a\\..\\b',
    ]) {
      expect(keyOf({ ...page, url })).toBeNull();
    }
    expect(keyOf({ ...page, url: '/?page=2' })).not.toBe(keyOf({ ...page, url: '/' }));
  });

  test.each([
    ['a session', { cookie: 'theme=dark; variorum.session_token=x' }],
    ['a session over TLS', { cookie: '__Secure-variorum.session_token=x' }],
    ['the owner’s cookie', { cookie: 'variorum_owner_abc=x' }],
    ['the host’s token', { authorization: 'Bearer x' }],
    ['part of a page', { rsc: '1' }],
    ['a prefetched part', { 'next-router-prefetch': '1' }],
    ['a range', { range: 'bytes=0-9' }],
  ])('nor for who comes with %s', (_, headers) => {
    expect(asked(headers)).toBeNull();
  });

  test('other cookies, unknown values and how a browser calls its languages make no difference', () => {
    const same = {
      'accept-language': 'en-GB;q=0.9, fr;q=0.1',
      cookie: 'consent=yes; theme=pink; x=%',
    };
    expect(asked(same)).toBe(asked({}));
  });
});

test('the nonce of an answer is no part of what is kept', () => {
  const kept = (nonce: string) =>
    withoutNonce(
      Buffer.from(`<script nonce="${nonce}">毛</script><style nonce="${nonce}"></style>`),
      `</a.css>; nonce="${nonce}"`,
      nonce,
    );
  const [one, other] = [kept('a+b/c=='), kept('x')];
  expect(one).toEqual(other);
  expect(Buffer.concat(one.parts).toString()).toBe(
    '<script nonce="">毛</script><style nonce=""></style>',
  );
  expect(one.link).not.toContain('a+b/c==');
});
