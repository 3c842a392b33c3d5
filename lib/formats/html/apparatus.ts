import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { type ApparatusEntry, numberEntries } from '../../collate/apparatus';
import { editorWord } from '../../collate/editor-word';
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

function entryItem(entry: ApparatusEntry & { n: number }, row: number, language: string): Element {
  const { lemma, beside, sigla, readings, n } = entry;
  return h('li', { id: `e${row}-${n}`, value: n }, [
    // What has no word of its own stands by the word beside it.
    h('a', { href: `#l${row}-${n}`, lang: language }, lemma || beside?.word || '‸'),
    ' ] ',
    h('span', { class: 'siglum' }, sigla.join(' ')),
    ...readings.flatMap((reading, k): ElementContent[] => {
      const said = editorWord(reading, entry);
      const { text } = reading;
      return [
        { type: 'text', value: k === 0 && sigla.length === 0 ? '' : '; ' },
        ...(said ? [h('i', said)] : []),
        ...(said && text ? [{ type: 'text' as const, value: ' ' }] : []),
        ...(text ? [h('span', { lang: language }, text)] : []),
        { type: 'text', value: ' ' },
        h('span', { class: 'siglum' }, reading.sigla.join(' ')),
      ];
    }),
  ]);
}
