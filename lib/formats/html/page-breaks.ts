import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { calledOf } from './names';

/** An element of our own that stands for the beginning of a page, by `label`. */
export const pageTag = 'page-start';

const breaks =
  /(?:^|\s)(?:(?:doc-)?page-?breaks?|page-?num(?:ber)?s?|page-?nos?|pagenr|pb|pgno|folio-?num|page-?marks?)(?=$|\s)/;
const numberId = /^(?:page|pg|p)[-_]?(\d{1,4}|[ivxlc]{1,8})$/i;

/**
 * The mark for an element that says where a page of a printed edition begins (EPUB’s and ARIA’s
 * page breaks, Project Gutenberg’s page numbers); null for any other.
 *
 * @returns the mark, none where no number is given, and the words that stood in its place.
 */
export function pageBreakOf(element: Element): { mark: Element | null; written: string } | null {
  const { tagName, properties } = element;
  const written = textOf(element).replaceAll('\u200b', '').trim();
  const id = String(properties.id ?? properties.name ?? '');
  const called = calledOf(element);
  const named =
    breaks.test(called) ||
    // A short name that also means other things: of a number alone.
    (/^(?:a|span)$/.test(tagName) &&
      /(?:^|\s)(?:page|p)(?=$|\s)/.test(called) &&
      isNumber(written));
  // A bare anchor that is called by a page.
  const anchor = tagName === 'a' && written === '' && !properties.href && numberId.test(id);
  if (!named && !anchor) return null;
  if (written.length > 40) return null;
  const values = [written, properties.dataPageNumber, properties.title, properties.ariaLabel].map(
    (each) => String(each ?? ''),
  );
  // Our own pages say what begins, whatever it is called.
  const own = /(?:^|\s)page-(?:break|mark)(?=$|\s)/.test(called)
    ? values.find((each) => each.trim() !== '')
    : undefined;
  const number = own?.trim() || (values.map(numberIn).find(Boolean) ?? numberId.exec(id)?.[1]);
  if (!number) return written === '' ? { mark: null, written } : null;
  return {
    mark: { type: 'element', tagName: pageTag, properties: { label: number }, children: [] },
    written,
  };
}

const isNumber = (text: string) => /^\d{1,4}$|^[ivxlc]{1,8}$/i.test(text);

/** The number in “[Pg 12]”, “p. xiv”, “12”. */
function numberIn(text: string): string | undefined {
  return /^[\s[({—–-]*(?:(?:page|pg|pp?|s|str|seite)\b\.?)?\s*(\d{1,5}[a-z]?|[ivxlcdm]{1,9})[\s\])}—–.-]*$/i.exec(
    text,
  )?.[1];
}
