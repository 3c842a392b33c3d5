import type { FullConfig } from '@playwright/test';
import { worked } from '../processes';
import { placeForSite } from './static-site';

/**
 * Reads the works that most tests read once, so that none meets a page that is still waiting.
 * @returns what takes away what the tests have shared.
 */
export default async function warm(config: FullConfig): Promise<() => void> {
  const { baseURL } = config.projects[0].use;
  for (const place of [
    '/works/telegram-to-liu',
    '/works/universal-declaration',
    '/works/telegram-to-liu/statistics',
    '/works/universal-declaration/statistics',
    '/search?q=Taiwan',
  ]) {
    await worked(() => fetch(`${baseURL}${place}`));
  }
  return placeForSite();
}
