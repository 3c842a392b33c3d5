import { languageAttributes } from '../../lib/edition/language-attributes';
import { isChinese } from '../../lib/edition/model';
import { faceAddress, type PageFace, pageFaces } from '../server/page-faces';

/** Words of a page, in their language. */
export interface WordsOnPage {
  language: string;
  text: string;
}

/** The faces of a page's Chinese and Japanese words, with the glyphs that they need. */
export function PageFaces({ words }: { words: readonly WordsOnPage[] }) {
  const faced = words.map(({ language, text }) => ({ face: pageFace(language), text }));
  return pageFaces.map((face) => {
    const texts = faced.flatMap((each) => (each.face === face ? [each.text] : []));
    const href = faceAddress(face, texts);
    return href && <link key={face} rel="stylesheet" href={href} precedence="faces" />;
  });
}

/** As `base.css` gives faces to languages. */
function pageFace(language: string): PageFace | null {
  const { lang = '' } = languageAttributes(language);
  if (/^ja\b/.test(lang)) return 'jp';
  if (!isChinese(lang) || /^zh-Latn\b/.test(lang)) return null;
  return /-Hant\b/.test(lang) ? 'tc' : 'sc';
}
