import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { interleave } from '../../library/interleave';
import { type ExportedWork, xmlText } from './exported';

/**
 * A translation memory, TMX 1.4b (https://www.gala-global.org/tmx-14b): a unit for each group of
 * sentences that correspond, a variant for each edition that has it. Editions of one language
 * are told apart by the property `siglum`.
 */
export function workTmx({ work, base, editions, rows }: ExportedWork): string {
  const units = rows.flatMap((row) =>
    interleave(row.cells).flatMap((group, k) => {
      const variants = group.flatMap((places, column) => {
        const text = places
          .map(({ segment, sentence }) => {
            const compared = row.cells[column].segments[segment];
            const { start, end } = compared.sentences[sentence];
            return compared.segment.text.slice(start, end).trim();
          })
          .join(' ');
        if (text === '') return [];
        const { siglum, language } = editions[column];
        return [
          x('tuv', { 'xml:lang': language }, [
            x('prop', { type: 'siglum' }, siglum),
            x('seg', xmlText(text)),
          ]),
        ];
      });
      // What only one edition has is no translation.
      return variants.length > 1 ? [x('tu', { tuid: `${row.number}-${k + 1}` }, variants)] : [];
    }),
  );
  const tree = x('tmx', { version: '1.4' }, [
    x('header', {
      creationtool: 'Variorum',
      creationtoolversion: '0.1.0',
      segtype: 'sentence',
      'o-tmf': 'variorum',
      adminlang: 'en',
      srclang: base.language,
      datatype: 'plaintext',
    }),
    x('body', [x(null, units)]),
  ]);
  const doctype = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">';
  return `<?xml version="1.0" encoding="UTF-8"?>\n${doctype}\n<!-- ${comment(work.title)} -->\n${toXml(tree)}\n`;
}

/** Two hyphens would end the comment. */
function comment(text: string): string {
  return xmlText(text).replace(/-{2,}/g, '–').replace(/-$/, '–');
}
