import { parseHTML } from 'linkedom';
import mammoth from 'mammoth';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import type { Edition, Work } from '../../lib/edition/model';
import { readMarkdownEdition } from '../../lib/edition/read';
import { unpack } from '../../lib/formats/archive';
import { readDocx } from '../../lib/formats/docx/read';
import { readDocument } from '../../lib/formats/registry';
import { exportWork } from '../../lib/studies/export-work';
import { loadWork } from '../../lib/works/load';

const { work } = await loadWork('telegram-to-liu');

test('Word keeps the words of a note that only another note refers to', async () => {
  const text = 'First[^1] here.\n\n[^1]: Outer[^2] words.\n\n[^2]: Inner words.\n';
  const edition: Edition = {
    siglum: 'A',
    language: 'en',
    title: 'A',
    kind: 'original',
    basedOn: null,
    ...readMarkdownEdition(text),
  };
  const own: Work = {
    slug: 'n',
    title: 'N',
    base: 'A',
    order: ['A'],
    editions: [edition],
    corrections: [],
  };
  const made = await exportWork(own, 'docx');
  const read = await readDocx({ bytes: made as Uint8Array, name: 'x.docx' });
  const words = read.editions[0].segments.map(({ text: each }) => each).join(' ');
  expect(words).toContain('Inner words.');
  expect(words).toContain('Outer');
});

describe('editions side by side with notes come back from', () => {
  test.each(['html', 'docx', 'odt'] as const)('%s as they were', async (format) => {
    const { work: story } = await loadWork('the-bellmakers-daughter');
    const made = await exportWork(story, format);
    const bytes = typeof made === 'string' ? new TextEncoder().encode(made) : made;
    const read = await readDocument({ name: `x.${format}`, bytes });
    expect(read.editions.map(({ siglum }) => siglum)).toEqual(
      story.editions.map(({ siglum }) => siglum),
    );
    for (const [k, edition] of story.editions.entries()) {
      // A passage that has moved stands beside its counterpart in the table.
      const texts = (segments: { text: string }[]) => segments.map(({ text }) => text).sort();
      expect(texts(read.editions[k].segments)).toEqual(texts(edition.segments));
      const notes = (segments: typeof edition.segments) =>
        segments.filter(({ spans }) => spans.some(({ kind }) => kind === 'note')).length;
      expect(notes(read.editions[k].segments)).toBe(notes(edition.segments));
    }
    // What the file sets in one row corresponds; of notes at its end it says nothing.
    expect(read.rows?.every((cells) => cells.some((cell) => cell && cell.length > 0))).toBe(true);
  });
});

describe('a work is exported', () => {
  test('as a workbook and as Word documents, which other readers open', async () => {
    const [{ data }] = await readXlsxFile(
      Buffer.from((await exportWork(work, 'xlsx', ['en', 'zh'])) as Uint8Array),
    );
    expect(data[0]).toEqual(['en', 'zh (zh-Hans)']);
    expect(String(data[1][1])).toMatch(/^（一）我于十六日/);
    const document = await exportWork(work, 'docx', ['en', 'en-plain']);
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(document as Uint8Array) },
      { styleMap: ["r[style-name='Other words'] => mark"] },
    );
    expect(value).toContain('<mark>');
    expect(value.match(/<tr>/g)).toHaveLength(4);
    // A column is headed by siglum and title, and by the language where the siglum does not say it.
    const heads = [...parseHTML(value).document.querySelectorAll('thead p')];
    expect(heads.map(({ textContent }) => textContent)).toEqual(
      [
        ['en', 'en'],
        ['en-plain (en)', 'en-plain'],
      ].flatMap(([head, siglum]) => [
        head,
        work.editions.find((each) => each.siglum === siglum)?.title,
      ]),
    );
  });

  test('as Word documents with a key, credits, notices and page numbers, none of which is read as text', async () => {
    const bytes = (await exportWork(work, 'docx', ['en', 'zh', 'en-plain'])) as Uint8Array;
    const parts = await unpack(bytes);
    const part = (pattern: RegExp) =>
      [...parts]
        .flatMap(([name, content]) => (pattern.test(name) ? [content.toString()] : []))
        .join('');
    expect(part(/document\.xml$/).replace(/<[^>]*>/g, '')).toContain('Compared with en: only here');
    expect(part(/document\.xml$/)).toContain('Translator: Variorum');
    expect(part(/document\.xml$/).match(/<w:cantSplit\/>/g)).toHaveLength(2);
    expect(part(/footer\d*\.xml$/)).toContain('Made for Variorum');
    expect(part(/footer\d*\.xml$/)).toContain('PAGE');
    expect(part(/core\.xml$/)).toContain('<cp:lastModifiedBy>Variorum<');
    const { editions } = await readDocx({ bytes, name: 'work.docx' });
    const words = editions.flatMap(({ segments }) => segments.map(({ text }) => text)).join(' ');
    expect(words).not.toMatch(/Compared with|Variorum|Translator/);
  });

  test('as Word documents with the space that begins a Chinese paragraph, in no table', async () => {
    const { work: telegram } = await loadWork('telegram-to-liu');
    const indents = async (sigla: string[]) => {
      const parts = await unpack((await exportWork(telegram, 'docx', sigla)) as Uint8Array);
      return String(parts.get('word/document.xml')).match(/<w:ind [^>]*>/g) ?? [];
    };
    expect(await indents(['zh'])).toEqual(
      Array(4).fill('<w:ind w:firstLine="400" w:firstLineChars="200"/>'),
    );
    expect(await indents(['en'])).toEqual([]);
    expect(await indents(['zh', 'en'])).toEqual([]);
  });

  test('as OpenDocument texts with that space, in no table', async () => {
    const { work: telegram } = await loadWork('telegram-to-liu');
    const indented = async (sigla: string[]) => {
      const parts = await unpack((await exportWork(telegram, 'odt', sigla)) as Uint8Array);
      const style = String(parts.get('styles.xml')).match(/"Text_20_body".*?text-indent="(\w+)"/);
      const paragraphs = String(parts.get('content.xml')).match(/"Text_20_body"/g) ?? [];
      return [style?.[1], paragraphs.length];
    };
    expect(await indented(['zh'])).toEqual(['22pt', 4]);
    expect(await indented(['en'])).toEqual(['0pt', 4]);
    expect((await indented(['zh', 'en']))[1]).toBe(0);
  });

  test('as Word documents with the titles of editions in their directions', async () => {
    const { work: bells } = await loadWork('the-bellmakers-daughter');
    const parts = await unpack((await exportWork(bells, 'docx', ['zh', 'ar'])) as Uint8Array);
    const [head] = String(parts.get('word/document.xml')).split('</w:tr>');
    const title = head.split('<w:p>').find((paragraph) => paragraph.includes('ابنة صانع الأجراس'));
    expect(title).toMatch(/<w:bidi\/>.*<w:rtl\/>/s);
  });
});
