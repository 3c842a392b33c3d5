import type { EditionDraft } from '../../edition/read';
import { type GivenFile, Losses } from '../document';
import { ScriptureBuilder } from '../scripture/builder';
import { meaningOf } from '../scripture/markers';
import { streamXml } from '../xml/stream';

/** Elements that are paragraphs, called by their markers but for a level. */
const paragraphs =
  /^(p|q|s|d|b|h|toc|rem|ide|mt|mte|ms|mr|sr|r|cl|cp|cd|sp|ip|is|im|io|li|periph|tr|table|generated)$/;
/** Elements that hold parts of a picture, of which only the caption is text. */
const pictureParts = /^(description|catalog|size|location|copyright|reference)$/;

/**
 * Reads Unified Scripture Format XML, as eBible.org gives it: the markers of USFM as elements.
 * Source: https://ebible.org/usfx/
 */
export function readUsfx({ bytes, name }: GivenFile): EditionDraft {
  const losses = new Losses();
  const builder = new ScriptureBuilder(losses);
  const open: string[] = [];
  let skipping = '';
  let language = '';
  let inLanguage = false;
  let caption: string | null = null;
  streamXml(bytes, name, {
    open(element, attributes, line) {
      let closes = '';
      const { id = '', level = '', style = '' } = attributes;
      // What kind of paragraph it is: as its marker says, or else its style, where that is one.
      const sfm = attributes.sfm ?? (element === 'p' && meaningOf(style) ? style : undefined);
      if (element === 'book') builder.book('');
      else if (element === 'languageCode') inLanguage = true;
      else if (element === 'id') skipping = 'identification lines';
      else if (element === 'c') builder.chapter(id);
      else if (element === 'v') builder.verse(id);
      else if (element === 'fig') caption = '';
      else if (caption !== null && pictureParts.test(element))
        skipping = 'descriptions of pictures';
      else if (element === 'optionalLineBreak' || element === 'milestone') builder.text(' ');
      else if (paragraphs.test(element)) {
        const marker = sfm ?? `${element}${level}`;
        builder.paragraph(marker, line);
        // What is left out ends with its element.
        if (meaningOf(marker)?.kind === 'omitted') closes = marker;
      } else if (!/^(usfx|ve|ce|ref|caption|bk|sectionBoundary)$/.test(element)) {
        closes = sfm ?? element;
        builder.open(closes, undefined, line, attributes.gloss);
      } else if (element === 'bk') {
        closes = 'bk';
        builder.open('bk', undefined, line);
      }
      open.push(closes);
    },
    close(element) {
      const marker = open.pop();
      if (element === 'languageCode') inLanguage = false;
      else if (element === 'id' || pictureParts.test(element)) skipping = '';
      else if (element === 'fig') {
        builder.picture(caption ?? '');
        caption = null;
      } else if (element === 'table') builder.paragraph('p');
      else if (marker) builder.close(marker);
    },
    text(value, line) {
      if (inLanguage) language += value;
      else if (skipping !== '') {
        if (value.trim() !== '') losses.add(skipping, line, value);
      } else if (caption !== null) caption += value;
      else builder.text(value);
    },
  });
  return builder.finish(language.trim() === '' ? {} : { language: language.trim() });
}
