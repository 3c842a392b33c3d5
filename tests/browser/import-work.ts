import { expect, type Page } from '@playwright/test';

/** Adds a work of short English texts, each an edition by its siglum. */
export async function importWork(
  page: Page,
  slug: string,
  texts: Record<string, string>,
): Promise<void> {
  for (const [siglum, source] of Object.entries(texts)) {
    const answer = await page.request.post('/api/import', {
      data: {
        source: `${source}\n`,
        name: `${siglum}.md`,
        siglum,
        work: slug,
        ...(siglum === 'A' ? { workTitle: slug } : {}),
        metadata: { language: 'en' },
      },
    });
    expect(await answer.json()).not.toHaveProperty('detail');
  }
}
