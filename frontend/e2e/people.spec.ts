import { expect, test } from '@playwright/test';
import { withSampleNetwork } from './seed';

test('search and filters are in the address, and the page holds a screenful of rows', async ({ page }) => {
  await withSampleNetwork(page);
  await page.goto('/people');
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
  expect(await page.getByRole('main').getByRole('listitem').count()).toBeLessThan(60);

  await page.getByLabel('Search').fill('anneke');
  await expect(page).toHaveURL(/q=anneke/);
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);
  await page.reload();
  await expect(page.getByLabel('Search')).toHaveValue('anneke');
  await page.getByLabel('Search').fill('nobody at all');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page.getByLabel('Search')).toHaveValue('');
  await expect(page).toHaveURL(/\/people$/);
});
