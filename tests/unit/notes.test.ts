import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { annotationCollection } from '../../lib/api/annotations';
import { gb7714, mla } from '../../lib/formats/citation/styles';
import { citationForms, cite } from '../../lib/formats/citation/write';
import { safeHtml } from '../../lib/formats/markdown/safe-html';
import { ConflictError } from '../../lib/store/store';
import { findEdition, loadWork } from '../../lib/works/load';
import { addNote, changeNote, placeNotes, readNotes } from '../../lib/works/notes';
import { makeLibrary } from '../library';

const library = makeLibrary();
afterAll(() => rmSync(library, { recursive: true }));
const home = path.join(library, 'telegram-to-liu');
beforeEach(() => rmSync(path.join(home, 'notes.json'), { force: true }));

const load = async () => (await loadWork('telegram-to-liu', library)).work;
const first = async () => findEdition(await load(), 'en-plain').segments[0];
const onWords = async (words: string) => {
  const { id, text } = await first();
  const start = text.indexOf(words);
  return { edition: 'en-plain', segment: id, start, end: start + words.length };
};

describe('notes', () => {
  test('keep the words they are about, and are found again when their paragraph changes', async () => {
    await addNote(
      await load(),
      { targets: [await onWords('Moscow')], text: 'A *city*.' },
      undefined,
      library,
    );
    const file = path.join(home, 'en-plain.md');
    const source = readFileSync(file, 'utf8');
    writeFileSync(file, source.replace('I got to Moscow', 'At last I got to Moscow'));
    const notes = readNotes('telegram-to-liu', library).value;
    const [{ targets }] = placeNotes(await load(), notes);
    expect(targets[0]).toMatchObject({ quote: 'Moscow', state: 'moved' });
    const { segment, start, end } = targets[0];
    const there = findEdition(await load(), 'en-plain').segments.find(({ id }) => id === segment);
    expect(there?.text.slice(start, end)).toBe('Moscow');
    writeFileSync(file, source.replace(/Moscow/g, 'that city'));
    expect(placeNotes(await load(), notes)[0].targets[0].state).toBe('lost');
    expect((await loadWork('telegram-to-liu', library)).problems[0].oneLine).toContain('“Moscow”');
    writeFileSync(file, source);
    expect(placeNotes(await load(), notes)[0].targets[0].state).toBe('here');
  });

  test('of two who change one, the second is told and nothing of the first is lost', async () => {
    const note = await addNote(
      await load(),
      { targets: [await onWords('Moscow')], text: 'One.' },
      undefined,
      library,
    );
    const changed = await changeNote('telegram-to-liu', note.id, 'Two.', note.modified, library);
    expect(changed!.modified > note.modified).toBe(true);
    await expect(
      changeNote('telegram-to-liu', note.id, 'Three.', note.modified, library),
    ).rejects.toThrow(ConflictError);
    expect(readNotes('telegram-to-liu', library).value[0].text).toBe('Two.');
    await changeNote('telegram-to-liu', note.id, null, changed!.modified, library);
    expect(readNotes('telegram-to-liu', library).value).toEqual([]);
  });

  test('about nothing, or saying nothing, are refused', async () => {
    const words = await onWords('Moscow');
    await expect(
      addNote(await load(), { targets: [words], text: ' ' }, undefined, library),
    ).rejects.toThrow('“text”');
    await expect(
      addNote(
        await load(),
        { targets: [{ ...words, segment: 'gone' }], text: 'x' },
        undefined,
        library,
      ),
    ).rejects.toThrow('not in this work');
    await expect(
      addNote(await load(), { targets: [{ ...words, end: 1e6 }], text: 'x' }, undefined, library),
    ).rejects.toThrow('not in this work');
  });

  test('beyond reading are reported, and the work is shown all the same', async () => {
    writeFileSync(path.join(home, 'notes.json'), '{"notes": [{"id": 1}]}');
    const { work, problems } = await loadWork('telegram-to-liu', library);
    expect(work.editions).toHaveLength(4);
    expect(problems[0]).toMatchObject({ file: 'telegram-to-liu/notes.json' });
  });

  test('are reported as Web Annotations with quotation and position', async () => {
    await addNote(
      await load(),
      { targets: [await onWords('Moscow')], text: 'A *city*.' },
      undefined,
      library,
    );
    const work = await load();
    const notes = placeNotes(work, readNotes('telegram-to-liu', library).value);
    const addresses = {
      annotations: 'http://x.org/api/works/telegram-to-liu/annotations',
      page: 'http://x.org/works/telegram-to-liu',
    };
    const collection = annotationCollection(work, notes, addresses);
    expect(collection).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'AnnotationCollection',
      total: 1,
      first: {
        items: [
          {
            type: 'Annotation',
            body: { type: 'TextualBody', value: 'A *city*.', format: 'text/markdown' },
            target: [
              {
                selector: [
                  { type: 'TextQuoteSelector', exact: 'Moscow', prefix: 'I got to ' },
                  { type: 'TextPositionSelector' },
                ],
              },
            ],
          },
        ],
      },
    });
  });

  test('are shown without anything that could act', () => {
    const html = safeHtml(
      '**bold** [x](javascript:alert(1)) <img src=x onerror=alert(1)>\n\n<svg onload=alert(1)>\n\n<script>alert(1)</script>',
    );
    expect(html).toContain('<strong>bold</strong>');
    expect(html).not.toMatch(/script|onerror|onload|javascript|<img|<svg/i);
  });
});

test('MLA and GB/T 7714 give their elements in their order', () => {
  const text = {
    authors: ['毛泽东'],
    title: '致刘少奇电',
    translators: ['A. Writer', 'B. Writer'],
    date: '1949-12-18',
    siglum: 'en',
    paragraph: '3',
    url: 'https://x.org/works/t',
  };
  expect(mla({ ...text, title: 'Telegram', authors: ['Mao Zedong'], container: 'Telegrams' })).toBe(
    'Mao Zedong. “Telegram.” Telegrams, translated by A. Writer, and B. Writer, 18 December 1949, https://x.org/works/t. [en, ¶ 3]',
  );
  expect(gb7714(text, new Date('2026-05-01T12:00:00Z'))).toBe(
    '毛泽东. 致刘少奇电[EB/OL]. A. Writer，B. Writer，译. (1949-12-18)[2026-05-01]. https://x.org/works/t. [en, ¶ 3]',
  );
  expect(gb7714({ ...text, container: '电报集' })).toContain(
    '[EB/OL]. A. Writer，B. Writer，译//电报集. (',
  );
  expect(
    gb7714({ ...text, title: 'Telegram', authors: ['A', 'B', 'C', 'D'], date: undefined }),
  ).toMatch(
    /^A, B, C, et al\. Telegram\[EB\/OL\]\. A\. Writer, B\. Writer, trans\. \[\d{4}-\d\d-\d\d\]\. /,
  );
});

test.each(citationForms)(
  'a place is cited as %s, whatever the script of its title',
  async (form) => {
    const work = await load();
    const place = { paragraph: '（三）', url: 'https://x.org/works/telegram-to-liu?at=zh.p1' };
    const text = cite(work, findEdition(work, 'zh'), place, form);
    for (const part of ['致刘少奇电', '毛泽东', '2026', '（三）', place.url])
      expect(text).toContain(part);
  },
);
