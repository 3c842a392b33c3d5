import { withCharacters } from '../../edition/html-tags';
import { withSingleSpaces } from '../../edition/single-spaces';
import type { Losses } from '../document';

const opensNote = /(?:<sup\b[^>]*>[^<]*<\/sup>\s*)?<i\b[^>]*class="footnote"[^>]*>/g;

/** Words without the HTML that some versions have; notes within the words are reported. */
export function plainSefaria(html: string, losses: Losses): string {
  return wordsOf(withoutNotes(html, losses));
}

function wordsOf(html: string): string {
  const words = html.replace(/<br\s*\/?>/gi, ' ').replace(/<\/?[a-z][^<>]*>/gi, '');
  return withSingleSpaces(withCharacters(words)).trim();
}

/** Notes may themselves hold words in italics. */
function withoutNotes(html: string, losses: Losses): string {
  let kept = '';
  let at = 0;
  for (const { 0: opening, index } of html.matchAll(opensNote)) {
    if (index < at) continue;
    const start = index + opening.length;
    let depth = 1;
    let [end, after] = [html.length, html.length];
    for (const tag of html.slice(start).matchAll(/<(\/?)i\b[^>]*>/g)) {
      depth += tag[1] ? -1 : 1;
      if (depth > 0) continue;
      end = start + tag.index;
      after = end + tag[0].length;
      break;
    }
    losses.add('notes within verses', undefined, wordsOf(html.slice(start, end)));
    kept += html.slice(at, index);
    at = after;
  }
  return kept + html.slice(at);
}
