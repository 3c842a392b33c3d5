import { withCharacters } from '../../edition/html-tags';

/** The words of a part of a Word document, without the code of its fields. */
export function wordsOf(xml: string): string {
  return withCharacters(
    xml
      .replace(/<w:(instrText|delInstrText)\b[^>]*>[^<]*<\/w:\1>/g, '')
      .replace(/<\/w:p>|<w:(?:tab|ptab|br|cr)\b[^>]*>/g, ' ')
      .replace(/<[^>]+>/g, ''),
  );
}
