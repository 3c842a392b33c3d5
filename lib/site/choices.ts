import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { type DifferenceKind, differenceKinds } from '../collate/kinds';
import type { Work } from '../edition/model';
import { type ComparedRow, isMarked } from '../formats/prepared';
import type { SiteContext } from './context';
import { relative, type SiteLink } from './frame';

/** More editions than this have no box of their own, and are always shown. */
const maxColumns = 12;

const columns = Array.from({ length: maxColumns }, (_, k) => k + 1);

/** What boxes that are not ticked hide, without a script. */
export const choicesStyle = [
  ...columns.map(
    (k) =>
      `main:has(#column-${k}:not(:checked)) .comparison tr > :nth-child(${k}) { display: none; }`,
  ),
  ...differenceKinds.map(
    (kind) =>
      `main:has(#kind-${kind}:not(:checked)) .comparison [data-kind="${kind}"] { all: unset; }
main:has(#kind-${kind}:not(:checked)) .comparison .omission[data-kind="${kind}"] { display: none; }`,
  ),
].join('\n');

/** What a reader chooses of a comparison: editions, how they are set, kinds of difference, the base. */
export function comparisonChoices(
  { path, work }: { path: string; work: Work },
  rows: readonly ComparedRow[],
  bases: readonly SiteLink[],
  { own, say }: SiteContext,
): ElementContent {
  const kinds = kindsIn(rows);
  return h('details', { class: 'choices', 'data-work': work.slug, ...own }, [
    h('summary', say('view.bar')),
    group(
      say('editions.choose'),
      work.editions
        .slice(0, maxColumns)
        .map(({ siglum }, k) => box(`column-${k + 1}`, siglum, { checked: true })),
    ),
    group(say('view.modes'), [
      box('set-columns', say('download.layouts.columns'), {
        type: 'radio',
        name: 'set',
        checked: true,
      }),
      box('set-interleaved', say('download.layouts.interleaved'), { type: 'radio', name: 'set' }),
    ]),
    ...(kinds.length > 0
      ? [
          group(
            say('editions.differences'),
            kinds.map((kind) => box(`kind-${kind}`, say(`kinds.${kind}`), { checked: true })),
          ),
        ]
      : []),
    ...(bases.length > 1
      ? [
          group(
            say('editions.base'),
            bases.map(({ text, path: to, current }) =>
              h(
                'a',
                { href: relative(path, to), ...(current ? { 'aria-current': 'true' } : {}) },
                text,
              ),
            ),
          ),
        ]
      : []),
  ]);
}

function group(legend: string, members: ElementContent[]): ElementContent {
  return h('fieldset', [h('legend', legend), ...members]);
}

function box(id: string, text: string, attributes: object): ElementContent {
  return h('label', [h('input', { type: 'checkbox', id, ...attributes }), ' ', h('bdi', text)]);
}

/** The kinds of difference that are marked in rows. */
function kindsIn(rows: readonly ComparedRow[]): DifferenceKind[] {
  if (!isMarked(rows)) return [];
  const met = new Set(
    rows.flatMap(({ cells }) =>
      cells.flatMap(({ segments }) =>
        segments.flatMap(({ marks }) => marks.map(({ difference }) => difference)),
      ),
    ),
  );
  return differenceKinds.filter((kind) => met.has(kind));
}
