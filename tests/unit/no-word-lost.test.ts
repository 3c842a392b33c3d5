import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../lib/formats/registry';

// Each word of a source is in the edition, in order, or is reported. What the source says is found
// here without a reader: markup is taken out by one expression.

const word = fc.constantFrom(
  ...'river Lamp stone walked quietly the of AND été Ὦδε река море 渡 道 בית ماء don’t well-known 1914 7'.split(
    ' ',
  ),
);
const line = fc.array(word, { minLength: 2, maxLength: 9 }).map((words) => words.join(' '));
const block = fc.record({
  kind: fc.constantFrom('heading', 'paragraph', 'verse', 'cells', 'beside', 'within'),
  /** Begins with a letter: a number would be a label. */
  text: line.map((text) => `Then ${text}`),
  more: line.map((text) => `so ${text}`),
});
type Block = { kind: string; text: string; more: string };
const blocks = fc.array(block, { minLength: 1, maxLength: 8 });

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
/** Words of markup: text between tags; the inside of tags is none. */
const plain = (markup: string) => wordsOf(markup.replace(/<[^>]*>/g, ' '));

const html = ({ kind, text, more }: Block) => {
  // Blocks within an element of words, and words beside blocks.
  if (kind === 'within') return `<div><i>${text}<p>${more}</p></i></div>`;
  if (kind === 'beside') return `<div>${text}<p>${more}</p></div>`;
  if (kind === 'heading') return `<h2>${text} <i>${more}</i></h2>`;
  if (kind === 'verse')
    return `<div class="poem"><p class="line">${text}</p><p class="line">${more}</p></div>`;
  if (kind === 'cells')
    return `<table><tr><td><p>${text}</p><p>${more}</p></td><td>x</td></tr><tr><td>y</td><td>z</td></tr></table>`;
  return `<p>${text} <b>${more}</b></p>`;
};
const tei = ({ kind, text, more }: Block) => {
  if (kind === 'beside') return `<table><row>${text}<cell>${more}</cell></row></table>`;
  if (kind === 'within') return `<div><view>${text}</view><tech>${more}</tech></div>`;
  if (kind === 'verse') return `<lg><l>${text}</l><l>${more}</l></lg>`;
  if (kind === 'cells')
    return `<table><row><cell><p>${text}</p><p>${more}</p></cell><cell>x</cell></row></table>`;
  if (kind === 'heading') return `<p>${text}<lb/>${more}</p>`;
  return `<p>${text} <hi rend="italic">${more}</hi></p>`;
};
const odt = ({ kind, text, more }: Block) => {
  if (kind === 'within')
    return `<text:list><text:list-header><text:p>${text}</text:p></text:list-header><text:list-item><text:p>${more}</text:p></text:list-item></text:list>`;
  if (kind === 'heading')
    return `<text:h text:outline-level="2">${text}</text:h><text:p>${more}</text:p>`;
  if (kind === 'cells')
    return `<table:table><table:table-row><table:table-cell><text:p>${text}</text:p><text:p>${more}</text:p></table:table-cell></table:table-row></table:table>`;
  if (kind === 'verse')
    return `<text:p>${text}</text:p><draw:frame><draw:text-box><text:p>${more}</text:p></draw:text-box></draw:frame>`;
  return `<text:p>${text}<text:line-break/>${more}</text:p>`;
};
const docx = ({ kind, text, more }: Block) => {
  const p = (words: string) => `<w:p><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;
  if (kind === 'cells') return `<w:tbl><w:tr><w:tc>${p(text)}${p(more)}</w:tc></w:tr></w:tbl>`;
  if (kind === 'within')
    return `<w:sdt><w:sdtContent>${p(text)}</w:sdtContent></w:sdt><w:customXml>${p(more)}</w:customXml>`;
  return p(text) + p(more);
};
const fb2 = ({ kind, text, more }: Block) => {
  if (kind === 'beside') return `<table><tr>${text}<td>${more}</td></tr></table>`;
  if (kind === 'cells') return `<table><tr><td><p>${text}</p>${more}</td><td>x</td></tr></table>`;
  if (kind === 'within') return `<section><title>${text}<p>${more}</p></title></section>`;
  if (kind === 'heading') return `<section><title><p>${text}</p><p>${more}</p></title></section>`;
  if (kind === 'verse') return `<poem><stanza><v>${text}</v><v>${more}</v></stanza></poem>`;
  return `<p>${text} <emphasis>${more}</emphasis></p>`;
};
const usfm = ({ kind, text, more }: Block) => {
  if (kind === 'beside')
    return `<table><row style="tr"><cell style="tc1">${text}</cell>${more}</row></table>`;
  if (kind === 'heading') return `<para style="s1">${text}</para><para style="p">${more}</para>`;
  if (kind === 'verse') return `<para style="q1">${text}</para><para style="q2">${more}</para>`;
  return `<para style="p">${text} <char style="nd">${more}</char></para>`;
};
const osis = ({ kind, text, more }: Block) => {
  if (kind === 'beside') return `<table><row><cell>${text}</cell>${more}</row></table>`;
  if (kind === 'within') return `<list><item><label>${text}</label>${more}</item></list>`;
  return `<p>${text} <hi type="italic">${more}</hi></p>`;
};
const intertext = ({ kind, text, more }: Block) => {
  if (kind === 'beside') return `<p><s>${text}</s> ${more}</p>`;
  if (kind === 'within') return `<head><s>${text}</s></head>${more}`;
  return `<p><s>${text}</s><s>${more} <hi>x</hi></s></p>`;
};
const all = (list: readonly Block[], write: (block: Block) => string) => list.map(write).join('\n');
const zipped = (entries: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, strToU8(text)])));

/** For each format: a file of blocks, and the words that it says. */
const sources: [string, (list: Block[]) => { bytes: Uint8Array; words: string[] }][] = [
  [
    'x.txt',
    (list) => {
      const text = all(list, ({ text, more }) => `${text}\n${more}\n`);
      return { bytes: strToU8(text), words: wordsOf(text) };
    },
  ],
  [
    'x.md',
    (list) => {
      const text = all(list, ({ kind, text, more }) =>
        kind === 'heading' ? `## ${text}\n\n${more}\n` : `${text} *${more}*\n`,
      );
      return { bytes: strToU8(text), words: wordsOf(text) };
    },
  ],
  [
    'x.html',
    (list) => {
      const text = `<html><body>${all(list, html)}</body></html>`;
      return { bytes: strToU8(text), words: plain(text) };
    },
  ],
  [
    'x.xml',
    (list) => {
      const text = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>${all(list, tei)}</body></text></TEI>`;
      return { bytes: strToU8(text), words: plain(text) };
    },
  ],
  [
    'x.fb2',
    (list) => {
      const text = `<FictionBook xmlns="urn:x"><body>${all(list, fb2)}</body></FictionBook>`;
      return { bytes: strToU8(text), words: plain(text) };
    },
  ],
  [
    'x.usx',
    (list) => {
      const text = `<usx version="3.0">${all(list, usfm)}</usx>`;
      return { bytes: strToU8(text), words: plain(text) };
    },
  ],
  [
    'x.osis',
    (list) => {
      const text = `<osis><osisText><div>${all(list, osis)}</div></osisText></osis>`;
      return { bytes: strToU8(text), words: plain(text) };
    },
  ],
  [
    'x.intertext.xml',
    (list) => {
      const text = `<doc>${all(list, intertext)}</doc>`;
      return { bytes: strToU8(text), words: plain(text) };
    },
  ],
  [
    'x.usfm',
    (list) => {
      const body = all(list, ({ kind, text, more }) =>
        kind === 'heading' ? `\\s ${text}\n\\p ${more}` : `\\p ${text} \\nd ${more}\\nd*`,
      );
      return { bytes: strToU8(body), words: wordsOf(body.replace(/\\\w+\*?/g, ' ')) };
    },
  ],
  [
    'x.odt',
    (list) => {
      const text = `<o:document-content xmlns:o="o" xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:draw="d"><office:body><office:text>${all(list, odt)}</office:text></office:body></o:document-content>`;
      return { bytes: zipped({ 'content.xml': text }), words: plain(text) };
    },
  ],
  [
    'x.docx',
    (list) => {
      const text = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${all(list, docx)}</w:body></w:document>`;
      const types =
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>';
      const bytes = zipped({ '[Content_Types].xml': types, 'word/document.xml': text });
      return { bytes, words: plain(text) };
    },
  ],
  [
    'x.srt',
    (list) => {
      const time = '00:00:01,000 --> 00:00:02,000';
      const text = list.map((each, k) => `${k + 1}\n${time}\n${each.text}\n${each.more}\n`);
      return {
        bytes: strToU8(text.join('\n')),
        words: list.flatMap((each) => wordsOf(`${each.text} ${each.more}`)),
      };
    },
  ],
];

describe('each word of a source is in the edition, in order', () => {
  test.each(sources)('%s', async (name, make) => {
    await fc.assert(
      fc.asyncProperty(blocks, async (list) => {
        const { bytes, words } = make(list);
        const { editions } = await readDocument({ name, bytes, asOne: true });
        expect(editions).toHaveLength(1);
        const read = editions[0].segments.flatMap(({ text }) => wordsOf(text));
        expect(read).toEqual(words);
        expect(editions[0].warnings.filter(({ omitted }) => omitted?.words.length)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

test('in tables and translation memories, edition by edition', async () => {
  await fc.assert(
    fc.asyncProperty(blocks, async (list) => {
      const csv = `A,B\n${list.map(({ text, more }) => `${text},${more}`).join('\n')}\n`;
      const tmx = `<tmx version="1.4"><header srclang="en"/><body>${list
        .map(
          ({ text, more }) =>
            `<tu><tuv xml:lang="en"><seg>${text}</seg></tuv><tuv xml:lang="de"><seg>${more}</seg></tuv></tu>`,
        )
        .join('')}</body></tmx>`;
      for (const [name, source] of [
        ['x.csv', csv],
        ['x.tmx', tmx],
      ]) {
        const { editions } = await readDocument({ name, bytes: strToU8(source) });
        const read = editions.map(({ segments }) => segments.flatMap(({ text }) => wordsOf(text)));
        expect(read).toEqual([
          list.flatMap(({ text }) => wordsOf(text)),
          list.flatMap(({ more }) => wordsOf(more)),
        ]);
      }
    }),
    { numRuns: 40 },
  );
});
