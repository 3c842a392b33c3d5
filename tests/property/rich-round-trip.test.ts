import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Segment } from '../../lib/edition/model';
import { readMarkdownEdition } from '../../lib/edition/read';
import { readDocument } from '../../lib/formats/registry';
import { type ExportFormat, forms } from '../../lib/studies/export-forms';
import { exportWork } from '../../lib/studies/export-work';
import { madeEdition, madeWork } from '../made-work';

// read(write(x)) keeps what a text has beside its words: notes of several paragraphs, page marks,
// ruby, labels, numbers of lists as they are, links within the text.

const words = fc
  .array(fc.constantFrom('river', 'Lamp', 'мир', '和平', 'naïve', 'of', 'stone,', 'late'), {
    minLength: 2,
    maxLength: 7,
  })
  .map((list) => `Then ${list.join(' ')}`);
const page = fc.integer({ min: 1, max: 400 }).map((n) => `<pb n="${n}"/>`);
const paragraph = fc.oneof(
  words,
  fc.tuple(words, page, words).map(([a, mark, b]) => `${a} ${mark}${b.toLowerCase()}`),
  words.map((text) => `${text}[^NOTE]`),
  words.map((text) => `${text}[^LONG] again`),
  words.map((text) => `${text}[^ONE] and the same[^ONE]`),
  words.map((text) => `${text} <ruby>船<rt>ふね</rt></ruby>`),
  words.map((text) => `${text} *gently* and **loudly**`),
  fc.constant('See [the end](#END) or [elsewhere](https://example.org/a)'),
);
const block = fc.oneof(
  paragraph,
  fc.tuple(fc.integer({ min: 1, max: 4 }), words).map(([n, text]) => `${'#'.repeat(n)} ${text}`),
  fc.tuple(paragraph, words).map(([a, b]) => `| ${a}\n| ${b}`),
  fc
    .tuple(fc.constantFrom('(3)', '<label>2.5</label>', '<label>b7:1</label>'), words)
    .map(([label, text]) => `${label} ${text}`),
  words.map((text) => `- ${text}`),
  fc.tuple(fc.integer({ min: 0, max: 60 }), words).map(([n, text]) => `${n}. ${text}`),
  fc.tuple(words, words).map(([a, b]) => `| ${a} | ${b} |\n| --- | --- |\n| 1 | 2 |`),
);

/** A text of blocks; notes and the target of links are at its end. */
const source = fc.array(block, { minLength: 1, maxLength: 7 }).map((blocks) => {
  const ending = 'So it ended.';
  const target = readMarkdownEdition(ending).segments[0].id;
  let notes = 0;
  const text = [...blocks, ending].join('\n\n').replaceAll('#END', `#${target}`);
  const bodies: string[] = [];
  let one = 0;
  const marked = text.replace(/\[\^(NOTE|LONG|ONE)\]/g, (_, kind: string) => {
    if (kind === 'ONE' && one > 0) return `[^${one}]`;
    notes++;
    if (kind === 'ONE') one = notes;
    bodies.push(
      `[^${notes}]: A note *${notes}*.${kind === 'LONG' ? '\n\n    And its second paragraph.' : ''}`,
    );
    return `[^${notes}]`;
  });
  return `${marked}\n\n${bodies.join('\n\n')}\n`;
});

const whole = ({ kind, label, level, text, spans }: Segment) => ({
  kind,
  label,
  level,
  text,
  spans: spans.map(({ kind, start, end, target }) => [kind, start, end, target]),
});

test.each<ExportFormat>(['markdown', 'json', 'tei', 'html', 'epub', 'docx', 'odt'])(
  '%s',
  (format) =>
    fc.assert(
      fc.asyncProperty(source, async (text) => {
        const work = madeWork(madeEdition(text));
        const written = await exportWork(work, format, ['A']);
        const bytes = typeof written === 'string' ? new TextEncoder().encode(written) : written;
        const { editions } = await readDocument({
          bytes,
          name: `work.${forms[format].ending}`,
          asOne: true,
        });
        expect(editions[0].segments.map(whole)).toEqual(work.editions[0].segments.map(whole));
      }),
      { numRuns: 40 },
    ),
);
