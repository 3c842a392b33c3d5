import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { lines, omitted, read } from '../reading';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const package_ = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

test('notes of Word have the marks that their text gives them, the others their numbers', async () => {
  const run = (content: string) => `<w:r>${content}</w:r>`;
  const text = (words: string) => `<w:t xml:space="preserve">${words}</w:t>`;
  const call = (id: number, rest = '') =>
    `<w:footnoteReference ${rest ? 'w:customMarkFollows="1" ' : ''}w:id="${id}"/>${rest}`;
  const note = (id: number, words: string) =>
    `<w:footnote w:id="${id}"><w:p>${run(text(words))}</w:p></w:footnote>`;
  const edition = await read(
    'x.docx',
    zipSync({
      '[Content_Types].xml': strToU8(
        `<Types xmlns="${package_}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/><Override PartName="/word/footnotes.xml" ContentType="${word}.footnotes+xml"/></Types>`,
      ),
      '_rels/.rels': strToU8(
        `<Relationships xmlns="${package_}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
      ),
      'word/_rels/document.xml.rels': strToU8(
        `<Relationships xmlns="${package_}/relationships"><Relationship Id="r1" Type="${office}/footnotes" Target="footnotes.xml"/></Relationships>`,
      ),
      'word/document.xml': strToU8(
        `<w:document ${w}><w:body><w:p>${run(text('One'))}${run(call(3, text('*')))}${run(text(' two'))}${run(call(4, '<w:sym w:font="Symbol" w:char="F02A"/>'))}${run(text(' three'))}${run(call(5))}</w:p></w:body></w:document>`,
      ),
      'word/footnotes.xml': strToU8(
        `<w:footnotes ${w}>${note(3, '* Starred.')}${note(4, 'Too.')}${note(5, 'Counted.')}</w:footnotes>`,
      ),
    }),
  );
  expect(lines(edition)).toEqual([
    'paragraph: One two three',
    'footnote: * Starred.',
    'footnote: *-2 Too.',
    'footnote: 1 Counted.',
  ]);
});

test('a sign is taken off the beginning of a note also where a letter follows it', async () => {
  const edition = await read(
    'x.html',
    '<html lang="en"><body><p>One<a href="#n" role="doc-noteref">*</a>.</p><p id="n">*<i>Said</i> so.</p></body></html>',
  );
  expect(lines(edition)).toEqual(['paragraph: One.', 'footnote: * Said so.']);
});

test('the words of a link back are reported, and no part of a note', async () => {
  const edition = await read(
    'x.html',
    '<html lang="en"><body><p id="t">One<sup><a href="#n">1</a></sup>.</p><p id="n">1. So. <a href="#t">Back to text</a></p></body></html>',
  );
  expect(lines(edition)).toEqual(['paragraph: One.', 'footnote: 1 So.']);
  expect(omitted(edition)).toEqual({ 'links back from notes': ['Back to text'] });
});
