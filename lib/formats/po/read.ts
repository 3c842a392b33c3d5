import PO from 'pofile';
import { InputError } from '../../core/errors';
import { withSingleSpaces } from '../../edition/single-spaces';
import { type GivenFile, type IngestedDocument, Losses, withWarnings } from '../document';
import { metadataFrom } from '../metadata';
import { decodeText } from '../text/decode';
import { type Column, fromUnits, type Unit } from '../translation-memory';

/**
 * Reads a catalogue of Gettext: what is translated and its translations, a unit a message, a message
 * of several numbers a unit for each. By `pofile`, which keeps the order of messages.
 * Source: https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html
 */
export function readPo({ bytes, name }: GivenFile): IngestedDocument {
  const head = Buffer.from(bytes.subarray(0, 8192)).toString('latin1');
  const declared = /"Content-Type:[^"]*charset=([\w.-]+)/i.exec(head)?.[1];
  const { text, warnings } = decodeText(bytes, name, declared);
  const losses = new Losses();
  // `pofile` takes these for parts of the message before.
  const lines = text.replace(/\r\n?/g, '\n').replace(/^\uFEFF/, '');
  const file = PO.parse(
    lines.replace(earlierMessage, (_, words: string) => {
      losses.add('earlier forms of messages', undefined, words);
      return '';
    }),
  );
  const target = metadataFrom({ language: file.headers.Language || languageOf(name) }).language;
  // Messages are in English unless their catalogue says otherwise.
  const source = metadataFrom({ language: file.headers['X-Source-Language'] || 'en' }).language;
  const columns = new Map<string, Column>([
    ['source', { language: source ?? 'en' }],
    ['target', { language: target ?? 'und' }],
  ]);
  const units = file.items.flatMap((item): Unit[] => {
    const { msgid, msgid_plural: plural, msgstr, obsolete } = item;
    if (obsolete) {
      losses.add('messages that are no longer used', undefined, [msgid, ...msgstr].join(' '));
      return [];
    }
    for (const note of [...item.comments, ...item.extractedComments]) {
      losses.add('comments', undefined, note);
    }
    if (item.msgctxt) losses.add('contexts of messages', undefined, item.msgctxt);
    if (item.flags.fuzzy) losses.add('marks of uncertain translations');
    const forms = Math.max(msgstr.length, plural === undefined ? 1 : 2);
    return Array.from({ length: forms }, (_, k): Unit => {
      const original = k === 0 ? msgid : k === 1 ? (plural ?? '') : '';
      return new Map([
        ['source', line(original)],
        ['target', line(msgstr[k] ?? '')],
      ]);
    });
  });
  if (units.length === 0) {
    throw new InputError('the catalogue has no messages', {
      file: name,
      remedy: 'export it again from the tool it comes from',
    });
  }
  return withWarnings(fromUnits(units, columns, losses, name, source), warnings);
}

/** What a message was before it changed: `#| msgid "…"`, which translators compare. */
const earlierMessage = /^#~?\|\s*(?:msg\w+\s+)?"?(.*?)"?$\n?/gm;

/** The language that a catalogue is named by: `de.po`, `messages.pt_BR.po`. */
function languageOf(name: string): string | undefined {
  return /(?:^|[./\\_-])([a-z]{2,3}(?:[_-][A-Z]{2})?)\.pot?$/.exec(name)?.[1];
}

const line = (text: string): string => withSingleSpaces(text).trim();
