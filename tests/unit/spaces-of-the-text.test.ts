import { expect, test } from 'vitest';
import { readDocument } from '../../lib/formats/registry';
import { exportWork } from '../../lib/studies/export-work';
import { madeEdition, madeWork } from '../made-work';

// The wide space of Chinese and Japanese and spaces that do not break are signs of the text, which
// no format may make plain spaces.
const words = '春水\u3000秋山 50\u00a0m';

const files: Record<string, string> = {
  'paragraph.html': `<p>${words}</p>`,
  'verse.html': `<div class="poem"><p class="verse">${words}</p><p class="verse">舟</p></div>`,
  'text.md': words,
  'verse.md': `| ${words}\n| 舟\n`,
  'text.txt': words,
  'table.csv': `zh,en\n${words},x\n`,
  'memory.tmx': `<tmx version="1.4"><header/><body><tu><tuv xml:lang="zh"><seg>${words}</seg></tuv></tu></body></tmx>`,
  'units.xlf': `<xliff version="1.2"><file source-language="zh" target-language="en"><body><trans-unit id="1"><source>${words}</source><target>x</target></trans-unit></body></file></xliff>`,
  'catalogue.po': `msgid ""\nmsgstr "Language: en\\n"\n\nmsgid "${words}"\nmsgstr "x"\n`,
  'book.fb2': `<FictionBook><body><section><p>${words}</p></section></body></FictionBook>`,
  'book.usfm': `\\id GEN\n\\c 1\n\\p\n\\v 1 ${words}\n`,
  'film.srt': `1\n00:00:01,000 --> 00:00:02,000\n${words}\n`,
  'text.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>${words}</p></body></text></TEI>`,
  'records.json': JSON.stringify([
    { zh: words, en: 'x' },
    { zh: '舟', en: 'y' },
  ]),
  'book.json': JSON.stringify([{ name: 'B', chapters: [[words]] }]),
};

test.each(Object.entries(files))('are kept in %s', async (name, content) => {
  const { editions } = await readDocument({ name, bytes: new TextEncoder().encode(content) });
  const texts = editions.flatMap(({ segments }) => segments.map(({ text }) => text));
  expect(texts).toContain(words);
});

test.each(['html', 'epub', 'docx', 'odt'] as const)(
  'are kept in %s that is written',
  async (format) => {
    const written = await exportWork(madeWork(madeEdition(`| ${words}\n| 舟\n`)), format, ['A']);
    const bytes = typeof written === 'string' ? new TextEncoder().encode(written) : written;
    const { editions } = await readDocument({ name: `x.${format}`, bytes, asOne: true });
    expect(editions[0].segments.map(({ text }) => text)).toContain(words);
  },
);
