import { languageNamed } from '../../edition/language-names';
import type { FrontMatter } from '../../edition/metadata';
import { metadataField, metadataFrom } from '../metadata';

/** Lines by which Project Gutenberg sets a text apart from what it says of it. */
const starts =
  /^\s*(?:\*{3}\s*START OF (?:THE|THIS) PROJECT GUTENBERG\b.*|\*END\*?\s*THE SMALL PRINT!.*)$/im;
const ends =
  /^\s*(?:\*{3}\s*END OF (?:THE|THIS) PROJECT GUTENBERG\b.*|End of (?:the |this )?Project Gutenberg(?:['’]s)? (?:E-?text|E-?Book|edition)?.*)$/im;

/** Who made the file: its first paragraph, where it says so. */
const credits =
  /^\s*(?:Produced by|E-?text (?:prepared|produced) by|Transcribed (?:by|from)|This e-?text was (?:prepared|produced) by)\b[\s\S]*?(?=\n[ \t\r]*\n)/i;

/** What Project Gutenberg says of a text: lines such as “Translator: B. Poet”. */
export function gutenbergMetadata(header: string): FrontMatter {
  const fields: Record<string, string> = {};
  for (const [, name, value] of header.matchAll(
    /^[ \t]*(Title|Authors?|Translators?|Language|Original publication)[ \t]*:[ \t]*(.+(?:\r?\n[ \t]{4,}\S.*)*)/gim,
  )) {
    const field = metadataField(name.replace(/s$/i, ''));
    // The date of its release is that of the file; a name has a line of its own.
    if (field === 'original publication') {
      fields.source ??= value;
      fields.date ??= /\b1[4-9]\d\d\b|\b20\d\d\b/.exec(value)?.[0] ?? '';
    } else if (field === 'author' || field === 'translator') {
      const names = value.split(/\r?\n/).map((each) => each.trim());
      fields[field] = [fields[field], ...names].filter(Boolean).join(', ');
    } else fields[field] ??= value;
  }
  const language = fields.language && languageNamed(fields.language.split(/[;,]/)[0]);
  const { language: _, ...others } = fields;
  return metadataFrom({ ...others, ...(language ? { language } : {}) });
}

/** A text of Project Gutenberg in its parts; null where there are no such lines. */
export function gutenbergParts(
  source: string,
): { header: string; credits: string; text: string; licence: string; line: number } | null {
  const start = starts.exec(source);
  if (!start) return null;
  const first = start.index + start[0].length;
  const made = credits.exec(source.slice(first))?.[0] ?? '';
  const from = first + made.length;
  const end = ends.exec(source.slice(from));
  const to = end ? from + end.index : source.length;
  return {
    header: source.slice(0, first),
    credits: made.trim(),
    text: source.slice(from, to),
    licence: source.slice(to),
    line: source.slice(0, from).split('\n').length,
  };
}
