import { strFromU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Edition, Work } from '../../lib/edition/model';
import { readMarkdownEdition } from '../../lib/edition/read';
import { readDocument } from '../../lib/formats/registry';
import { exportReported } from '../../lib/studies/export-work';
import { loadWork } from '../../lib/works/load';
import { planImport } from '../../lib/works/plan-import';

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
const cs = file(
  'tale.cs.xml',
  `<?xml version='1.0' encoding='utf-8'?>
<doc id="tale" lang="cs"><head id="1"><s id="1:1">Kapitola první</s></head>
<p id="2"><s id="2:1">Byla <hi>noc</hi>.</s> <s id="2:2">Pršelo.</s></p> mimo
<p id="3"><s id="3:1">Konec.</s></p></doc>`,
);
const en = file(
  'tale.en.xml',
  '<doc lang="en"><head><s id="1:1">Chapter one</s></head><p><s id="2:1">It was night and it rained.</s></p><p><s id="3:1">The end.</s></p></doc>',
);
const de = file(
  'tale.de.xml',
  '<doc><p><s id="1:1">Kapitel eins</s><s id="1:2">Das Ende.</s></p></doc>',
);
const alignment = file(
  'tale.en.cs.alignment.xml',
  `<?xml version='1.0' encoding='utf-8'?>
<linkGrp toDoc='tale.cs.xml' fromDoc='tale.en.xml'>
<link type='1-1' xtargets='1:1;1:1' status='man'/>
<link type='2-1' xtargets='2:1 2:2;2:1' status='man' mark='1'/>
<link type='1-1' xtargets='3:1;3:1' status='auto'/>
<link type='1-0' xtargets='9:9;' status='man'/>
</linkGrp>`,
);
const german = file(
  'tale.en.de.alignment.xml',
  "<linkGrp toDoc='tale.de.xml' fromDoc='tale.en.xml'><link xtargets='1:2;3:1' status='man'/></linkGrp>",
);

describe('InterText', () => {
  test('a text by itself has its paragraphs, with all its words', async () => {
    const { editions } = await readDocument(cs);
    expect(editions[0].segments.map(({ kind, text }) => [kind, text])).toEqual([
      ['heading', 'Kapitola první'],
      ['paragraph', 'Byla noc. Pršelo.'],
      ['paragraph', 'mimo'],
      ['paragraph', 'Konec.'],
    ]);
    expect(editions[0].language).toBe('cs');
    expect(editions[0].warnings.map(({ message }) => message)).toEqual([
      'not kept: marks within sentences (1)',
    ]);
  });

  test('texts with their alignments are editions with what a person has confirmed', async () => {
    const plan = await planImport({ files: [alignment, cs, german, en, de], metadata: {} });
    expect(plan.editions.map(({ siglum }) => siglum)).toEqual(['en', 'cs', 'de']);
    const ids = plan.editions.map((edition) => edition.ids);
    expect(ids.map(({ length }) => length)).toEqual([3, 5, 2]);
    expect(plan.links).toEqual([
      {
        other: 1,
        beads: [
          { a: [ids[0][0]], b: [ids[1][0]] },
          { a: [ids[0][1]], b: [ids[1][1], ids[1][2]] },
        ],
      },
      { other: 2, beads: [{ a: [ids[0][2]], b: [ids[2][1]] }] },
    ]);
    const said = plan.warnings.map(({ message }) => message);
    expect(said).toContain('not kept: links that nobody has confirmed (1)');
    expect(said).toContain('not kept: links to elements that the texts do not have (1)');
  });

  test('an archive of them is read alike', async () => {
    const files = [alignment, cs, en];
    const bytes = zipSync(Object.fromEntries(files.map((each) => [`x/${each.name}`, each.bytes])));
    const { editions, rows } = await readDocument({ name: 'tale.zip', bytes });
    expect(editions.map(({ siglum }) => siglum)).toEqual(['en', 'cs']);
    expect(rows).toEqual([
      [[0], [0]],
      [[1], [1, 2]],
    ]);
  });

  test('what is not given is named', async () => {
    await expect(readDocument(alignment)).rejects.toThrow(
      'an alignment of InterText is not a text',
    );
    await expect(planImport({ files: [alignment, cs], metadata: {} })).rejects.toThrow(
      'the alignment joins “tale.en.xml”, which is not given',
    );
  });

  test('a corpus of the CES form names the elements of fromDoc first', async () => {
    const ces = file(
      'a.xml',
      '<cesAlign version="1.0"><linkGrp targType="s" fromDoc="en/tale.en.xml.gz" toDoc="cs/tale.cs.xml.gz"><link xtargets="2:1;2:1 2:2"/></linkGrp></cesAlign>',
    );
    const plan = await planImport({ files: [ces, en, cs], metadata: {} });
    expect(plan.links[0].beads.map(({ a, b }) => [a.length, b.length])).toEqual([[1, 2]]);
  });
});

describe('written as InterText', () => {
  const links = (xml: string) =>
    [...xml.matchAll(/type="(\d+)-(\d+)" xtargets="([^;]*);([^"]*)" status="(\w+)"/g)].map(
      ([, b, a, to, from, status]) => ({ b, a, to, from, status }),
    );

  test('each sentence is in one link, in order, and comes back', async () => {
    const { work } = await loadWork('telegram-to-liu');
    const { written } = await exportReported(work, 'intertext', ['zh', 'en']);
    const files = unzipSync(written as Uint8Array);
    expect(Object.keys(files).sort()).toEqual(
      [
        'telegram-to-liu.en.xml',
        'telegram-to-liu.en.zh.alignment.xml',
        'telegram-to-liu.zh.xml',
      ].sort(),
    );
    const found = links(strFromU8(files['telegram-to-liu.en.zh.alignment.xml']));
    for (const [side, name] of [
      ['to', 'zh'],
      ['from', 'en'],
    ] as const) {
      const text = strFromU8(files[`telegram-to-liu.${name}.xml`]);
      const ids = [...text.matchAll(/<s id="([^"]+)"/g)].map(([, id]) => id);
      expect(found.flatMap((link) => link[side].split(' ').filter(Boolean))).toEqual(ids);
    }
    const read = await readDocument({ name: 'x.zip', bytes: written as Uint8Array });
    const words = (segments: { text: string }[]) =>
      segments
        .map(({ text }) => text)
        .join('')
        .replace(/\s/g, '');
    for (const siglum of ['zh', 'en']) {
      const own = work.editions.find((each) => each.siglum === siglum)!;
      const came = read.editions.find((each) => each.siglum === siglum)!;
      expect(words(came.segments)).toBe(words(own.segments));
      expect([came.language, came.title]).toEqual([own.language, own.title]);
    }
  });

  test('what has moved is linked with nothing, and reported', async () => {
    const paragraphs = [
      'The harbour lay quiet under the morning mist when the first boats came in.',
      'A bell was rung three times by the old keeper of the northern lighthouse.',
      'Nobody in the village had ever seen so many strangers on one market day.',
      'At night the wind turned, and the river carried ice down to the wooden bridge.',
    ];
    const edition = (siglum: string, order: number[]): Edition => ({
      siglum,
      language: 'en',
      title: siglum,
      kind: 'original',
      basedOn: null,
      ...readMarkdownEdition(`${order.map((k) => paragraphs[k]).join('\n\n')}\n`),
    });
    const work: Work = {
      slug: 'm',
      title: 'M',
      base: 'A',
      order: ['A', 'B'],
      editions: [edition('A', [0, 1, 2, 3]), edition('B', [3, 0, 1, 2])],
      corrections: [],
    };
    const { written, warnings } = await exportReported(work, 'intertext');
    const xml = strFromU8(unzipSync(written as Uint8Array)['m.A.B.alignment.xml']);
    expect(links(xml).map(({ to, from }) => [from, to])).toEqual([
      ['', '1:1'],
      ['1:1', '2:1'],
      ['2:1', '3:1'],
      ['3:1', '4:1'],
      ['4:1', ''],
    ]);
    expect(warnings.map(({ omitted }) => omitted?.what)).toContain(
      'links of passages that have moved',
    );
  });
});
