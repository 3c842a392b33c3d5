import { InputError } from '../../core/errors';
import { createIdentifier } from '../../edition/identify';
import type { Segment } from '../../edition/model';
import { type IngestedDocument, Losses } from '../document';
import { metadataFrom } from '../metadata';
import { plainWords } from './plain-words';

/** “dhp1:1”, and places as Bibles have them: “Gen 1:1”. */
const key =
  /^(?:\d )?[\p{L}][\p{L} .]{0,30} \d+:\d+[a-z]?$|^[a-z][a-z0-9.\u2013-]*:[\d.\u2013-]+[a-z]?$/iu;

/**
 * Reads a file of SuttaCentral’s bilara: an object of texts by segment, `{"dhp1:1": "…"}`. Keys are
 * kept as labels, by which files of one text correspond. Null for other JSON.
 * Source: https://github.com/suttacentral/bilara-data
 */
export function readBilara(value: unknown, name: string): IngestedDocument | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const entries = Object.entries(value);
  if (
    entries.length === 0 ||
    !entries.every(([label, text]) => key.test(label) && typeof text === 'string')
  ) {
    return null;
  }
  if (entries.every(([, text]) => String(text).includes('{}')) || /_reference\.json$/.test(name)) {
    throw new InputError(
      'the file has what stands around or beside the words of a text, not these',
      {
        file: name,
        remedy: 'give its root or a translation, whose names have “_root-” or “_translation-”',
      },
    );
  }
  const losses = new Losses();
  const identify = createIdentifier();
  const segments = entries.flatMap(([label, given]): Segment[] => {
    const whole = String(given);
    const text = plainWords(whole, losses);
    if (text === '') {
      losses.add('segments without text', undefined, label);
      return [];
    }
    const heading = /:0\.\d+$/.test(label);
    const kind = heading ? 'heading' : 'paragraph';
    return [
      { id: identify(kind, text), kind, ...(heading ? { level: 1 } : {}), label, text, spans: [] },
    ];
  });
  // sujato, root: “dhp1-20_translation-en-sujato.json”.
  const [, language, translator] =
    /_(?:translation|root|comment)-([a-z]{2,3})(?:-([\w-]+))?\.json$/i.exec(name) ?? [];
  const isRoot = /_root-/.test(name);
  return {
    editions: [
      {
        ...metadataFrom({ language, translator: isRoot ? undefined : translator }),
        segments,
        warnings: losses.warnings(),
      },
    ],
  };
}
