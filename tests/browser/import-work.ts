import { expect, type Page } from '@playwright/test';

/** Adds a work of short texts of one language, each an edition by its siglum. */
export async function importWork(
  page: Page,
  slug: string,
  texts: Record<string, string>,
  language = 'en',
): Promise<void> {
  for (const [siglum, source] of Object.entries(texts)) {
    const answer = await page.request.post('/api/import', {
      data: {
        source: `${source}\n`,
        name: `${siglum}.md`,
        siglum,
        work: slug,
        ...(siglum === 'A' ? { workTitle: slug } : {}),
        metadata: { language },
      },
    });
    expect(await answer.json()).not.toHaveProperty('detail');
  }
}
