import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, type TestInfo } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

type Look = 'everything' | 'contrast';

/** What axe finds. `contrast` looks at colours alone: all else is the same in the other theme. */
async function faults(page: Page, look: Look): Promise<string[]> {
  // No screen has frames of other origins: legacy mode spares a new page for each look, a quarter of the time.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (look === 'contrast' ? axe.withRules(['color-contrast']) : axe.withTags(TAGS)).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Looks again where it found something: a note at the foot may have been fading away. */
const finds = (page: Page, look: Look, message: string) =>
  expect.configure({ soft: true }).poll(() => faults(page, look), { message, timeout: 20_000 });

/** Waits until colours have stopped moving: halfway between two themes nothing can be read. */
async function settled(page: Page): Promise<void> {
  const pass = () => Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await page.evaluate(pass);
}

/** What stands on the screen, in both themes: nothing in the way of anybody, nothing that scrolls sideways. */
export async function examine(page: Page, testInfo: TestInfo, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.animate-pulse')).toHaveCount(0);
  await settled(page);
  await finds(page, 'everything', name).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(overflow, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
  await page.screenshot({ path: testInfo.outputPath(`${name}-light.png`) });
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await settled(page);
  await finds(page, 'contrast', `${name} in the dark`).toEqual([]);
  await page.screenshot({ path: testInfo.outputPath(`${name}-dark.png`) });
}
