import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { type ApparatusEntry, numberEntries, type Reading } from '../../collate/apparatus';
import type { CollatedRow } from '../prepared';

/** Places of a base text with their apparatus under them: lemma ] readings, sigla. */
export function apparatusText(rows: readonly CollatedRow[], language: string): Element[] {
  return rows.map(({ number, parts }) => {
    const numbered = numberEntries(parts);
    const entries = numbered.flatMap(({ part, n }) =>
      'entry' in part ? [{ ...part.entry, n }] : [],
    );
    return h('section', { id: `row-${number}`, class: 'place' }, [
      h(
        'p',
        { lang: language },
        numbered.flatMap(({ part, n }): ElementContent[] => {
          if ('shared' in part) return [{ type: 'text', value: part.shared }];
          const { space, lemma } = part.entry;
          const lemmaText = h(
            'a',
            { class: 'lemma', id: `l${number}-${n}`, href: `#e${number}-${n}` },
            [lemma || (part.entry.lacuna ? '' : '‸'), h('sup', String(n))],
          );
          return [
            { type: 'text', value: space.before },
            lemmaText,
            { type: 'text', value: space.after },
          ];
        }),
      ),
      ...(entries.length > 0
        ? [
            h(
              'ol',
              { class: 'apparatus' },
              entries.map((entry) => entryItem(entry, number, language)),
            ),
          ]
        : []),
    ]);
  });
}

function entryItem(
  { lemma, beside, lacuna, sigla, readings, n }: ApparatusEntry & { n: number },
  row: number,
  language: string,
): Element {
  return h('li', { id: `e${row}-${n}`, value: n }, [
    // What has no word of its own stands by the word beside it.
    h('a', { href: `#l${row}-${n}`, lang: language }, lemma || beside?.word || '‸'),
    ' ] ',
    h('span', { class: 'siglum' }, sigla.join(' ')),
    ...readings.flatMap((reading, k): ElementContent[] => [
      { type: 'text', value: k === 0 && sigla.length === 0 ? '' : '; ' },
      ...readingNodes(reading, { lemma, lacuna }, language),
      { type: 'text', value: ' ' },
      h('span', { class: 'siglum' }, reading.sigla.join(' ')),
    ]),
  ]);
}

/** A reading in the words of editors: what is added, omitted, transposed or not preserved. */
function readingNodes(
  { text, kind }: Reading,
  { lemma, lacuna }: Pick<ApparatusEntry, 'lemma' | 'lacuna'>,
  language: string,
): ElementContent[] {
  if (lacuna) return [h('i', lacuna.edge === 'from' ? 'def.' : 'inc.')];
  if (text === '') return [h('i', kind === 'transposition' ? 'transp.' : 'om.')];
  const words = h('span', { lang: language }, text);
  if (kind === 'transposition') return [h('i', 'transp.'), { type: 'text', value: ' ' }, words];
  return lemma === '' ? [h('i', 'add.'), { type: 'text', value: ' ' }, words] : [words];
}
