import { createIdentifier } from '../../edition/identify';
import type { Segment, Span } from '../../edition/model';
import type { EditionDraft } from '../../edition/read';
import { Losses } from '../document';

// The texts of Aozora Bunko: plain text with ruby in 《》 and annotations in ［＃］.
// Source: https://www.aozora.gr.jp/annotation/

const rule = /^-{20,}\s*$/;
const annotation = /※?［＃[^］]*］/g;
const levels: Record<string, number> = { 大: 1, 中: 2, 小: 3 };

/** Whether a plain text has the marks of Aozora Bunko. */
export function isAozora(source: string): boolean {
  return (
    source.includes('【テキスト中に現れる記号について】') ||
    (/^底本：/m.test(source) &&
      /［＃[^］]+］|《[\p{Script=Hiragana}\p{Script=Katakana}ー]+》/u.test(source))
  );
}

/**
 * Reads a text of Aozora Bunko: its title and author, headings, emphasis and ruby; a line is a
 * paragraph. The legend of its signs and the colophon are left out and reported.
 */
export function readAozora(source: string): EditionDraft {
  const losses = new Losses();
  const lines = source.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const headEnd = lines.findIndex((line) => line.trim() === '');
  const head = lines.slice(0, Math.max(0, headEnd)).map((line) => line.trim());
  let from = Math.max(0, headEnd);
  const legend = lines.findIndex((line, k) => k >= from && k < from + 4 && rule.test(line));
  if (legend >= 0) {
    const end = lines.findIndex((line, k) => k > legend && rule.test(line));
    if (end > 0) {
      losses.add('the legend of signs', legend + 1, lines.slice(legend + 1, end).join(' '));
      from = end + 1;
    }
  }
  const colophon = lines.findIndex((line, k) => k >= from && /^底本：/.test(line));
  const to = colophon < 0 ? lines.length : colophon;
  if (colophon >= 0) losses.add('the colophon', colophon + 1, lines.slice(colophon).join(' '));
  const identify = createIdentifier();
  const segments = lines.slice(from, to).flatMap((raw, k): Segment[] => {
    const line = from + k + 1;
    const { text, spans, level } = readLine(raw, line, losses);
    if (text === '') return [];
    const kind = level === null ? 'paragraph' : 'heading';
    return [
      {
        id: identify(kind, text),
        kind,
        ...(level === null ? {} : { level }),
        text,
        spans,
        position: { line, column: 1, endLine: line, start: 0, end: 0 },
      },
    ];
  });
  const translator = head.slice(1).find((line) => /訳$/.test(line));
  const author = head
    .slice(1)
    .filter((line) => line !== translator)
    .at(-1);
  const subtitle = head.slice(1).filter((line) => line !== translator && line !== author);
  return {
    language: 'ja',
    ...(head[0] ? { title: [head[0], ...subtitle].join(' ') } : {}),
    ...(author ? { author } : {}),
    ...(translator ? { translator: translator.replace(/訳$/, '') } : {}),
    segments,
    warnings: losses.warnings(),
  };
}

/** Stands for a character that the signs of Aozora Bunko describe and that is not known by its number. */
export const unknownCharacter = '〓';

/** The character that a sign of Aozora Bunko describes (“※［＃「魚＋生」、U+9BB8］”), where it says its number. */
export function characterOf(sign: string): string | null {
  const code = sign.startsWith('※') ? /U\+([0-9A-F]{4,5})/i.exec(sign)?.[1] : undefined;
  return code ? String.fromCodePoint(Number.parseInt(code, 16)) : null;
}

/** A line without its annotations: what they say of it, as far as an edition has it, as spans. */
function readLine(raw: string, line: number, losses: Losses) {
  let level: number | null = null;
  const emphasised: string[] = [];
  const plain = raw.replace(annotation, (sign) => {
    const character = characterOf(sign);
    if (character) return character;
    const heading = /([大中小])見出し/.exec(sign)?.[1];
    const marked =
      /［＃「([^」]+)」に(?:傍点|傍線|白ゴマ傍点|丸傍点|太字)|［＃「([^」]+)」は(?:太字|斜体)/.exec(
        sign,
      );
    if (heading) level = levels[heading];
    else if (marked) emphasised.push(marked[1] ?? marked[2]);
    else losses.add('annotations', line, sign);
    return sign.startsWith('※') ? unknownCharacter : '';
  });
  let text = '';
  const spans: Span[] = [];
  const ruby =
    /｜([^《｜]+)《([^》]+)》|((?:[\p{Script=Han}々〆ヶ仝〇]+|[A-Za-zＡ-Ｚａ-ｚ]+|\p{Script=Katakana}+|\p{Script=Hiragana}+))《([^》]+)》/gu;
  let at = 0;
  for (const match of plain.matchAll(ruby)) {
    text += plain.slice(at, match.index);
    const base = match[1] ?? match[3];
    spans.push({
      kind: 'ruby',
      start: text.length,
      end: text.length + base.length,
      target: match[2] ?? match[4],
    });
    text += base;
    at = match.index + match[0].length;
  }
  text += plain.slice(at);
  for (const words of emphasised) {
    const start = text.lastIndexOf(words);
    if (start >= 0) spans.push({ kind: 'emphasis', start, end: start + words.length });
  }
  const lead = /^\s*/u.exec(text)![0].length;
  const trimmed = text.trim();
  return {
    text: trimmed,
    level,
    spans: spans
      .map((span) => ({ ...span, start: span.start - lead, end: span.end - lead }))
      .sort((x, y) => x.start - y.start),
  };
}
