import { parseDate } from './dates';
import { type FrontMatter, frontMatterSchema, otherNames, type ReadFrontMatter } from './metadata';

/** Two lines or more that say what a text is, before a blank one: the first by a name that none begins a sentence with. */
const block =
  /^(?:title|subtitle|author|authors|translator|date|language|lang|keywords|copyright|format|css)[ \t]*:.*\n(?:(?:[A-Za-z][\w .-]{0,30}:.*|[ \t]+\S.*)\n)+(?=[ \t]*(?:\n|$))/i;

/**
 * The lines of metadata that open a MultiMarkdown file, without marks around them: `Title: My text`. Null where
 * there are none.
 * Source: https://fletcher.github.io/MultiMarkdown-6/syntax/metadata.html
 *
 * @returns what they say, and the source with blank lines in their place.
 */
export function takeMetadataLines(source: string): (ReadFrontMatter & { rest: string }) | null {
  const found = block.exec(source.replace(/\r\n/g, '\n'))?.[0];
  if (found === undefined) return null;
  const known: Record<string, unknown> = {};
  const others: ReadFrontMatter['others'] = [];
  let line = 1;
  for (const field of found.split(/\n(?![ \t])/)) {
    const [, written = '', given = ''] = /^([^:]*):([\s\S]*)$/.exec(field) ?? [];
    const value = given.replace(/\s+/g, ' ').trim();
    const name = fieldNamed(written.trim().toLowerCase());
    const meant = name === 'date' ? (parseDate(value) ?? value) : value;
    const isNew = name !== undefined && !(name in known);
    const read = isNew ? frontMatterSchema.shape[name].safeParse(meant) : null;
    if (name && read?.success) known[name] = read.data;
    else if (value !== '') others.push({ name: written.trim(), value, line });
    line += field.split('\n').length;
  }
  const lines = source.split('\n');
  const length = found.split('\n').length - 1;
  return {
    known,
    others,
    rest: lines.map((each, k) => (k < length ? '' : each)).join('\n'),
  };
}

function fieldNamed(name: string): keyof FrontMatter | undefined {
  if (Object.hasOwn(frontMatterSchema.shape, name)) return name as keyof FrontMatter;
  return Object.hasOwn(otherNames, name) ? otherNames[name] : undefined;
}
