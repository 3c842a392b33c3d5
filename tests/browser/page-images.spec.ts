import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { crc32, deflateSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { importWork } from './import-work';
import { awake } from './open';

/** A host of pictures: a service of the IIIF Image API, level 0, and a file. It notes what is asked of it. */
let host: Server;
let address = '';
const asked: { url: string; referer: string | undefined }[] = [];

test.beforeAll(async () => {
  host = createServer((request, response) => {
    asked.push({ url: request.url ?? '', referer: request.headers.referer });
    if (request.url?.endsWith('/info.json')) {
      const service = {
        '@context': 'http://iiif.io/api/image/3/context.json',
        id: `${address}/iiif/12r`,
        type: 'ImageService3',
        protocol: 'http://iiif.io/api/image',
        profile: 'level0',
        width: 256,
        height: 256,
        sizes: [{ width: 256, height: 256 }],
        tiles: [{ width: 256, scaleFactors: [1] }],
      };
      response.setHeader('access-control-allow-origin', '*');
      // These tests send it with whatever they ask for.
      response.setHeader('access-control-allow-headers', 'authorization');
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(service));
    } else if (request.url?.includes('gone')) {
      response.statusCode = 404;
      response.end();
    } else {
      response.setHeader('content-type', 'image/png');
      response.end(greySquare(256));
    }
  });
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
});

test.afterAll(() => host.close());

test('a reading is checked by the picture of its page, which is loaded when it is asked for', async ({
  page,
}) => {
  await importWork(page, 'pictured', {
    A: `---\nimages:\n  12r: ${address}/iiif/12r\n  "13": ${address}/scans/13.png\n  "14": ${address}/gone.png\n---\n\n<pb n="12r"/>The river rose by night and <pb n="13"/>the ferry was gone by noon, <pb n="14"/>they said.`,
    B: 'The river fell by night and the boat was gone by noon, he said.',
  });
  const answer = await page.goto('/works/pictured/collation');
  expect(answer?.headers()['content-security-policy']).not.toContain('127.0.0.1');
  await awake(page);
  const links = page.locator('.page-link');
  await expect(links).toHaveText(['A 12r', 'A 13', 'A 14']);
  expect(asked).toEqual([]);

  await links.first().focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Page 12r of A' });
  await expect(panel.getByRole('button', { name: 'Close' })).toBeFocused();
  const frame = panel.frameLocator('iframe');
  await expect(frame.getByRole('heading', { name: 'Page 12r of A' })).toBeVisible();
  await expect.poll(() => asked.map(({ url }) => url)).toContain('/iiif/12r/info.json');
  await expect
    .poll(() => asked.map(({ url }) => url))
    .toContain('/iiif/12r/full/max/0/default.jpg');
  // The host of a picture is not told where it is shown.
  expect(asked.filter(({ referer }) => referer)).toEqual([]);
  await expect(frame.locator('.page-picture canvas').first()).toBeVisible();
  await expect(frame.locator('.problem')).toHaveCount(0);

  await frame.getByRole('link', { name: 'Page 13, after' }).click();
  await expect(frame.getByRole('heading', { name: 'Page 13 of A' })).toBeVisible();
  await expect.poll(() => asked.map(({ url }) => url)).toContain('/scans/13.png');
  await panel.getByRole('button', { name: 'Close' }).press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(links.first()).toBeFocused();
});

test('a picture that is not to be had is said to be so, and its source named', async ({ page }) => {
  await importWork(page, 'unpictured', {
    A: `---\nimages:\n  "14": ${address}/gone.png\n---\n\n<pb n="14"/>The river rose.`,
  });
  const answer = await page.goto('/works/unpictured/image?edition=A&page=14');
  expect(answer?.headers()['content-security-policy']).toContain(
    `img-src 'self' data: ${address};`,
  );
  await expect(page.locator('.problem')).toContainText('127.0.0.1');
  // By itself: within another page there are two parts that are the main one.
  await expectAccessible(page);
  await expect(page.getByRole('link', { name: 'The picture at its source' })).toHaveAttribute(
    'href',
    `${address}/gone.png`,
  );
  expect((await page.request.get('/works/unpictured/image?edition=A&page=99')).status()).toBe(404);
});

/** A PNG of one grey. */
function greySquare(size: number): Buffer {
  const row = Buffer.alloc(size + 1, 0xa0);
  row[0] = 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // Eight bits of grey.
  header[8] = 8;
  const chunks = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(Array(size).fill(row)))),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), ...chunks]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
