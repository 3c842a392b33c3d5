import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { type ExportedWork, xmlText } from '../prepared';
import { unitsOf } from '../units';

/**
 * A translation memory, TMX 1.4b (https://www.gala-global.org/tmx-14b): a unit for each group of
 * sentences that correspond, a variant for each edition that has it. Editions of one language
 * are told apart by the property `siglum`.
 */
export function workTmx({ work, base, editions, rows }: ExportedWork): string {
  const units = unitsOf({ rows }).flatMap(({ id, texts }) => {
    const variants = texts.flatMap((text, column) => {
      if (text === '') return [];
      const { siglum, language } = editions[column];
      return [
        x('tuv', { 'xml:lang': language }, [
          x('prop', { type: 'siglum' }, siglum),
          x('seg', xmlText(text)),
        ]),
      ];
    });
    // What only one edition has is a unit of one side, so that nothing is lost.
    return variants.length > 0 ? [x('tu', { tuid: id }, variants)] : [];
  });
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
