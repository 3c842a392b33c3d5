import type { PhrasingContent } from 'mdast';
import { withCharacters } from '../../edition/html-tags';
import { createIdentifier } from '../../edition/identify';
import { flatten } from '../../edition/inline';
import type { Segment } from '../../edition/model';
import type { EditionDraft } from '../../edition/read';
import { withSingleSpaces } from '../../edition/single-spaces';
import { type GivenFile, Losses } from '../document';
import { metadataFrom } from '../metadata';
import { decodeText } from '../text/decode';

const timing =
  /^\s*((?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3})\s+--?>\s+((?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3})(.*)$/;
const isTime = (line: string | undefined) => line !== undefined && timing.test(line);
/** What SubRip writes before the time of a subtitle. */
const number = /^\s*\d+\s*$/;

/**
 * Reads subtitles, SubRip or WebVTT: a paragraph a subtitle, labelled by its time (from–to). Parsers
 * of subtitles drop what they do not expect; here it is reported with its line.
 * Source: https://www.w3.org/TR/webvtt1/
 */
export function readSubtitles({ bytes, name }: GivenFile): EditionDraft {
  const { text, warnings } = decodeText(bytes, name);
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const losses = new Losses();
  const identify = createIdentifier();
  const segments: Segment[] = [];
  const known: Record<string, string> = {};
  let at = 0;
  if (/^WEBVTT/.test(lines[0] ?? '')) at = readHead(lines, losses, known);
  while (at < lines.length) {
    const block: { text: string; line: number }[] = [];
    let where = -1;
    for (; at < lines.length && lines[at].trim() !== ''; at++) {
      // One line before a time is the number or the name of its subtitle.
      const own = block.length === 0 || (block.length === 1 && where < 0 && isTime(lines[at]));
      if (!own && beginsSubtitle(lines, at)) break;
      if (where < 0 && isTime(lines[at])) where = block.length;
      block.push({ text: lines[at], line: at + 1 });
    }
    const end = at;
    if (lines[at]?.trim() === '') at++;
    if (where < 0) {
      for (const each of block) losses.add(whatIs(block[0].text), each.line, each.text);
      continue;
    }
    const [, from, to, settings] = timing.exec(block[where].text)!;
    if (settings.trim() !== '') losses.add('places on the screen', block[where].line);
    // A number is not text; a name given to a subtitle is said to be left out.
    if (where === 1 && !number.test(block[0].text)) {
      losses.add('names of subtitles', block[0].line, block[0].text);
    }
    const words = plain(block.slice(where + 1), losses);
    if (words === '') continue;
    // Ruby is not a style: its reading stays apart from its base.
    const marked = flatten(rubyNodes(words));
    const { line } = block[where];
    segments.push({
      id: identify('paragraph', marked.text),
      kind: 'paragraph',
      label: `${time(from)}–${time(to)}`,
      text: marked.text,
      spans: marked.spans.filter(({ kind }) => kind === 'ruby'),
      position: { line, column: 1, endLine: end, start: 0, end: 0 },
    });
  }
  const [, language] = /[._-]([a-z]{2,3}(?:-[A-Za-z]{2,4})?)\.(?:srt|vtt)$/.exec(name) ?? [];
  return {
    ...metadataFrom({ language, ...known }),
    segments,
    warnings: [...warnings, ...losses.warnings()],
  };
}

/** Whether a subtitle begins at a line, though no blank line may part it from the one before. */
function beginsSubtitle(lines: readonly string[], at: number): boolean {
  return isTime(lines[at]) || (number.test(lines[at]) && isTime(lines[at + 1]));
}

/** The head of a WebVTT file. @returns the index of the line after it. */
function readHead(lines: readonly string[], losses: Losses, known: Record<string, string>): number {
  let at = 0;
  for (; at < lines.length && lines[at].trim() !== ''; at++) {
    if (at > 0 && beginsSubtitle(lines, at)) return at;
    const words = lines[at].replace(/^WEBVTT/, '').trim();
    const language = /^Language:\s*(\S+)$/i.exec(words)?.[1];
    if (language) known.language = language;
    else if (words !== '') losses.add('what the head of the file says', at + 1, words);
  }
  return at + 1;
}

/** Words as text and the tags of ruby. */
function rubyNodes(words: string): PhrasingContent[] {
  return words
    .split(/(<\/?(?:ruby|rt)>)/)
    .map((value) => ({ type: /^<\/?(?:ruby|rt)>$/.test(value) ? 'html' : 'text', value }));
}

function whatIs(first: string): string {
  if (/^NOTE\b/.test(first)) return 'comments';
  if (/^(STYLE|REGION)\b/.test(first)) return 'styles';
  return 'lines without a time';
}

/** The words of a subtitle on one line, without its tags; who speaks stands before them. */
function plain(lines: readonly { text: string; line: number }[], losses: Losses): string {
  const whole = lines
    .map(({ text, line }) =>
      text
        .replace(/<v(?:\.[^\s>]*)?\s+([^>]+)>/g, '$1: ')
        .replace(/<\/?(?:[biucv]|lang|font)\b[^>]*>|<\d[\d:.]*>|\{\\[^}]*\}/gi, (tag) => {
          if (!/^<\/?v/.test(tag)) losses.add('marks of styles', line);
          return '';
        }),
    )
    .join(' ');
  return withSingleSpaces(withCharacters(whole)).trim();
}

/** A time in one form, so that files of both formats agree: `00:01:02.500`. */
function time(given: string): string {
  const [whole, fraction] = given.split(/[.,]/);
  const parts = whole.split(':');
  while (parts.length < 3) parts.unshift('00');
  return `${parts.map((part) => part.padStart(2, '0')).join(':')}.${fraction.padEnd(3, '0')}`;
}
