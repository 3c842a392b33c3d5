import type { Losses } from '../document';
import { type Change, changed, tag } from './containers';
import { wordsOf } from './words';

/** What a style says of whether its words are hidden: nothing, where it says nothing. */
interface Style {
  hidden: boolean | undefined;
  basedOn: string | undefined;
}

/** Styles by their ids, and the one that paragraphs have that name none. */
export interface HiddenStyles {
  styles: ReadonlyMap<string, Style>;
  ofParagraphs: string | undefined;
}

const style = /<w:style\b([^>]*)>((?:(?!<\/w:style>)[\s\S])*)/g;
const property = /<w:(?:vanish|webHidden)\b([^>]*?)\/?>/;
const attributeOf = (name: string, attributes: string): string | undefined =>
  new RegExp(`\\bw:${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1];
const isOn = (attributes: string): boolean =>
  !/^(?:0|false|off)$/.test(attributeOf('val', attributes) ?? '');

/** What the styles of a document hide. */
export function hiddenStyles(xml: string): HiddenStyles {
  const styles = new Map<string, Style>();
  let ofParagraphs: string | undefined;
  for (const [, attributes, content] of xml.matchAll(style)) {
    const id = attributeOf('styleId', attributes) ?? '';
    const written = property.exec(content.replace(/<w:tblStylePr\b[\s\S]*?<\/w:tblStylePr>/g, ''));
    const [, given] = /<w:basedOn\b([^>]*)>/.exec(content) ?? [];
    styles.set(id, {
      hidden: written ? isOn(written[1]) : undefined,
      basedOn: given === undefined ? undefined : attributeOf('val', given),
    });
    const isDefault = attributeOf('default', attributes);
    if (attributeOf('type', attributes) === 'paragraph' && isDefault && isDefault !== '0')
      ofParagraphs = id;
  }
  return { styles, ofParagraphs };
}

/** Whether a style hides its words: by itself, or by the styles that it is based on. */
function isHiddenStyle(id: string | undefined, { styles }: HiddenStyles): boolean {
  const seen = new Set<string>();
  for (let at = id; at !== undefined && !seen.has(at); at = styles.get(at)?.basedOn) {
    seen.add(at);
    const hidden = styles.get(at)?.hidden;
    if (hidden !== undefined) return hidden;
  }
  return false;
}

interface OpenRun {
  start: number;
  /** What the run says itself. */
  own: boolean | undefined;
  style: string | undefined;
  words: boolean;
}

/**
 * A part of a Word document without the runs that are hidden: by what they say themselves, or else by
 * the style of the run or that of its paragraph; where both hide, the words are shown.
 * Source: ECMA-376, part 1, 17.3.2.41 and 17.7.3 (toggle properties).
 */
export function withoutHidden(xml: string, known: HiddenStyles, losses: Losses): string {
  const changes: Change[] = [];
  const paragraphs: (string | undefined)[] = [];
  const runs: OpenRun[] = [];
  const close = (run: OpenRun, end: number): void => {
    const around = runs.at(-1);
    if (run.words && around) around.words = true;
    const byStyles =
      isHiddenStyle(paragraphs.at(-1) ?? known.ofParagraphs, known) !==
      isHiddenStyle(run.style, known);
    if (!run.words || !(run.own ?? byStyles)) return;
    losses.add('hidden text', undefined, wordsOf(xml.slice(run.start, end)));
    changes.push({ start: run.start, end, by: '' });
  };
  // Properties of runs within those of a paragraph are of its mark; within one another, as they were.
  let inParagraph = 0;
  let depth = 0;
  for (const { 0: whole, 1: closes, 2: name, 3: attributes, 4: empty, index } of xml.matchAll(
    tag,
  )) {
    const run = runs.at(-1);
    const step = empty ? 0 : closes ? -1 : 1;
    if (name === 'w:pPr') inParagraph += step;
    else if (name === 'w:rPr') depth += step;
    else if (name === 'w:p') {
      if (closes) paragraphs.pop();
      else if (!empty) paragraphs.push(undefined);
    } else if (name === 'w:pStyle') {
      if (paragraphs.length > 0) paragraphs[paragraphs.length - 1] = attributeOf('val', attributes);
    } else if (name === 'w:r') {
      if (!closes && !empty) {
        runs.push({ start: index, own: undefined, style: undefined, words: false });
      } else if (closes && run) {
        runs.pop();
        close(run, index + whole.length);
      }
    } else if (!run || inParagraph > 0 || closes) continue;
    else if (name === 'w:t') run.words = true;
    else if (depth !== 1) continue;
    else if (name === 'w:rStyle') run.style = attributeOf('val', attributes);
    else if (/^w:(?:vanish|webHidden)$/.test(name)) run.own = isOn(attributes);
  }
  return changed(xml, changes);
}
