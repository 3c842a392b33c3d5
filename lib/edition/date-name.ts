/** An ISO date, as exact as it is, in words: "18 December 1949". */
export function dateName(date: string, locale = 'en'): string {
  const [year, month, day] = date.split('-').map(Number);
  const at = new Date(0);
  // As `new Date` would not: a year of two digits is of the first century.
  at.setUTCFullYear(year, (month || 1) - 1, day || 1);
  if (Number.isNaN(at.getTime()) || date.startsWith('-')) return date;
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    timeZone: 'UTC',
    year: 'numeric',
    month: month ? 'long' : undefined,
    day: day ? 'numeric' : undefined,
  }).format(at);
}
