import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Axe, gathering what is wrong alone: what is right takes longer, and nobody looks at it. */
const axe = (page: Page) => new AxeBuilder({ page }).options({ resultTypes: ['violations'] });

/** No violation of WCAG 2.2 A and AA or of axe's best practices on the page as it is. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNone(axe(page));
  await expectNoValueMissing(page);
}

/** The same in the light theme and in the dark one, where only the colours are others. */
export async function expectAccessibleInBothThemes(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNone(axe(page).withRules(['color-contrast', 'link-in-text-block']));
}

/** Nothing is named or said to be “undefined”: a message that was given none of its values says so. */
async function expectNoValueMissing(page: Page): Promise<void> {
  const said = await page.evaluate(() =>
    [...document.querySelectorAll('[aria-label], [title], [placeholder], main *')].flatMap(
      (element) =>
        [
          element.getAttribute('aria-label'),
          element.getAttribute('title'),
          element.getAttribute('placeholder'),
          element.childElementCount === 0 ? element.textContent : '',
        ].filter((text) => /\bundefined\b/.test(text ?? '')),
    ),
  );
  expect(said).toEqual([]);
}

async function expectNone(builder: AxeBuilder): Promise<void> {
  const { violations } = await builder.analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
  ).toEqual([]);
}
