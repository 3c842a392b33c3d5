import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { toXml } from 'xast-util-to-xml';
import { contentPolicy } from '../../app/server/policy';
import { InputError } from '../../lib/core/errors';
import { createPageFinder, picturedPages, pictureSource } from '../../lib/edition/page-images';
import { readMarkdownEdition } from '../../lib/edition/read';
import { writeMarkdownEdition } from '../../lib/edition/write';
import { readTei } from '../../lib/formats/tei/read';
import { body } from '../../lib/formats/tei/write-text';
import { completeEdition } from '../../lib/language/complete-edition';
import { checkWork } from '../../lib/works/check';

const iiif = 'https://iiif.example.org/image/f12r';
const scan = 'https://example.org/scans/13.jpg';

const source = `---
siglum: A
language: en
title: The ferry
images:
  12r: ${iiif}
  "13": ${scan}
---

Before any page.

<pb n="12r"/>The river rose <pb n="12v"/>by night, <pb n="13"/>and <pb n="verse 3"/>the ferry was gone.

Nobody saw it.
`;

test('the address of a picture is distinguished from that of an image service', () => {
  expect(pictureSource(scan)).toEqual({ kind: 'picture', address: scan });
  for (const address of [iiif, `${iiif}/`, `${iiif}/info.json`, `${iiif}/full/max/0/default.jpg`]) {
    expect(pictureSource(address)).toEqual({ kind: 'iiif', address: iiif });
  }
  expect(pictureSource(`${iiif}/0,10,200,300/!400,400/!90.5/color.png?x=1`)).toEqual({
    kind: 'iiif',
    address: iiif,
  });
});

test('words stand on the page whose mark comes before them, where it has a picture', () => {
  const edition = readMarkdownEdition(source);
  expect(edition.images).toEqual({ '12r': iiif, '13': scan });
  const find = createPageFinder(edition);
  const [first, second, third] = edition.segments;
  const at = (word: string) => find(second.id, second.text.indexOf(word));
  expect(find(first.id, 3)).toBeNull();
  expect(['river', 'night', 'and', 'ferry'].map(at)).toEqual(['12r', null, '13', '13']);
  expect(find(third.id, 0)).toBe('13');
  expect(picturedPages(edition)).toEqual(['12r', '13']);
});

test('front matter with pictures is written back as it was read, and refused where it has no address', () => {
  const { segments, warnings: _, ...known } = readMarkdownEdition(source);
  const again = readMarkdownEdition(writeMarkdownEdition(known, segments));
  expect(again.images).toEqual({ '12r': iiif, '13': scan });
  for (const wrong of ['scans/13.jpg', 'javascript:alert(1)', 'file:///etc/passwd']) {
    expect(() => readMarkdownEdition(source.replace(scan, wrong))).toThrow(InputError);
  }
});

test('TEI has pictures in “facs”, by address or by surface', () => {
  const tei = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><facsimile>
    <surface xml:id="s1"><graphic url="${iiif}"/></surface></facsimile>
    <text xml:lang="en"><body><p><pb n="12r" facs="#s1"/>The river rose <pb n="13" facs="${scan}"/>by
    night. <pb n="14" facs="scan14.jpg"/>Gone.</p></body></text></TEI>`;
  const [draft] = readTei({ bytes: new TextEncoder().encode(tei), name: 'a.xml' }).editions;
  expect(draft.images).toEqual({ '12r': iiif, '13': scan });
  expect(draft.warnings.map(({ message }) => message).join()).toContain('pictures of pages');
  const edition = completeEdition({ ...draft, siglum: 'A', title: 'The ferry' }, 'A');
  const written = body(edition, 0)
    .map((element) => toXml(element))
    .join('');
  expect(written).toContain(`<pb n="12r" facs="${iiif}">`);
  expect(written).toContain(`<pb n="13" facs="${scan}">`);
});

test('a page may load from elsewhere the picture that it shows, and others nothing', () => {
  expect(contentPolicy('n', false)).not.toMatch(/https?:/);
  const policy = contentPolicy('n', false, 'https://iiif.example.org');
  expect(policy).toContain("img-src 'self' data: https://iiif.example.org;");
  expect(policy).toContain("connect-src 'self' https://iiif.example.org;");
  expect(policy).toContain("script-src 'self' 'nonce-n' 'strict-dynamic';");
});

test('of two pictures of pages with one number the second is reported', () => {
  const source = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text xml:lang="en"><body>
    <p><pb n="5" facs="https://x.org/a.jpg"/>One.</p><p><pb n="5" facs="https://x.org/b.jpg"/>Two.</p>
  </body></text></TEI>`;
  const { editions } = readTei({ name: 'x.xml', bytes: new TextEncoder().encode(source) });
  expect(editions[0].images).toEqual({ 5: 'https://x.org/a.jpg' });
  expect(editions[0].warnings.map(({ message }) => message).join()).toContain('same number');
});

test('relative addresses are completed by xml:base; of several pictures of a surface the widest is taken', () => {
  const source = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:base="https://x.org/book/"><facsimile xml:base="scans/">
    <surface xml:id="s1"><graphic url="small.jpg" width="200px"/><graphic url="large.jpg" width="2000px"/></surface></facsimile>
    <text xml:lang="en"><body><p><pb n="1" facs="#s1"/>One.</p><p><pb n="2" facs="two.jpg"/>Two.</p></body></text></TEI>`;
  const { editions } = readTei({ name: 'x.xml', bytes: new TextEncoder().encode(source) });
  expect(editions[0].images).toEqual({
    1: 'https://x.org/book/scans/large.jpg',
    2: 'https://x.org/book/two.jpg',
  });
  expect(editions[0].warnings.map(({ message }) => message)).toContain(
    'not kept: other pictures of a page (1): “small.jpg”',
  );
});

test('pictures of pages that the text does not mark are found by the check', async () => {
  const home = mkdtempSync(path.join(tmpdir(), 'variorum-images-'));
  mkdirSync(path.join(home, 'ferry'));
  writeFileSync(
    path.join(home, 'ferry', 'work.json'),
    JSON.stringify({ title: 'The ferry', base: 'A', order: ['A'] }),
  );
  const more = source.replace('  "13"', `  "99": ${scan}\n  "13"`);
  writeFileSync(path.join(home, 'ferry', 'A.md'), more);
  const { errors, warnings } = await checkWork('ferry', home, true);
  rmSync(home, { recursive: true });
  expect(errors).toEqual([]);
  expect(warnings).toEqual([
    {
      file: 'ferry/A.md',
      message: 'images: pictures of pages that the text does not mark (1): “99”',
    },
  ]);
});
