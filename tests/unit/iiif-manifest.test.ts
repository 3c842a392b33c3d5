import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { matchPages } from '../../lib/formats/iiif/match-pages';
import { readManifest } from '../../lib/formats/iiif/read-manifest';
import { loadWork } from '../../lib/works/load';
import { runCommand } from '../command';

const service = (page: string) => `https://iiif.example.org/image/${page}`;

const third = (labels: string[]) => ({
  '@context': 'http://iiif.io/api/presentation/3/context.json',
  type: 'Manifest',
  items: labels.map((label) => ({
    type: 'Canvas',
    label: { none: [label] },
    items: [
      {
        items: [
          {
            body: {
              id: `${service(label)}/full/max/0/default.jpg`,
              type: 'Image',
              service: [{ id: service(label), type: 'ImageService3' }],
            },
          },
        ],
      },
    ],
  })),
});

const second = (labels: string[]) => ({
  '@type': 'sc:Manifest',
  sequences: [
    {
      canvases: labels.map((label) => ({
        label,
        images: [
          { resource: { '@id': 'https://x.org/a.jpg', service: { '@id': service(label) } } },
        ],
      })),
    },
  ],
});

describe('a manifest', () => {
  const read = (value: unknown) => readManifest(JSON.stringify(value), 'manifest.json');
  test.each([
    ['3', third],
    ['2', second],
  ])('of version %s has its pages with their services', (_, make) => {
    expect(read(make(['1r', '1v']))).toEqual([
      { label: '1r', address: service('1r') },
      { label: '1v', address: service('1v') },
    ]);
  });
  /** A manifest of two pages, of which the first has this picture. */
  const withBody = (body: unknown) => {
    const value = third(['1', '2']);
    Object.assign(value.items[0].items[0].items[0], { body });
    return value;
  };
  const picture = { id: 'https://x.org/1.jpg', type: 'Image' };
  test.each([
    ['a choice', { type: 'Choice', items: [picture, { id: 'https://x.org/b.jpg' }] }],
    ['a list', [picture]],
    ['a part of one', { type: 'SpecificResource', source: picture }],
    [
      'a service that is none of pictures',
      { ...picture, service: { id: 'https://x.org/in', type: 'AuthProbeService2' } },
    ],
  ])('gives the picture of %s', (_, body) => {
    expect(read(withBody(body))[0].address).toBe('https://x.org/1.jpg');
  });
  test.each([
    ['nothing', undefined],
    ['an address that is not one of the web', { id: 'javascript:alert(1)' }],
    ['a text', 'text'],
  ])('has a page without a picture where there is %s', (_, body) => {
    expect(read(withBody(body)).map(({ address }) => address)).toEqual([null, service('2')]);
  });
  test('of version 2 has the first of a choice', () => {
    const value = second(['1']);
    Object.assign(value.sequences[0].canvases[0].images[0], {
      resource: { '@type': 'oa:Choice', default: { '@id': 'https://x.org/1.jpg', service: null } },
    });
    expect(read(value)).toEqual([{ label: '1', address: 'https://x.org/1.jpg' }]);
  });
  test('is refused where it is none, or has no picture', () => {
    expect(() => read({ title: 'x' })).toThrow('not a manifest');
    expect(() => readManifest('<html>', 'x')).toThrow('not valid JSON');
    expect(() => read({ type: 'Collection', items: [{ type: 'Manifest' }] })).toThrow('no page');
  });
});

describe('pages', () => {
  const pages = (labels: string[]) =>
    labels.map((label) => ({ label, address: `https://x.org/${encodeURIComponent(label)}` }));
  test.each([
    ['12r', 'fol. 12r'],
    ['12', 'Page 12'],
    ['12', 'p. 12'],
    ['iv', '[iv]'],
    ['5', '第5頁'],
    ['5', 'Seite 5'],
    ['12r', 'f12r'],
  ])('with the number %s are found as “%s”', (mark, label) => {
    const found = matchPages([mark], pages(['cover', label]));
    expect(found.images).toEqual({ [mark]: `https://x.org/${encodeURIComponent(label)}` });
    expect(found.left).toEqual(['cover']);
  });
  test('of other numbers are taken in order where there are as many, and refused otherwise', () => {
    expect(Object.keys(matchPages(['1', '2'], pages(['a', 'b'])).images)).toEqual(['1', '2']);
    expect(() => matchPages(['1', '2'], pages(['a', 'b', 'c']))).toThrow('no number is in both');
  });
  test('are not taken for others where one has no picture', () => {
    const other = pages(['Image 1', 'Image 2', 'Image 3']);
    const lacking = other.map((page, k) => (k === 1 ? { ...page, address: null } : page));
    expect(() => matchPages(['r', 'v'], lacking)).toThrow('no number is in both');
    expect(matchPages(['r', 'v', 'w'], lacking)).toMatchObject({ missing: ['v'], left: [] });
  });
  test('that the manifest lacks are reported', () => {
    const found = matchPages(['1', '2', '3'], pages(['1', '3']));
    expect(found).toMatchObject({ missing: ['2'], left: [] });
  });
});

describe('variorum images', () => {
  const home = mkdtempSync(path.join(tmpdir(), 'variorum-manifest-'));
  afterAll(() => rmSync(home, { recursive: true, force: true }));
  const library = path.join(home, 'library');
  cpSync('editions/telegram-to-liu', path.join(library, 'ferry'), { recursive: true });
  writeFileSync(
    path.join(library, 'ferry', 'M.md'),
    '---\nlanguage: en\nimages:\n  "9": https://x.org/9.png\n---\n\n<pb n="1r"/>The river rose.\n\n<pb n="1v"/>It fell.\n',
  );
  const run = (...args: string[]) =>
    runCommand('images', 'ferry', 'M', '--library', library, ...args);

  test('takes pictures from a file or an address, and keeps those that there are', async () => {
    const file = path.join(home, 'manifest.json');
    writeFileSync(file, JSON.stringify(third(['f. 1r', 'f. 1v', 'back'])));
    const { stdout, status } = await run('--manifest', file);
    expect(status).toBe(0);
    expect(stdout).toBe(
      `1r\t${service('f. 1r')}\n1v\t${service('f. 1v')}\nnot in the edition: back\n`,
    );
    const { work } = await loadWork('ferry', library);
    const edition = work.editions.find(({ siglum }) => siglum === 'M');
    expect(edition?.images).toEqual({
      9: 'https://x.org/9.png',
      '1r': service('f. 1r'),
      '1v': service('f. 1v'),
    });
    const server = createServer((request, response) => {
      response.statusCode = request.url === '/m.json' ? 200 : 404;
      response.end(JSON.stringify(second(['1r', '1v'])));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const fetched = await run('--manifest', `${address}/m.json`, '--json');
    expect(JSON.parse(fetched.stdout)).toMatchObject({
      images: { '1r': service('1r'), '1v': service('1v') },
      missing: [],
    });
    const failed = await run('--manifest', `${address}/none.json`);
    server.close();
    expect(failed).toMatchObject({ status: 2, stderr: expect.stringContaining('answers 404') });
  });
});
