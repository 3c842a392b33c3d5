import type { GivenText } from '../../../lib/compare/compare-texts';

/** An edition of the library that a pane can be filled with. */
export interface Example {
  /** `work/siglum`. */
  id: string;
  label: string;
  language: string;
}

/** The text of an edition as Markdown. @throws Error with the server's message. */
export async function textOfExample({ id, label, language }: Example): Promise<GivenText> {
  const [work, siglum] = id.split('/');
  const response = await fetch(
    `/api/works/${work}/export?format=markdown&editions=${encodeURIComponent(siglum)}`,
  );
  if (!response.ok) throw new Error((await response.json()).detail);
  const source = await response.text();
  // The front matter is metadata, and not what a reader came to look at.
  return { name: label, source: source.replace(/^---\n[\s\S]*?\n---\n+/, ''), language };
}
