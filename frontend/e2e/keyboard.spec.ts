import { expect, test } from '@playwright/test';
import { withSampleNetwork } from './seed';

test.skip(({ isMobile }) => isMobile, 'a phone has no keys');

test('a day by keyboard alone', async ({ page }) => {
  await withSampleNetwork(page);
  await page.goto('/');
  const cards = page.getByRole('article');
  await expect(cards.first()).toBeVisible();
  const first = page.locator('[data-step]').first();
  const id = await first.getAttribute('data-step');
  const step = page.locator(`[data-step="${id}"]`);

  await page.keyboard.press('j');
  await expect(step).toBeFocused();
  await page.keyboard.press('e');
  await expect(step).toHaveCount(0);
  await expect(page.getByText('1 done today')).toBeVisible();
  await page.keyboard.press('z');
  await expect(step).toBeVisible();
  await expect(page.getByText('1 done today')).toHaveCount(0);

  await page.keyboard.press('k');
  await expect(step).toBeFocused();
  await page.keyboard.press('s');
  await expect(page.getByRole('dialog', { name: 'Bring it back' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Tomorrow/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(step).toHaveCount(0);
  await page.keyboard.press('z');
  await expect(step).toBeVisible();

  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Find a person or a command' })).toBeVisible();
  await page.keyboard.type('anneke');
  await expect(page.getByRole('option', { name: /Anneke/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /Anneke/ })).toBeVisible();

  await page.keyboard.press('l');
  await expect(page.getByLabel('Who', { exact: true })).toHaveValue(/Anneke/);
  await page.keyboard.press('2');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Saved\./)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /Anneke/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/people$/);
});
