import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Axe, gathering what is wrong alone: what is right takes longer, and nobody looks at it.
 * Its two-step mode serves frames of other origins, of which there are none. It carries every node
 * that it looked at from one page to another, which takes as long as the checks.
 */
const axe = (page: Page, within?: string) => {
  const builder = new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] });
  return within === undefined ? builder : builder.include(within);
};

/**
 * No violation of WCAG 2.2 A and AA or of axe's best practices on the page as it is, or in the part
 * of it that the selector `within` finds, where the rest of the page is checked elsewhere.
 */
export async function expectAccessible(page: Page, within?: string): Promise<void> {
  await expectNone(axe(page, within));
  await expectNoValueMissing(page);
}

/** The same in the light theme and in the dark one, where only the colours are others. */
export async function expectAccessibleInBothThemes(page: Page, within?: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await expectAccessible(page, within);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNone(axe(page, within).withRules(['color-contrast', 'link-in-text-block']));
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
