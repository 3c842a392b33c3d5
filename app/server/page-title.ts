import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { loadedWork } from './loaded';

/** The title of one of a work's pages; a work that cannot be read has none of its own. */
export async function pageTitle(
  params: Promise<{ work: string }>,
  page: 'align' | 'collation' | 'edit' | 'image' | 'people' | 'renderings' | 'statistics',
): Promise<Metadata> {
  try {
    const { title } = (await loadedWork((await params).work)).work;
    return { title: (await getTranslations(page))('title', { title }) };
  } catch {
    return {};
  }
}
