import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { type ApparatusEntry, numberEntries } from '../../collate/apparatus-entry';
import { lemmaOf, readingsNote } from '../../collate/entry-note';
import { type ApparatusForm, positiveForm } from '../../edition/apparatus-form';
import { languageAttributes } from '../../edition/language-attributes';
import { direction } from '../../edition/model';
import type { CollatedRow } from '../prepared';

/** Places of a base text with their apparatus under them: lemma ] readings, sigla. */
export function apparatusText(
  rows: readonly CollatedRow[],
  language: string,
  form: ApparatusForm = positiveForm,
): Element[] {
  return rows.map(({ number, parts }) => {
    const numbered = numberEntries(parts);
    const entries = numbered.flatMap(({ part, n }) =>
      'entry' in part ? [{ ...part.entry, n }] : [],
    );
    return h('section', { id: `row-${number}`, class: 'place' }, [
      h(
        'p',
        { ...languageAttributes(language) },
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
              { class: 'apparatus', dir: direction(language) },
              entries.map((entry) => entryItem(entry, number, language, form)),
            ),
          ]
        : []),
    ]);
  });
}

function entryItem(
  entry: ApparatusEntry & { n: number },
  row: number,
  language: string,
  form: ApparatusForm,
): Element {
  return h('li', { id: `e${row}-${entry.n}`, value: entry.n }, [
    h('a', { href: `#l${row}-${entry.n}`, ...languageAttributes(language) }, lemmaOf(entry)),
    ' ] ',
    ...readingsNote(entry, form).map(({ kind, text }): ElementContent => {
      if (kind === 'said') return h('i', { lang: 'la', dir: 'ltr' }, text);
      if (kind === 'words') return h('span', { ...languageAttributes(language) }, text);
      return kind === 'sigla' ? h('bdi', { class: 'siglum' }, text) : { type: 'text', value: text };
    }),
  ]);
}
