import type { Element } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { InputError } from '../../core/errors';
import { languageSchema } from '../../edition/language-schema';
import { expressionsOf, type Term } from '../../edition/terms';
import { allOf, attribute, childrenOf, firstOf, isElement, parseXml, textOf } from '../xml/read';
import { xmlText } from '../xml/text';

// TermBase eXchange: ISO 30042:2019 (https://www.tbxinfo.net), its core structure in the style of
// categories as attributes (DCA). Read is also the form of 2008 (`martif`), which many tools write.

/** Terms as a TBX file, a concept each. */
export function termsTbx(terms: readonly Term[], title: string): string {
  const [first] = terms;
  const tree = x(
    'tbx',
    {
      type: 'TBX-Core',
      style: 'dca',
      'xml:lang': first?.language ?? 'en',
      xmlns: 'urn:iso:std:iso:30042:ed-2',
    },
    [
      x('tbxHeader', [
        x('fileDesc', [
          x('titleStmt', [x('title', xmlText(`Terms of ${title}`))]),
          x('sourceDesc', [x('p', 'Made with Variorum')]),
        ]),
      ]),
      x('text', [
        x(
          'body',
          terms.map((term, k) =>
            x('conceptEntry', { id: `c${k + 1}` }, [
              ...(term.note ? [x('note', xmlText(term.note))] : []),
              ...expressionsOf(term).map(([tag, words]) =>
                x('langSec', { 'xml:lang': tag }, [x('termSec', [x('term', xmlText(words))])]),
              ),
            ]),
          ),
        ),
      ]),
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(tree)}\n`;
}

/**
 * Reads a TBX file: of each concept the first term of each language, the preferred one where it says so.
 *
 * @throws InputError with the line, for what is not TBX.
 */
export function readTermsTbx(bytes: Uint8Array, name: string): Term[] {
  const tree = parseXml(bytes, name);
  const root = tree.children.find((node): node is Element => isElement(node));
  if (!isElement(root, 'tbx') && !isElement(root, 'martif')) {
    throw new InputError('the file is not TBX: its first element is neither “tbx” nor “martif”', {
      file: name,
      remedy: 'export the terms as TBX, or as a table with a column a language',
    });
  }
  return ['conceptEntry', 'termEntry'].flatMap((entry) => [...allOf(root, entry)].flatMap(termOf));
}

function termOf(concept: Element): Term[] {
  const found = ['langSec', 'langSet'].flatMap((section) =>
    childrenOf(concept, section).flatMap((each): [string, string][] => {
      const tag = languageSchema.safeParse(attribute(each, 'xml:lang') ?? attribute(each, 'lang'));
      const words = preferred(each);
      return tag.success && words ? [[tag.data, words]] : [];
    }),
  );
  const [first, ...others] = found;
  if (!first) return [];
  const note = oneLine(textOf(firstOf(concept, 'note')));
  const [language, term] = first;
  return [{ term, language, renderings: Object.fromEntries(others), ...(note ? { note } : {}) }];
}

/** Words of a language section: those of the term that is preferred, else of the first. */
function preferred(section: Element): string {
  const groups = ['termSec', 'tig', 'ntig'].flatMap((name) => childrenOf(section, name));
  const isPreferred = (group: Element) =>
    [...allOf(group, 'termNote')].some((each) => textOf(each).includes('preferred'));
  const chosen = groups.find(isPreferred) ?? groups[0];
  const term = chosen && [...allOf(chosen, 'term')][0];
  return term ? oneLine(textOf(term)) : '';
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
