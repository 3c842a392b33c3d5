/**
 * What the markers of Unified Standard Format mean to an edition. USX has the same as styles, USFX
 * and OSIS as elements that correspond to them.
 * Source: https://docs.usfm.bible
 */
export type MarkerMeaning =
  | { kind: 'heading'; level: number }
  | { kind: 'paragraph' }
  /** A paragraph that is of no verse, also where one is going on. */
  | { kind: 'apart' }
  | { kind: 'row' }
  /** Where what stands beside the text begins or ends. */
  | { kind: 'sidebar'; begins: boolean }
  | { kind: 'verse' }
  | { kind: 'item' }
  | { kind: 'emphasis' }
  | { kind: 'strong' }
  | { kind: 'plain' }
  | { kind: 'ruby' }
  | { kind: 'note' }
  /** Nothing but space. */
  | { kind: 'blank' }
  /** Not text of the edition; reported under this name. */
  | { kind: 'omitted'; what: string };

const omitted = (what: string): MarkerMeaning => ({ kind: 'omitted', what });

/** From the more particular to the general: the first pattern that fits counts. */
const meanings: [RegExp, MarkerMeaning][] = [
  [/^(ide|usfm|sts|rem|lit|restore)$/, omitted('remarks and settings')],
  [/^(h\d?|toc\d?|toca\d?)$/, omitted('running titles and short names')],
  [/^(va|vp|ca|cp)$/, omitted('other numbers of chapters and verses')],
  [/^(x|ex)$/, omitted('cross references')],
  [/^(fr|xo|fm)$/, omitted('places that notes name as their own')],
  [/^cat$/, omitted('categories')],
  [/^(f|fe|ef|efe)$/, { kind: 'note' }],
  [/^(rb)$/, { kind: 'ruby' }],
  [/^mte?\d?$/, { kind: 'heading', level: 1 }],
  [/^(ms\d?|periph|imte?\d?)$/, { kind: 'heading', level: 2 }],
  [/^(s\d?|is\d?|iot|cl|qa|sp|qd)$/, { kind: 'heading', level: 3 }],
  [/^esb$/, { kind: 'sidebar', begins: true }],
  [/^esbe$/, { kind: 'sidebar', begins: false }],
  [/^(tr|table|row)$/, { kind: 'row' }],
  [/^(b|ib|sd\d?|nb|ie|pb)$/, { kind: 'blank' }],
  [/^(q\d?|qr|qc|qm\d?|iq\d?)$/, { kind: 'verse' }],
  [/^(li\d?|lim\d?|io\d?|ili\d?)$/, { kind: 'item' }],
  [/^(add|em|it|bk|tl|qs|qt\d?|dc|sls|rq|fq|fqa|fk|xq|xk|k)$/, { kind: 'emphasis' }],
  [/^(bd|bdit)$/, { kind: 'strong' }],
  [/^(p|m|po|pr|cls|pmo|pm|pmc|pmr|pi\d?|mi|pc|ph\d?|lh|lf)$/, { kind: 'paragraph' }],
  [/^(cd|d|r|mr|sr|ip|ipi|im|imi|ipq|imq|ipr|iex)$/, { kind: 'apart' }],
  [
    /^(w|wg|wh|wa|wj|nd|ord|pn|png|k|no|sc|sig|sup|jmp|pro|rt|ndx|ior|iqt|xt|ref|xop|xta|xot|xnt|xdc|ft|fl|fw|fv|fp|fdc|tcr?|thr?|lik|litl|liv\d?|addpn|efm|qac|t[hc][rc]?\d[\d-]*|char|cell)$/,
    { kind: 'plain' },
  ],
];

/** What a marker means (without a backslash or a plus sign); undefined for one that is not known. */
export function meaningOf(marker: string): MarkerMeaning | undefined {
  return meanings.find(([pattern]) => pattern.test(marker))?.[1];
}

/** Whether a marker opens a cell of a table. */
export function isCell(marker: string): boolean {
  return /^(t[hc][rc]?[\d-]*|cell)$/.test(marker);
}

/** Whether a marker marks a place with no text of its own, such as `zaln-s` and `ts`. */
export function isMilestone(marker: string): boolean {
  return /^(z\S*|[a-z]+\d?)-[se]$/.test(marker) || marker === 'ts';
}
