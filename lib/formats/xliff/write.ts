import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { InputError } from '../../core/errors';
import { type ExportedWork, xmlText } from '../prepared';
import { unitsOf } from '../units';

/**
 * XLIFF 2.0, for tools of translation: a unit for each group of sentences that correspond, the
 * base its source, the other edition its target.
 * Source: https://docs.oasis-open.org/xliff/xliff-core/v2.0/xliff-core-v2.0.html
 */
export function workXliff({ work, editions, base, rows }: ExportedWork): string {
  const other = editions.find((edition) => edition !== base);
  if (editions.length !== 2 || !other) {
    throw new InputError(`XLIFF holds one source and one target, not ${editions.length} editions`, {
      remedy: 'choose two with --editions',
    });
  }
  const [from, to] = [editions.indexOf(base), editions.indexOf(other)];
  const tree = x(
    'xliff',
    {
      xmlns: 'urn:oasis:names:tc:xliff:document:2.0',
      version: '2.0',
      srcLang: base.language,
      trgLang: other.language,
    },
    [
      x('file', { id: 'f1', original: work.slug }, [
        x('notes', [
          x('note', { category: 'source' }, `${base.siglum}: ${xmlText(base.title)}`),
          x('note', { category: 'target' }, `${other.siglum}: ${xmlText(other.title)}`),
        ]),
        ...unitsOf({ rows }).map(({ id, texts }) =>
          x('unit', { id: `u${id}` }, [
            x('segment', [
              x('source', xmlText(texts[from])),
              ...(texts[to] === '' ? [] : [x('target', xmlText(texts[to]))]),
            ]),
          ]),
        ),
      ]),
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(tree)}\n`;
}
