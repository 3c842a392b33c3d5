import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../lib/formats/registry';
import { balanced } from '../../lib/formats/sword/balance';
import { readSwordModule, swordModule } from '../../lib/formats/sword/read-module';

const isInstalled = (() => {
  try {
    execFileSync('mod2osis', ['none'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
})();

test('an argument names a module or a file', () => {
  expect(swordModule('sword:KJV')).toBe('KJV');
  expect(swordModule('sword.txt')).toBeNull();
});

test('verses over which a list goes on are read whole; words stand apart over a note', async () => {
  const osis = balanced(
    '<osis><osisText xml:lang="en"><div type="book" osisID="Ezra"><chapter osisID="Ezra.8"><verse osisID="Ezra.8.1">Of <w>Ada</w><note>Or Ida.</note><w>came</w> <q><w>by</w></q><note>Or at.</note><q><w>day</w></q><transChange>only</transChange><w>then</w>, tell<transChange>ing</transChange>.</verse><verse osisID="Ezra.8.2"><list><item>Bert</item></verse><verse osisID="Ezra.8.3"><item>Carl</item><item>Dora</item></list></verse><verse osisID="Ezra.8.4"><l sID="a"/>All<l eID="a"/><note>So <hi type="italic">it</note></verse></chapter></div></osisText></osis>',
  );
  const { editions } = await readDocument({
    name: 'x.osis',
    bytes: new TextEncoder().encode(osis),
  });
  const [{ segments, warnings }] = editions;
  expect(segments.map(({ kind, label, text }) => [kind, label, text])).toEqual([
    ['heading', undefined, 'Ezra'],
    ['heading', undefined, '8'],
    ['verse', '8:1', 'Of Ada came by day only then, telling.'],
    ['verse', '8:2', 'Bert'],
    ['verse', '8:3', 'Carl'],
    ['item', undefined, 'Dora'],
    ['verse', '8:4', 'All'],
    ['footnote', '1', 'Or Ida.'],
    ['footnote', '2', 'Or at.'],
    ['footnote', '3', 'So it'],
  ]);
  expect(warnings.map(({ message }) => message)).toEqual([
    expect.stringContaining('words that only their marks part, with a space (4)'),
  ]);
});

describe('a module', () => {
  test('that cannot be one is refused', async () => {
    await expect(readSwordModule('../x y')).rejects.toMatchObject({ name: 'InputError' });
  });

  test.runIf(isInstalled)('that is not installed is refused with what to do', async () => {
    await expect(readSwordModule('NoSuchModule')).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('not installed'),
    });
  });

  test.runIf(!isInstalled)('is refused where the program is not installed', async () => {
    await expect(readSwordModule('KJV')).rejects.toMatchObject({
      message: expect.stringContaining('mod2osis'),
    });
  });
});
