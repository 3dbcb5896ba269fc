import { expect, test } from '@playwright/test';
import { examine } from './examine';
import { signedIn, TABLE_CSV } from './seed';

test("a table of one's own, its columns explained by keyboard", async ({ page, isMobile }, testInfo) => {
  if (isMobile) await page.setViewportSize({ width: 360, height: 740 });
  await signedIn(page);
  await page.goto('/import');
  const file = { name: 'leute.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE_CSV) };
  await page.getByLabel(/Drop a file here/).setInputFiles(file);

  await expect(page.getByRole('heading', { name: 'What do the columns mean?' })).toBeFocused();
  await expect(page.getByLabel('Mail')).toHaveValue('emails');
  await page.getByLabel('Wer').focus();
  await page.keyboard.type('Full');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Comp');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Job');
  const preview = page.getByRole('region', { name: 'The first 3 rows' });
  await expect(preview.getByRole('columnheader')).toHaveText(['Full name', 'Company', 'Job title', 'Email']);
  await expect(preview.getByRole('row', { name: /^Lima, Ana Acme AS/ })).toBeVisible();
  await examine(page, testInfo, 'mapping');

  await page.getByRole('button', { name: 'See what would come in' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'This is what would come in' })).toBeVisible();
  await expect(page.getByRole('row', { name: /^6 / })).toBeVisible();
  await page.getByRole('button', { name: 'Import 2 records' }).click();
  await expect(page.getByRole('heading', { name: '2 new, 0 brought up to date' })).toBeVisible();

  await page.goto('/people');
  await expect(page.getByRole('link', { name: /Lima, Ana/ })).toBeVisible();
});
