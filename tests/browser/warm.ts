import type { FullConfig } from '@playwright/test';
import { worked } from '../processes';

/** Reads the works that most tests read once, so that none meets a page that is still waiting. */
export default async function warm(config: FullConfig) {
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
}
