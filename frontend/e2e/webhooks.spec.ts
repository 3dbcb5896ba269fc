import { expect, test } from '@playwright/test';
import { examine } from './examine';
import { signedIn } from './seed';

/** A name that leads nowhere, kept for documentation: nothing answers there, whatever network this runs in. */
const NOBODY = 'https://nobody.comity.example/hook';

test('a webhook is made, tried, changed, paused and ended', async ({ page }, testInfo) => {
  await signedIn(page);
  await page.goto('/settings');
  await page.getByRole('link', { name: 'Open webhooks' }).click();
  await page.getByLabel('Description').fill('My bot');
  await page.getByLabel('Address').fill('http://127.0.0.1:9/hook');
  await page.getByRole('button', { name: 'Create webhook' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByLabel('Address').fill(NOBODY);
  await page.getByRole('button', { name: 'Create webhook' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'not shown again' })).toContainText('whsec_');
  await page.getByRole('link', { name: 'Open its deliveries' }).click();

  await page.getByRole('button', { name: 'Send a test' }).click();
  const delivery = page.getByRole('region', { name: 'Deliveries' }).getByRole('listitem').first();
  await expect(delivery).toContainText('Test');
  await expect(delivery).toContainText(/1 try, .*next/, { timeout: 20_000 });
  await examine(page, testInfo, 'webhook');

  await page.getByRole('button', { name: 'Change', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Change this webhook' });
  await dialog.getByLabel('Description').fill('My other bot');
  await dialog.getByRole('checkbox', { name: /^Promise lapsed/ }).check();
  await page.screenshot({ path: testInfo.outputPath('change.png') });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'My other bot' })).toBeVisible();
  await expect(page.getByRole('main').getByText('Promise lapsed')).toBeVisible();

  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText(/It is paused/)).toBeVisible();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete webhook' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Webhooks' })).toBeVisible();
  await expect(page.getByRole('link', { name: /My other bot/ })).toHaveCount(0);
});
