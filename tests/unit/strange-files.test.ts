import { describe, expect, test } from 'vitest';
import { lines, read, readAll } from '../reading';

describe('what is called a text and is none', () => {
  test.each([
    ['PDF', '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nBT (Hello) Tj ET\n'],
    ['PostScript', '%!PS-Adobe-3.0\n/Times findfont\n(Hello) show\n'],
    ['LaTeX', '% a remark\n\\chapter{One}\nHello \\emph{x}.\n'],
    ['wiki text', "Some words.\n\n== Head ==\n'''bold''' [[link|text]]\n"],
    ['reStructuredText', 'A ferry\n=======\n\n.. note:: It is late.\n\nSome words.\n'],
    ['reStructuredText', '.. _start:\n\nSee :ref:`start` for more.\n'],
    ['AsciiDoc', '= A ferry\n:toc:\n\n== One\n\nSome words.footnote:[Late.]\n'],
    [
      'ASS or SSA',
      '[Script Info]\nTitle: x\n\n[Events]\nDialogue: 0,0:00:01.00,0:00:03.00,,,0,0,0,,So\n',
    ],
    ['Org mode', '#+TITLE: A ferry\n* One\nSome words.\n'],
    ['troff', '.TH FERRY 1 "May 1900"\n.SH NAME\nferry \\- a boat\n'],
    ['BibTeX', '@book{ferry,\n  title = {A Ferry},\n}\n'],
    ['CoNLL-U', '1\tThe\tthe\tDET\tD\t_\t2\tdet\t_\t_\n2\tboat\tboat\tNOUN\tN\t_\t0\troot\t_\t_\n'],
  ])('is refused where it is %s', async (format, content) => {
    await expect(readAll('x.txt', content)).rejects.toThrow(
      `${format} is not a format that is read`,
    );
  });

  test('is read where it is a page', async () => {
    expect(lines(await read('x.txt', '<html><body><p>One</p></body></html>'))).toEqual([
      'paragraph: One',
    ]);
    expect(lines(await read('x.txt', '<p>One <b>bold</b></p>\n<p>Two</p>'))).toEqual([
      'paragraph: One bold',
      'paragraph: Two',
    ]);
  });

  test('is a text where it only has such signs', async () => {
    expect(lines(await read('x.txt', '<p> begins a paragraph in HTML.'))).toEqual([
      'paragraph: <p> begins a paragraph in HTML.',
    ]);
    expect(lines(await read('x.txt', 'He wrote [[this]] in brackets.'))).toEqual([
      'paragraph: He wrote [[this]] in brackets.',
    ]);
    expect(lines(await read('x.txt', 'The ferry\n=========\n\nIt left at = 9.\n'))).toEqual([
      'paragraph: The ferry =========',
      'paragraph: It left at = 9.',
    ]);
  });
});

test('a zero byte in a text does not make it one of UTF-16', async () => {
  await expect(read('x.txt', 'hello\0there friend')).rejects.toThrow('binary');
  const wide = new Uint8Array(Buffer.from('hello there, it is a text', 'utf16le'));
  expect(lines(await read('x.txt', wide))).toEqual(['paragraph: hello there, it is a text']);
});

test('a Word document with a password is refused as one', async () => {
  const bytes = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
  await expect(read('x.docx', bytes)).rejects.toThrow('protected by a password');
});

test('Japanese of mails, in seven bits, is read', async () => {
  const bytes = Buffer.from('\u001b$BEO$7A%$O$^$@Mh$J$$!#\u001b(B', 'latin1');
  expect(lines(await read('x.txt', new Uint8Array(bytes)))).toEqual([
    'paragraph: 渡し船はまだ来ない。',
  ]);
});
