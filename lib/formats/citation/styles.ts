/** A place in an edition, with what a bibliography says of it. */
export interface CitedText {
  authors: string[];
  title: string;
  /** The work, where the edition's title is not its own. */
  container?: string;
  translators: string[];
  /** ISO 8601, as exact as it is known. */
  date?: string;
  archive?: string;
  siglum: string;
  paragraph: string;
  url: string;
}

// The citation library brings no styles for these two. Names stay as written: see `people`.

/**
 * As the Modern Language Association cites a translated text on a site.
 * Source: MLA Handbook, 9th edition, chapter 5.
 */
export function mla(text: CitedText): string {
  const { authors, title, container, translators, archive, url } = text;
  const elements = [
    container,
    translators.length > 0 && `translated by ${listed(translators, ', and ')}`,
    dayFirst(text.date),
    archive,
    url,
  ];
  return [
    sentence(listed(authors, ', and ')),
    `“${sentence(title)}”`,
    sentence(elements.filter(Boolean).join(', ')),
    place(text),
  ]
    .filter(Boolean)
    .join(' ');
}

/**
 * As Chinese publications cite an electronic text.
 * Source: GB/T 7714—2015, 4.2, 4.6 and 8.
 */
export function gb7714(text: CitedText, today = new Date()): string {
  const { authors, title, container, translators, date, archive, url } = text;
  const isChinese = /\p{Script=Han}/u.test(title);
  const translated =
    translators.length > 0 && `${people(translators, isChinese)}${isChinese ? '，译' : ', trans'}`;
  // What it is part of follows without a full stop (4.2).
  const own = [`${title}[${archive ? 'A' : 'EB'}/OL]`, translated].filter(Boolean).join('. ');
  return [
    sentence(people(authors, isChinese)),
    sentence(container ? `${own}//${container}` : own),
    archive && sentence(archive),
    sentence(`${date ? `(${date})` : ''}[${today.toISOString().slice(0, 10)}]`),
    sentence(url),
    place(text),
  ]
    .filter(Boolean)
    .join(' ');
}

/** Three names at most, then “et al.” (8.1.2). */
function people(names: readonly string[], isChinese: boolean): string {
  const [and, others] = isChinese ? ['，', '，等'] : [', ', ', et al'];
  return names.slice(0, 3).join(and) + (names.length > 3 ? others : '');
}

const place = ({ siglum, paragraph }: CitedText): string => `[${siglum}, ¶ ${paragraph}]`;

/** With the full stop that ends it, if it has words and none yet. */
const sentence = (text: string): string =>
  text === '' || /[.!?。！？]$/.test(text) ? text : `${text}.`;

function listed(names: readonly string[], last: string): string {
  if (names.length < 2) return names.join('');
  if (names.length > 2) return `${names[0]}, et al.`;
  return names.join(last);
}

/** 1949-12-18 → 18 December 1949. */
function dayFirst(date = ''): string {
  const [year, month, day] = date.split('-');
  if (!month) return year;
  const name = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2000, Number(month) - 1, 1)),
  );
  return [day && String(Number(day)), name, year].filter(Boolean).join(' ');
}
