import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { calledOf } from './names';

/** An element of our own that stands for the beginning of a page, by `label`. */
export const pageTag = 'page-start';

const breaks =
  /(?:^|\s)(?:(?:doc-)?page-?breaks?|page-?num(?:ber)?s?|page-?nos?|pagenr|pb|pgno|pg-?num(?:ber)?s?|folio(?:-?num)?|page-?marks?)(?=$|\s)/;
const numberId = /^(?:page|pg|p)[-_]?(\d{1,4}|[ivxlc]{1,8})$/i;

/**
 * The mark for an element that says where a page of a printed edition begins (EPUB’s and ARIA’s
 * page breaks, Project Gutenberg’s page numbers); null for any other.
 *
 * @returns the mark, none where no number is given, the words that stood in its place, and whether they are
 *   words of the text.
 */
export function pageBreakOf(
  element: Element,
): { mark: Element | null; written: string; holdsWords: boolean } | null {
  const { tagName, properties } = element;
  const written = textOf(element).replaceAll('\u200b', '').trim();
  const id = String(properties.id ?? properties.name ?? '');
  const called = calledOf(element);
  const isCalled = breaks.test(called);
  const number = numberIn(written) ?? (isCalled ? figuresIn(written) : undefined);
  const named =
    isCalled ||
    // A short name that also means other things: of a number alone.
    (/^(?:a|span)$/.test(tagName) &&
      /(?:^|\s)(?:page|p)(?=$|\s)/.test(called) &&
      number !== undefined);
  // An anchor that is called by a page, and holds its number if anything.
  const anchor =
    tagName === 'a' &&
    !properties.href &&
    numberId.test(id) &&
    (written === '' || number === numberId.exec(id)?.[1]);
  if (!named && !anchor) return null;
  const values = [written, properties.dataPageNumber, properties.title, properties.ariaLabel].map(
    (each) => String(each ?? ''),
  );
  // Our own pages say what begins, whatever it is called.
  const isOwn =
    /(?:^|\s)page-mark(?=$|\s)/.test(called) ||
    (written === '' && /(?:^|\s)page-break(?=$|\s)/.test(called));
  const own = isOwn ? values.find((each) => each.trim() !== '') : undefined;
  const label =
    own?.trim() || (number ?? values.map(numberIn).find(Boolean) ?? numberId.exec(id)?.[1]);
  // Words that are not a number belong to the text, whatever they stand in.
  const holdsWords = written !== '' && number === undefined && own === undefined;
  if (!label) return written === '' ? { mark: null, written, holdsWords } : null;
  return {
    mark: { type: 'element', tagName: pageTag, properties: { label }, children: [] },
    written,
    holdsWords,
  };
}

/** The number in “[Pg 12]”, “p. xiv”, “12”. */
function numberIn(text: string): string | undefined {
  return /^[\s[({—–-]*(?:(?:page|pg|pp?|s|str|seite)\b\.?)?\s*(\d{1,5}[a-z]?|[ivxlcdm]{1,9})[\s\])}—–.-]*$/i.exec(
    text,
  )?.[1];
}

/** The number in “*26*” or “[27/28]”, where its element says that it is one. */
function figuresIn(text: string): string | undefined {
  if (text.length > 16 || !/\p{N}/u.test(text) || /\p{L}{2}/u.test(text)) return undefined;
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}
