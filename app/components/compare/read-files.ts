import type { GivenText } from '../../../lib/compare/compare-texts';
import type { UnderstoodFile } from '../../../lib/works/understand';

/** Files that are texts already: they are read here and sent nowhere. */
const plain = /\.(txt|text|md|markdown)$/i;
/** Larger files are for the library: a page that compares while one types has its bounds. */
export const largestText = 4 * 1024 * 1024;

/**
 * The texts of a file. Word, EPUB and other formats are read by the server, which keeps nothing.
 *
 * @throws Error with a message for the reader.
 */
export async function textsOfFile(file: File): Promise<GivenText[]> {
  if (plain.test(file.name)) {
    return [{ name: file.name, source: (await file.text()).slice(0, largestText) }];
  }
  const response = await fetch(`/api/import/read?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    body: file,
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.detail);
  return (answer as UnderstoodFile).editions.map(({ name, text, language, guessed }) => ({
    name,
    source: text,
    ...(guessed ? {} : { language }),
  }));
}
