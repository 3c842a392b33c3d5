import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import type { Edition, Work } from '../../edition/model';
import { type CitedText, gb7714, mla } from './styles';

// Titles keep their letters, whatever the script, and entries go by our own ids.
Object.assign(plugins.config.get('@bibtex').format, { asciiOnly: false, useIdAsLabel: true });

/** The forms a citation is given in; all but the first two are formatted styles. */
export const citationForms = [
  'bibtex',
  'csl-json',
  'apa',
  'mla',
  'harvard1',
  'vancouver',
  'gb7714',
] as const;
export type CitationForm = (typeof citationForms)[number];

/** Where in an edition: its paragraph, counted from 1 or as the text numbers it, and its address. */
export interface CitedPlace {
  paragraph: string;
  url: string;
  /** The words cited, if any. */
  quote?: string;
}

/** An edition's place as CSL-JSON (https://docs.citationstyles.org/). */
export function cslItem(work: Work, edition: Edition, { paragraph, url, quote }: CitedPlace) {
  const year = edition.date ?? work.date;
  return {
    id: `${work.slug}-${edition.siglum}`,
    type: 'document',
    title: edition.title,
    'container-title': work.title === edition.title ? undefined : work.title,
    author: people(edition.author ?? work.author),
    translator: people(edition.translator),
    issued: year ? { 'date-parts': [year.split('-').map(Number)] } : undefined,
    archive: edition.source,
    language: edition.language,
    edition: edition.siglum,
    locator: `¶ ${paragraph}`,
    note: [`edition ${edition.siglum}, ¶ ${paragraph}`, quote && `“${quote}”`]
      .filter(Boolean)
      .join(': '),
    URL: url,
  };
}

/**
 * A name as it is written: which part is the family's cannot be known of Mao Zedong and John Smith
 * alike, so none is guessed.
 */
function people(text: string | undefined): { literal: string }[] | undefined {
  const list = names(text).map((literal) => ({ literal }));
  return list.length > 0 ? list : undefined;
}

const names = (text = ''): string[] => text.split(/\s*(?:;|、| and | & )\s*/).filter(Boolean);

const citedText = (work: Work, edition: Edition, { paragraph, url }: CitedPlace): CitedText => ({
  authors: names(edition.author ?? work.author),
  title: edition.title,
  container: work.title === edition.title ? undefined : work.title,
  translators: names(edition.translator),
  date: edition.date ?? work.date,
  archive: edition.source,
  siglum: edition.siglum,
  paragraph,
  url,
});

/** A citation of a place of an edition, in one of the forms. */
export function cite(work: Work, edition: Edition, place: CitedPlace, form: CitationForm): string {
  if (form === 'mla') return mla(citedText(work, edition, place));
  if (form === 'gb7714') return gb7714(citedText(work, edition, place));
  const item = JSON.parse(JSON.stringify(cslItem(work, edition, place)));
  if (form === 'csl-json') return JSON.stringify([item], null, 2);
  const citation = new Cite(item);
  if (form === 'bibtex') return citation.format('bibtex').trim();
  const formatted = citation
    .format('bibliography', { format: 'text', template: form, lang: 'en-US' })
    .trim()
    // Vancouver numbers its entries; a single one needs no number.
    .replace(/^1\.\s*/, '');
  return `${formatted} [${edition.siglum}, ¶ ${place.paragraph}]`;
}
