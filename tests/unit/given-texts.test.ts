import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../command';

const folder = mkdtempSync(path.join(tmpdir(), 'variorum-given-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Uint8Array): string => {
  const at = path.join(folder, name);
  writeFileSync(at, content);
  return at;
};

const paragraphs = [
  'The ferry crossed at noon, as it had always done.',
  'Nobody stood on the farther bank; the bell was still.',
  'So we waited, and the river went by.',
];
const plain = file('plain.txt', `${paragraphs.join('\n\n')}\n`);

/** The words that a collation has, witness by witness. */
async function collated(...args: string[]) {
  const { status, stdout, stderr } = await runCommand('collate', ...args);
  expect(stderr.replace(/^variorum: note: .*\n/gm, '')).toBe('');
  expect(status).toBe(0);
  const { witnesses, table }: { witnesses: string[]; table: ({ t: string }[] | null)[][] } =
    JSON.parse(stdout);
  return witnesses.map((_, w) =>
    table
      .map((column) => column[w]?.[0].t ?? '')
      .join('')
      .split(/\s*\n\s*\n\s*/)
      .map((text) => text.trim()),
  );
}

describe('a text in any format that is imported', () => {
  const forms = ['html', 'docx', 'odt', 'epub', 'tei', 'json', 'csv', 'xlsx', 'markdown'];
  const made = new Map<string, string>();
  beforeAll(async () => {
    const library = ['--library', path.join(folder, 'library')];
    await runCommand('import', plain, '--work', 'ferry', '--siglum', 'A', ...library);
    for (const form of forms) {
      const ending = { tei: 'xml', markdown: 'md' }[form] ?? form;
      const at = path.join(folder, `ferry.${ending}`);
      const written = ['--format', form, '--editions', 'A', '-o', at];
      expect((await runCommand('export', 'ferry', ...written, ...library)).status).toBe(0);
      made.set(form, at);
    }
    const lines = (before: string, after = '') =>
      paragraphs.map((text) => before + text + after).join('\n');
    const named = (name: string, content: string) =>
      made.set(name, file(`ferry-by-hand.${name}`, content));
    named(
      'fodt',
      `<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>${lines('<text:p>', '</text:p>')}</office:text></office:body></office:document>`,
    );
    named(
      'fb2',
      `<?xml version="1.0"?><FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0"><body><section>${lines('<p>', '</p>')}</section></body></FictionBook>`,
    );
    named(
      'srt',
      paragraphs
        .map((text, k) => `${k + 1}\n00:00:0${k},000 --> 00:00:0${k},900\n${text}\n`)
        .join('\n'),
    );
  });
  test.each([...forms, 'fodt', 'fb2', 'srt'])('%s: its words are all', async (form) => {
    const given = made.get(form)!;
    const [own, other] = (await collated(plain, given)).map((words) => words.join(' '));
    expect(other.endsWith(own)).toBe(true);
    // Word and the like have the title before the text.
    expect(other.length - own.length).toBeLessThan(20);
    const diff = await runCommand('diff', plain, given, '--json');
    const { changes }: { changes: { kind: string; a: string; b: string }[] } = JSON.parse(
      diff.stdout,
    );
    const lost = changes.filter(({ kind, a }) => kind !== 'equal' && a.trim() !== '');
    expect(lost).toEqual([]);
    for (const unit of ['paragraph', 'line']) {
      const found = await runCommand('align', plain, given, '--unit', unit, '--json');
      expect(found.status, found.stderr).toBe(0);
      const { beads }: { beads: { a: number[]; b: number[] }[] } = JSON.parse(found.stdout);
      const texts = beads.filter(({ a, b }) => a.length > 0 && b.length > 0);
      expect(texts.length).toBeGreaterThanOrEqual(form === 'markdown' ? 1 : 3);
    }
  });
});

describe('what is not read is refused by every command, with what is', () => {
  const unknown = [
    file('recipe.xml', '<?xml version="1.0"?><recipe><step>Boil the eggs.</step></recipe>'),
    file('recipe', '<?xml version="1.0"?>\n<recipe><step>Boil the eggs.</step></recipe>'),
    file('recipe.json', '{"recipe": 1}'),
    file('recipe.tex', '\\documentclass{article}\\begin{document}Eggs.\\end{document}'),
  ];
  for (const command of ['align', 'diff', 'collate']) {
    test.each(unknown)(`${command} %s`, async (given) => {
      const { status, stdout, stderr } = await runCommand(command, plain, given);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/convert it to|give a work exported as JSON/);
    });
  }
});

test('the encoding may be said', async () => {
  const russian = 'Паром отошёл в полдень, как всегда.';
  const bytes = Uint8Array.from(russian, (letter) => {
    const code = letter.charCodeAt(0);
    if (code === 0x451) return 0xf1;
    if (code < 0x80) return code;
    // Code page 866 has the small letters in two parts.
    return code - 0x410 < 0x30 ? code - 0x410 + 0x80 : code - 0x440 + 0xe0;
  });
  const [old, now] = [file('old.txt', bytes), file('new.txt', bytes)];
  const texts = await collated(old, now, '--encoding', 'cp866');
  expect(texts).toEqual([[russian], [russian]]);
  const { stdout } = await runCommand('diff', old, now, '--encoding', 'cp866', '--json');
  expect(JSON.parse(stdout).changes).toEqual([{ kind: 'equal', a: russian, b: russian }]);
  const aligned = await runCommand('align', old, now, '--encoding', 'cp866', '--json');
  expect(JSON.parse(aligned.stdout).a).toEqual({ language: 'ru', segments: 1 });
});

describe('of a file of several editions', () => {
  const two = file('two.csv', 'id,A,B\nx1,One word.,Two words.\nx2,The end.,The end.\n');
  test('each is a witness', async () => {
    expect(await collated(two)).toEqual([
      ['One word.', 'The end.'],
      ['Two words.', 'The end.'],
    ]);
  });
  test.each(['align', 'diff'])('%s wants one', async (command) => {
    const { status, stderr } = await runCommand(command, two, plain);
    expect(status).toBe(2);
    expect(stderr).toContain('two.csv: the file holds 2 editions (A, B); give a file of one');
  });
});

describe('numbers beside the text are no words of it', () => {
  const verses = ['The word came to Jonah.', 'Arise and go.', 'And he prayed.'];
  const [one, two, three] = verses;
  const usfm = `\\id JON\n\\mt1 Jonah\n\\c 1\n\\p\n\\v 1 ${one}\n\\v 2 ${two}\n\\c 2\n\\p\n\\v 1 ${three}\n`;
  const osis = `<?xml version="1.0"?><osis xmlns="http://www.bibletechnologies.net/2003/OSIS/namespace"><osisText osisIDWork="T" xml:lang="en"><div type="book" osisID="Jonah"><title>Jonah</title><chapter osisID="Jonah.1"><verse osisID="Jonah.1.1">${one}</verse><verse osisID="Jonah.1.2">${two}</verse></chapter><chapter osisID="Jonah.2"><verse osisID="Jonah.2.1">${three}</verse></chapter></div></osisText></osis>`;
  test.each([
    ['usfm', usfm],
    ['osis', osis],
    [
      'usx',
      `<usx version="3.0"><book code="JON" style="id"/><para style="mt1">Jonah</para><chapter number="1" style="c"/><para style="p"><verse number="1" style="v"/>${one}<verse number="2" style="v"/>${two}</para><chapter number="2" style="c"/><para style="p"><verse number="1" style="v"/>${three}</para></usx>`,
    ],
    ['json', JSON.stringify([{ name: 'Jonah', chapters: [[one, two], [three]] }])],
    ['csv', `id,text\nJon.1.1,${one}\nJon.1.2,${two}\nJon.2.1,${three}\n`],
    ['tsv', `verse\ttext\n1:1\t${one}\n1:2\t${two}\n2:1\t${three}\n`],
    [
      'tei',
      `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body>${verses.map((text, k) => `<p n="${k + 1}">${text}</p>`).join('')}</body></text></TEI>`,
    ],
  ])('%s', async (ending, content) => {
    const texts = await collated(file(`verses.${ending}`, content), plain);
    expect(texts[0].filter((text) => text !== 'Jonah')).toEqual(verses);
  });
  test('but those of a plain text are written in it', async () => {
    const texts = await collated(file('numbered.txt', '(1) One day.\n\n（二）Another.\n'), plain);
    expect(texts[0]).toEqual(['(1) One day.', '（二）Another.']);
  });
});
