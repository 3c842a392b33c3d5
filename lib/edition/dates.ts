/**
 * Dates as archives write them, to ISO 8601. Reads "December 18, 1949", "18 December 1949",
 * "December  18,1949", "1949年12月18日", "18.12.1949", "1949-12-18", "1949/12/18", "December 1949" and "1949".
 */
const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

function monthNumber(name: string): number {
  const lower = name.toLowerCase().replace(/\.$/, '');
  if (lower.length < 3) return 0;
  return (
    months.findIndex(
      (month) => month.startsWith(lower) || (lower === 'sept' && month === 'september'),
    ) + 1
  );
}

function iso(year: string, month = 0, day = 0): string | null {
  if (month === 0) return year;
  if (month > 12) return null;
  const head = `${year}-${String(month).padStart(2, '0')}`;
  if (day === 0) return head;
  const date = new Date(Date.UTC(Number(year), month - 1, day));
  // Date rolls 31 April over to 1 May; such a date is a slip, not a date.
  if (date.getUTCDate() !== day) return null;
  return `${head}-${String(day).padStart(2, '0')}`;
}

/**
 * @param fallbackYear a year known from elsewhere, for "December 18".
 * @returns an ISO date as exact as the text, or null when it is not a date.
 */
export function parseDate(text: string, fallbackYear?: string): string | null {
  const plain = text.replace(/\s+/g, ' ').trim().replace(/[.;]$/, '');
  let match = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?$/.exec(plain);
  if (match) return iso(match[1], Number(match[2] ?? 0), Number(match[3] ?? 0));
  match = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(plain);
  if (match) return iso(match[3], Number(match[2]), Number(match[1]));
  match = /^(\d{4})\s?年(?:\s?(\d{1,2})\s?月(?:\s?(\d{1,2})\s?日)?)?$/.exec(plain);
  if (match) return iso(match[1], Number(match[2] ?? 0), Number(match[3] ?? 0));
  match = /^([A-Za-z]+\.?) ?(\d{1,2})?(?:st|nd|rd|th)?(?: ?, ?| )?(\d{4})?$/.exec(plain);
  if (match && monthNumber(match[1])) {
    const year = match[3] ?? fallbackYear;
    return year ? iso(year, monthNumber(match[1]), Number(match[2] ?? 0)) : null;
  }
  match = /^(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]+\.?)(?: ?, ?| )?(\d{4})?$/.exec(plain);
  if (match && monthNumber(match[2])) {
    const year = match[3] ?? fallbackYear;
    return year ? iso(year, monthNumber(match[2]), Number(match[1])) : null;
  }
  return null;
}
