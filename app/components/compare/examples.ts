import type { GivenText } from '../../../lib/compare/compare-texts';

/** An edition of the library that a pane can be filled with. */
export interface Example {
  /** `work/siglum`. */
  id: string;
  label: string;
  language: string;
}

/** The words of an edition, a paragraph after another. @throws Error with the server's message. */
export async function textOfExample({ id, label, language }: Example): Promise<GivenText> {
  const [work, siglum] = id.split('/');
  const response = await fetch(`/api/works/${work}/editions/${encodeURIComponent(siglum)}`, {
    headers: { accept: 'text/plain' },
  });
  if (!response.ok) throw new Error((await response.json()).detail);
  return { name: label, source: await response.text(), language };
}
