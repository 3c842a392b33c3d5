/** The beginning of a text that is too long for its place, so many letters of it. */
export function shorten(text: string, letters = 90): string {
  return text.length > letters ? `${text.slice(0, letters - 2).trimEnd()}…` : text;
}
