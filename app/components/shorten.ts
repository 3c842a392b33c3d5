/** A text cut to a number of letters, with an ellipsis, where it is too long for its place. */
export function shorten(text: string, letters = 90): string {
  return text.length > letters ? `${text.slice(0, letters - 2).trimEnd()}…` : text;
}
