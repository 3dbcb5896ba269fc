import { expect, test } from '@playwright/test';
import { withSampleNetwork } from './seed';

test('the last lists open without a network', async ({ page, context }) => {
  await withSampleNetwork(page);
  await page.goto('/');
  await expect(page.getByRole('article').first()).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker.ready);
  // The first visit is not yet the worker's; the second is, and fills its memory.
  await page.reload();
  await expect(page.getByRole('article').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByText(/You are offline/)).toBeVisible();
  await expect(page.getByRole('article').first()).toBeVisible();
});
