import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { type ApparatusEntry, numberEntries } from '../../collate/apparatus';
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
            [lemma || '‸', h('sup', String(n))],
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
  { lemma, sigla, readings, n }: ApparatusEntry & { n: number },
  row: number,
  language: string,
): Element {
  return h('li', { id: `e${row}-${n}`, value: n }, [
    h('a', { href: `#l${row}-${n}`, lang: language }, lemma || '‸'),
    ' ] ',
    h('span', { class: 'siglum' }, sigla.join(' ')),
    ...readings.flatMap(({ text, sigla: others }): ElementContent[] => [
      { type: 'text', value: '; ' },
      text ? h('span', { lang: language }, text) : h('i', 'om.'),
      { type: 'text', value: ' ' },
      h('span', { class: 'siglum' }, others.join(' ')),
    ]),
  ]);
}
