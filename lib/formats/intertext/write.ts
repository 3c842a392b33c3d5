import { strToU8, zipSync } from 'fflate';
import type { Element } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { heaviestChain } from '../../align/anchors';
import { isPaired } from '../../align/bead';
import { isRun } from '../../align/revise';
import type { Edition } from '../../edition/model';
import { type ComparedSegment, type ExportedWork, xmlText } from '../prepared';
import { groupsOf } from '../units';

/** Sentences of two editions that correspond, by their numbers in them; both in order. */
interface Link {
  a: number[];
  b: number[];
  confirmed: boolean;
}

/**
 * A ZIP archive of files that InterText imports: a text for each edition, its sentences numbered within
 * paragraphs, and for each edition but the base an alignment with it. InterText aligns without gaps
 * and in order: what has moved is linked with nothing.
 * Source: https://github.com/czcorpus/InterText_server (export of alignments).
 */
export function workInterText({ work, editions, base, rows }: ExportedWork): Uint8Array {
  const segments = editions.map((_, column) =>
    rows
      .flatMap(({ cells }) => cells[column].segments)
      .sort((one, other) => one.index - other.index),
  );
  const ids = segments.map(sentenceIds);
  const nameOf = ({ siglum }: Edition) => `${work.slug}.${siglum}.xml`;
  const files: Record<string, Uint8Array> = Object.fromEntries(
    editions.map((edition, k) => [nameOf(edition), xml(textOf(edition, segments[k]))]),
  );
  const from = editions.indexOf(base);
  const numbers = segments.map(sentenceNumbers);
  const groups = groupsOf(rows).map(({ row, places, confirmed }) => ({
    confirmed,
    sentences: places.map((column, k) =>
      column.map(({ segment, sentence }) => {
        const { index } = row.cells[k].segments[segment];
        return numbers[k].get(`${index}:${sentence}`) ?? 0;
      }),
    ),
  }));
  editions.forEach((edition, to) => {
    if (to === from) return;
    const links = inOrder(
      groups.map(({ sentences, confirmed }) => ({
        a: sentences[from],
        b: sentences[to],
        confirmed,
      })),
      [ids[from].length, ids[to].length],
    );
    const written = links.map(({ a, b, confirmed }) => {
      const targets = [b.map((n) => ids[to][n]), a.map((n) => ids[from][n])];
      return x('link', {
        type: `${b.length}-${a.length}`,
        xtargets: targets.map((each) => each.join(' ')).join(';'),
        status: confirmed ? 'man' : 'auto',
      });
    });
    const name = `${work.slug}.${base.siglum}.${edition.siglum}.alignment.xml`;
    const docs = { toDoc: nameOf(edition), fromDoc: nameOf(base) };
    files[name] = xml(
      x(
        'linkGrp',
        docs,
        written.flatMap((link) => ['\n', link]),
      ),
    );
  });
  return zipSync(files);
}

/** Of each sentence of an edition, the number of its paragraph and its own: “12:3”. */
const sentenceIds = (segments: readonly ComparedSegment[]): string[] =>
  segments.flatMap(({ sentences }, k) => sentences.map((_, n) => `${k + 1}:${n + 1}`));

/** The number of each sentence in its edition, by the index of its segment and its own there. */
function sentenceNumbers(segments: readonly ComparedSegment[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { index, sentences } of segments) {
    for (const n of sentences.keys()) found.set(`${index}:${n}`, found.size);
  }
  return found;
}

function textOf(
  { siglum, language, title }: Edition,
  segments: readonly ComparedSegment[],
): Element {
  const paragraphs = segments.flatMap(({ segment, sentences }, k) => {
    const { kind, label, text } = segment;
    const own = {
      id: String(k + 1),
      ...(kind === 'heading' || kind === 'paragraph' || kind === 'row' ? {} : { type: kind }),
      ...(label ? { n: xmlText(label) } : {}),
    };
    const words = sentences.map(({ start, end }, n) =>
      x('s', { id: `${k + 1}:${n + 1}` }, xmlText(text.slice(start, end).trim())),
    );
    return ['\n', x(kind === 'heading' ? 'head' : 'p', own, words)];
  });
  return x('text', { id: siglum, lang: language, title: xmlText(title) }, [...paragraphs, '\n']);
}

/**
 * Links in the order of both texts, each sentence of which is in one: the heaviest chain of those that are in order,
 * and for all other sentences a link with nothing.
 */
function inOrder(links: readonly Link[], [inA, inB]: readonly [number, number]): Link[] {
  const runs = links.filter((link) => isPaired(link) && isRun(link.a) && isRun(link.b));
  const kept = heaviestChain(
    runs
      .map(({ a, b }, k) => ({ i: a[0], j: b[0], weight: a.length + b.length, k }))
      .sort((one, other) => one.i - other.i),
    inB,
  ) as ({ k: number } & ReturnType<typeof heaviestChain>[number])[];
  const found: Link[] = [];
  let [a, b] = [0, 0];
  const alone = (untilA: number, untilB: number) => {
    for (; a < untilA; a++) found.push({ a: [a], b: [], confirmed: false });
    for (; b < untilB; b++) found.push({ a: [], b: [b], confirmed: false });
  };
  for (const { k } of kept) {
    const link = runs[k];
    if (link.a[0] < a || link.b[0] < b) continue;
    alone(link.a[0], link.b[0]);
    found.push(link);
    a += link.a.length;
    b += link.b.length;
  }
  alone(inA, inB);
  return found;
}

const xml = (tree: Element): Uint8Array =>
  strToU8(`<?xml version="1.0" encoding="utf-8"?>\n${toXml(tree, { closeEmptyElements: true })}\n`);
