import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, type TestInfo, test } from '@playwright/test';
import { withSampleNetwork } from './seed';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const INSIDE = ['/', '/people', '/people/new', '/log', '/follow-ups', '/goals', '/import', '/settings', '/welcome'];

/** What axe finds. `contrast` looks at colours alone: all else is the same in the other theme. */
async function faults(page: Page, look: 'everything' | 'contrast'): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (look === 'contrast' ? axe.withRules(['color-contrast']) : axe.withTags(TAGS)).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Waits until colours have stopped moving: halfway between two themes nothing can be read. */
async function settled(page: Page): Promise<void> {
  const pass = () => Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await page.evaluate(pass);
}

/** One screen in both themes: nothing in the way of anybody, nothing that scrolls sideways, a picture of each. */
async function examine(page: Page, testInfo: TestInfo, path: string, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.animate-pulse')).toHaveCount(0);
  await settled(page);
  expect.soft(await faults(page, 'everything'), path).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
  await page.screenshot({ path: testInfo.outputPath(`${name}-light.png`) });
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await settled(page);
  expect.soft(await faults(page, 'contrast'), `${path} in the dark`).toEqual([]);
  await page.screenshot({ path: testInfo.outputPath(`${name}-dark.png`) });
}

test('the door can be used by everybody', async ({ page }, testInfo) => {
  await examine(page, testInfo, '/sign-in', 'sign-in');
  await examine(page, testInfo, '/sign-up', 'sign-up');
});

test('every screen can be used by everybody', async ({ page }, testInfo) => {
  test.setTimeout(150_000);
  await withSampleNetwork(page);
  for (const path of INSIDE) await examine(page, testInfo, path, path.slice(1).replaceAll('/', '-') || 'today');
});

test('a person can be looked at by everybody', async ({ page }, testInfo) => {
  const api = await withSampleNetwork(page);
  const { items } = await (await api.get('/v1/contacts?trust_stage=trusted&limit=1')).json();
  const person = `/people/${items[0].id}`;
  await examine(page, testInfo, `${person}?want=sponsorship`, 'person');
  await examine(page, testInfo, `${person}?view=timeline`, 'person-timeline');
  await examine(page, testInfo, `${person}?view=about`, 'person-about');
  await examine(page, testInfo, `${person}/edit`, 'person-edit');
});
