import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { formats, readDocument, stumbled } from '../lib/formats/registry';
import type { forms } from '../lib/studies/export-forms';
import { exportWork } from '../lib/studies/export-work';
import { loadWork } from '../lib/works/load';
import { damageTree, treeDamage } from './fuzz-trees';

// Damaged files of every format: none may crash a reader, hold it up, or fail without a reason.

/** A case must be read, or refused, within so long, in milliseconds. */
export const longest = 5000;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Sound files to damage, by ending; archives as what they hold. */
export async function samples(): Promise<Record<string, Uint8Array>> {
  const { work } = await loadWork('telegram-to-liu');
  const written = async (format: keyof typeof forms, sigla: string[]) => {
    const found = await exportWork(work, format, sigla);
    return typeof found === 'string' ? utf8(found) : found;
  };
  const pair = ['zh', 'en'];
  const odt = `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:style="s"><office:automatic-styles><style:style style:name="P1" style:parent-style-name="Verse"/></office:automatic-styles><office:body><office:text><text:h text:outline-level="1">A</text:h><text:p>B<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>C</text:p></text:note-body></text:note></text:p><text:list><text:list-item><text:p>D</text:p></text:list-item></text:list><text:p text:style-name="P1">E<text:line-break/>F</text:p><table:table><table:table-row><table:table-cell><text:p>G</text:p></table:table-cell><table:table-cell/></table:table-row></table:table></office:text></office:body></office:document-content>`;
  return {
    md: readFileSync('editions/telegram-to-liu/en.md'),
    txt: utf8('(1) One.\n\n(2) Two,\nand more.\n'),
    html: await written('html', pair),
    docx: await written('docx', pair),
    odt: zipSync({ 'content.xml': strToU8(odt) }),
    fodt: strToU8(odt.replaceAll('office:document-content', 'office:document')),
    epub: await written('epub', ['en']),
    usfm: utf8(
      '\\id GEN\n\\mt Genesis\n\\c 1\n\\p\n\\v 1 In the beginning\\f + \\ft or\\f* it.\n\\v 2 And.\n',
    ),
    usx: utf8(
      '<usx version="3.0"><book code="GEN" style="id">Own</book><para style="mt">Genesis</para><chapter number="1" style="c" sid="GEN 1"/><para style="p"><verse number="1" style="v" sid="GEN 1:1"/>In the <char style="nd">beginning</char><note caller="+" style="f"><char style="ft">or</char></note> it.<verse eid="GEN 1:1"/><verse number="2a" style="v"/>And.</para><table><row style="tr"><cell style="tc1">A</cell><cell style="tc2">B</cell></row></table><chapter eid="GEN 1"/></usx>',
    ),
    usfx: utf8(
      '<usfx><languageCode>eng</languageCode><book id="GEN"><h>Genesis</h><c id="1"/><p style="mt">Genesis</p><p><v id="1" bcv="GEN.1.1"/>In the <nd>beginning</nd><f caller="+">or</f> it.<ve/><v id="2-3"/>And.<ve/></p><q level="1">One</q><q level="2">two</q></book></usfx>',
    ),
    osis: utf8(
      '<osis xmlns="http://www.bibletechnologies.net/2003/OSIS/namespace"><osisText osisIDWork="Own" xml:lang="en"><header><work osisWork="Own"><title>Own</title></work></header><div type="book" osisID="Gen"><chapter osisID="Gen.1"><title>First</title><p><verse osisID="Gen.1.1" sID="a"/>In the <divineName>beginning</divineName><note type="study">or</note> it.<verse eID="a"/></p><lg><l><verse osisID="Gen.1.2">And.</verse></l></lg></chapter></div></osisText></osis>',
    ),
    xml: await written('tei', pair),
    fb2: utf8(
      '<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink"><description><title-info><author><first-name>A.</first-name><last-name>B</last-name></author><book-title>Own</book-title><lang>en</lang></title-info></description><body><title><p>Own</p></title><section><title><p>One</p></title><epigraph><p>Said.</p></epigraph><p>First <emphasis>words</emphasis><a l:href="#n1" type="note">1</a>.</p><poem><stanza><v>line</v><v>line</v></stanza></poem><empty-line/></section></body><body name="notes"><section id="n1"><title><p>1</p></title><p>So.</p></section></body><binary id="x.png">AAAA</binary></FictionBook>',
    ),
    tmx: await written('tmx', pair),
    xlf: await written('xliff', pair),
    csv: await written('csv', pair),
    xlsx: await written('xlsx', pair),
    ods: zipSync({
      'content.xml': strToU8(
        '<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:spreadsheet><table:table><table:table-row><table:table-cell><text:p>en</text:p></table:table-cell><table:table-cell><text:p>de</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="2"><table:table-cell><text:p>One<text:s text:c="2"/>boat.</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2"><text:p>Ein Boot.</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>',
      ),
    }),
    json: await written('json', pair),
    zip: await written('intertext', pair),
    po: utf8(
      'msgid ""\nmsgstr ""\n"Language: de\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n# Said first.\n#: a.c:1\nmsgctxt "menu"\nmsgid "Open it."\nmsgstr "Öffne es."\n\n#, fuzzy\nmsgid "One file"\nmsgid_plural "%d files"\nmsgstr[0] "Eine Datei"\nmsgstr[1] ""\n"%d Dateien"\n',
    ),
    srt: utf8(
      '1\n00:00:01,000 --> 00:00:02,500\n<i>One.</i>\nTwo.\n\n2\n00:00:03,000 --> 00:00:04,000\n{\\an8}Three, <b>four</b>.\n',
    ),
  };
}

/** Of each format that is read here: for RTF, DOC and XLS another program is started, which takes seconds a file. */
export const endings: string[] = formats
  .map((format) => format.endings[0])
  .filter((ending) => ending !== 'rtf' && ending !== 'xls');

/** What damage puts into a file: marks that formats give a meaning. */
const scraps = [
  '<',
  '>',
  '</p>',
  '<p>',
  '<div><div>',
  '&',
  '&amp',
  '&#0;',
  '&#x110000;',
  '<!--',
  ']]>',
  '<![CDATA[',
  '"',
  "'",
  '\n---\n',
  '\u0000',
  '\ufeff',
  '\u202e',
  '\\',
  '\\v ',
  '{',
  '}',
  '[',
  ']',
  '[^1]',
  '| ',
  ',',
  '\t',
  '\r',
  '\n\n\n',
  '$ref',
  '1e999',
  'null',
  '\ud800',
  '\u{10ffff}',
  '*'.repeat(200),
  '>'.repeat(300),
  '- '.repeat(300),
  '[['.repeat(200),
  '<b>'.repeat(300),
  'a'.repeat(5000),
];

/** Ways in which a text or the bytes of a file are damaged. */
const damage = fc.oneof(
  fc.record({
    kind: fc.constant('cut' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(400),
  }),
  fc.record({
    kind: fc.constant('flip' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(255),
  }),
  fc.record({
    kind: fc.constant('twice' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(400),
  }),
  fc.record({
    kind: fc.constant('end' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(0),
  }),
  fc.record({
    kind: fc.constant('put' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(scraps.length - 1),
  }),
);
type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

function apply(bytes: Uint8Array, { kind, at, length }: Damage): Uint8Array {
  const place = Math.floor(at * bytes.length);
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
  switch (kind) {
    case 'cut':
      return Buffer.concat([before, after.subarray(length)]);
    case 'end':
      return before;
    case 'twice':
      return Buffer.concat([before, after.subarray(0, length), after]);
    case 'put':
      return Buffer.concat([before, utf8(scraps[length]), after]);
    default: {
      const changed = Uint8Array.from(bytes);
      if (changed.length > 0) changed[place] ^= length;
      return changed;
    }
  }
}

/** Damaged files of a format: the archive itself, or a part within a sound one; or any bytes. */
export function damagedFiles(sample: Uint8Array): fc.Arbitrary<Uint8Array> {
  const archive = sample[0] === 0x50 && sample[1] === 0x4b;
  const whole = damagedBytes(sample);
  const noise = fc.uint8Array({ maxLength: 300 });
  if (!archive) {
    return fc.oneof(
      { weight: 9, arbitrary: fc.oneof(whole, damagedXml(sample)) },
      { weight: 1, arbitrary: noise },
    );
  }
  const parts = Object.entries(unzipSync(sample));
  const inside = fc.nat(parts.length - 1).chain((which) => {
    const [, bytes] = parts[which];
    return fc
      .oneof(damagedBytes(bytes), damagedXml(bytes), damagedXml(bytes))
      .map((damaged) =>
        zipSync(
          Object.fromEntries(
            parts.map(([name, sound], k) => [name, k === which ? damaged : sound]),
          ),
        ),
      );
  });
  return fc.oneof(
    { weight: 7, arbitrary: inside },
    { weight: 2, arbitrary: whole },
    { weight: 1, arbitrary: noise },
  );
}

const damagedBytes = (bytes: Uint8Array): fc.Arbitrary<Uint8Array> =>
  fc.array(damage, { minLength: 1, maxLength: 4 }).map((all) => all.reduce(apply, bytes));

/** XML damaged in its tree; what is none, in its bytes. */
const damagedXml = (bytes: Uint8Array): fc.Arbitrary<Uint8Array> =>
  damageTree(bytes, [])
    ? fc
        .array(treeDamage, { minLength: 1, maxLength: 12 })
        .map((all) => damageTree(bytes, all) ?? bytes)
    : damagedBytes(bytes);

/** Reads a file that may be damaged. @throws what no reader may: anything but a told refusal. */
export async function survive(ending: string, bytes: Uint8Array): Promise<'read' | 'refused'> {
  // Of the processor's time: what else the machine does is not a fault of the reader.
  const started = process.cpuUsage();
  let outcome: 'read' | 'refused' = 'read';
  try {
    await readDocument({ bytes, name: `damaged.${ending}` });
  } catch (error) {
    if ((error as Error).name !== 'InputError') throw error;
    if (!(error as { remedy?: string }).remedy)
      throw new Error(`no remedy: ${(error as Error).message}`);
    // What mammoth stumbles on is reported; our own readers look where they step.
    if ((error as Error).message.includes(stumbled) && ending !== 'docx') throw error;
    outcome = 'refused';
  }
  const { user, system } = process.cpuUsage(started);
  const took = (user + system) / 1000;
  if (took > longest) throw new Error(`it took ${Math.round(took)} ms`);
  return outcome;
}
