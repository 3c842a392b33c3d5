import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Segment } from '../../lib/edition/model';
import { readMarkdownEdition } from '../../lib/edition/read';
import { writeMarkdownEdition } from '../../lib/edition/write';

const bare = (segments: readonly Segment[]) =>
  segments.map(({ kind, level, label, text, spans }) => ({ kind, level, label, text, spans }));
const again = (source: string) => {
  const { segments, warnings: _, ...metadata } = readMarkdownEdition(source);
  return { before: segments, after: readMarkdownEdition(writeMarkdownEdition(metadata, segments)) };
};

describe('an edition that is written reads as it was', () => {
  test.each(['en', 'zh', 'en-literal', 'en-plain'])('the telegram in %s', (siglum) => {
    const source = readFileSync(`editions/telegram-to-liu/${siglum}.md`, 'utf8');
    const { before, after } = again(source);
    expect(bare(after.segments)).toEqual(bare(before));
    expect(after.title).toBe(readMarkdownEdition(source).title);
  });

  test('every kind of segment and span', () => {
    const { before, after } = again(
      [
        '# A title',
        '(1) Some *words* and **strong *both* ones**, ~~struck~~, `code`, [a link](https://x.org/).[^1]',
        '（一）中文段落 [*zhengzhi ziben*]。',
        '3. third',
        '4. fourth',
        '- a point',
        '- another',
        'A line\\\nand one below',
        '| a | b |\n| - | - |\n| c | d |',
        '1949\\. was a year; *stars\\* and \\_lines\\_*, a \\# sign, <b>',
        '[^1]: The note.\n\n    Its second paragraph.',
      ].join('\n\n'),
    );
    expect(bare(after.segments)).toEqual(bare(before));
    expect(new Set(before.map(({ kind }) => kind)).size).toBe(5);
  });

  test('any paragraphs of plain text', () => {
    const line = fc
      .string({ unit: 'grapheme', maxLength: 80 })
      .map((text) => text.replace(/\s+/g, ' ').trim())
      .filter((text) => text !== '');
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (texts) => {
        const segments = texts.map(
          (text): Segment => ({ id: '', kind: 'paragraph', text, spans: [] }),
        );
        const read = readMarkdownEdition(writeMarkdownEdition({}, segments)).segments;
        // A number that begins a paragraph is its label when it is read.
        expect(read.map(({ label, text }) => [label, text].filter(Boolean).join(''))).toEqual(
          texts.map((text) => {
            const own = read.find((each) => text.endsWith(each.text) && each.label);
            return own?.label && text.startsWith(own.label) ? own.label + own.text : text;
          }),
        );
      }),
    );
  });
});
