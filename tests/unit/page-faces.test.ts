import { expect, test } from 'vitest';
import { faceAddress, faceFile, faceSheet } from '../../app/server/page-faces';

const ofAddress = (address: string | null) =>
  new URL(address ?? '', 'http://localhost').searchParams.get('of') ?? '';

test('a face has each character of the page in one of its files', async () => {
  const text = '政治资本，刘先生：“山雨欲来”𠀋 2026';
  const sheet = faceSheet('sc', ofAddress(faceAddress('sc', [text, text])));
  const ranges = [...sheet.matchAll(/unicode-range:([^}]+)/g)].flatMap(([, list]) =>
    list.split(',').map((each) => String.fromCodePoint(Number.parseInt(each.slice(2), 16))),
  );
  // No face of ours has the rare 𠀋.
  expect(ranges.sort()).toEqual([...new Set(text.replace('𠀋', '').replace(' ', ''))].sort());
});

test('its files are small, and asked for again the same', async () => {
  const [, part, of] = /part=(\d+)&of=([\w-]+)/.exec(
    faceSheet('sc', ofAddress(faceAddress('sc', ['政']))),
  ) as RegExpExecArray;
  const file = await faceFile('sc', Number(part), of);
  expect(Buffer.from(file).toString('latin1', 0, 4)).toBe('wOFF');
  expect(file.length).toBeLessThan(10_000);
  expect(await faceFile('sc', Number(part), of)).toBe(file);
});

test('texts with no character, and those with too many, have the whole face', () => {
  const many = Array.from({ length: 2000 }, (_, k) => String.fromCodePoint(0x4e00 + k));
  expect(faceAddress('tc', [' '])).toBeNull();
  expect(faceAddress('tc', many)).toBeNull();
  expect(faceAddress('tc', many.slice(0, 1000))?.length).toBeLessThan(1500);
});

test('what is not an address of ours is refused', () => {
  const many = Buffer.alloc(5000, 1).toString('base64url');
  const beyond = Buffer.alloc(9, 0xff).toString('base64url');
  expect(() => faceSheet('sc', many)).toThrow('not the characters of a page');
  expect(() => faceSheet('sc', beyond)).toThrow('not the characters of a page');
  expect(() => faceFile('sc', 9999, many)).toThrow('no part 9999');
  expect(faceSheet('sc', '')).toBe('');
});
