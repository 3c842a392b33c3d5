import { decodeString } from 'micromark-util-decode-string';
import { withSingleSpaces } from './single-spaces';

/** Elements of HTML that people write in Markdown, and that say nothing but how their words look. */
const within =
  'a|abbr|acronym|address|article|aside|b|bdi|bdo|big|blockquote|body|br|caption|center|cite|code|col|colgroup|dd|del|details|dfn|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]|header|hr|html|i|img|ins|kbd|li|main|mark|nav|ol|p|pre|q|rb|rp|rt|rtc|ruby|s|samp|section|small|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var|wbr|label|pb';
const tag = new RegExp(`<(/?)(?:${within})(?:\\s[^<>]*)?/?>`, 'gi');
const blockTag =
  /<\/?(?:address|article|aside|blockquote|center|dd|details|div|dl|dt|fig\w+|footer|h[1-6]|header|hr|li|main|ol|p|pre|section|summary|table|tr|ul)(?:\s[^<>]*)?\/?>/gi;
const comment = /<!--[\s\S]*?-->/g;
const program = /<(script|style)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi;

/** Whether a piece of HTML within a line is a tag that says nothing of the words. */
export function isKnownTag(value: string): boolean {
  return new RegExp(`^${tag.source}$`, 'i').test(value);
}

/**
 * The words of a block of HTML, a text for each of its blocks. Tags that HTML does not have are words.
 *
 * @param leaveOut called with what is left out and its words.
 */
export function withoutTags(
  html: string,
  leaveOut: (what: string, words: string) => void,
): string[] {
  const text = html
    .replace(comment, '')
    .replace(program, (match) => {
      leaveOut('programs and styles', match.replace(/<[^>]*>/g, ''));
      return ' ';
    })
    .replace(blockTag, (match) => {
      if (!match.startsWith('</')) leaveOut('HTML tags, whose words are kept', '');
      return '\n\n';
    })
    .replace(tag, (match) => {
      if (!match.startsWith('</')) leaveOut('HTML tags, whose words are kept', '');
      return /^<\/?t[dh]\b|^<br/i.test(match) ? ' ' : '';
    });
  return text
    .split(/\n\s*\n/)
    .map((block) => withSingleSpaces(withCharacters(block)).trim())
    .filter((block) => block !== '');
}

const reference = /&(?:#(?:\d{1,7}|x[\da-f]{1,6})|[\da-z]{1,31});/gi;

/** Words with the characters that their references name: `&amp;` is `&`. */
export const withCharacters = (text: string): string =>
  text.replace(reference, (written) => decodeString(written));
