import { SaxesParser } from 'saxes';
import { InputError } from '../../core/errors';
import { decodeXml } from './read';

/** What is done with an XML file as it is read from its beginning to its end. */
export interface XmlHandlers {
  /** @param name without its prefix. */
  open: (name: string, attributes: Readonly<Record<string, string>>, line: number) => void;
  close: (name: string) => void;
  text: (value: string, line: number) => void;
}

/**
 * Reads XML as a stream, for files that are too large for a tree. As in `parseXml`, entities that a
 * DTD declares are never expanded.
 *
 * @throws InputError with the line, for what is not well-formed.
 */
export function streamXml(bytes: Uint8Array, name: string, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ position: true });
  const local = (tag: string) => tag.slice(tag.indexOf(':') + 1);
  parser.on('opentag', (tag) => {
    handlers.open(local(tag.name), tag.attributes as Record<string, string>, parser.line);
  });
  parser.on('closetag', (tag) => handlers.close(local(tag.name)));
  parser.on('text', (value) => handlers.text(value, parser.line));
  parser.on('cdata', (value) => handlers.text(value, parser.line));
  parser.on('error', (error) => {
    const reason = error.message.replace(/^(?:[^\s:]*:)?\d+:\d+: /, '');
    throw new InputError(`the XML is not well-formed: ${reason.slice(0, 200)}`, {
      file: name,
      line: parser.line,
      remedy: /entity/i.test(reason)
        ? 'write the character itself in place of the entity'
        : 'fix that place, for example in an XML editor',
    });
  });
  parser.write(decodeXml(bytes, name)).close();
}
