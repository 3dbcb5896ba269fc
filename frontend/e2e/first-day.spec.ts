import { expect, test } from '@playwright/test';
import { CONNECTIONS_CSV, signUp } from './seed';

test('from signing up to the next step that changes', async ({ page }, testInfo) => {
  await signUp(page);
  await expect(page.getByLabel('Your time zone')).toHaveValue('Europe/Berlin');
  await page.getByText('Mid-level').click();
  await page.getByLabel('What are you after?').fill('A product role at Northwind');
  await page.screenshot({ path: testInfo.outputPath('onboarding.png') });
  await page.getByRole('button', { name: 'Continue' }).click();

  await expect(page.getByRole('heading', { name: 'Where shall we begin?' })).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('doors.png') });
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Import/ })
    .click();

  await test.step('import what LinkedIn sent', async () => {
    const file = { name: 'Connections.csv', mimeType: 'text/csv', buffer: Buffer.from(CONNECTIONS_CSV) };
    await page.getByLabel(/Drop a file here/).setInputFiles(file);
    await expect(page.getByRole('heading', { name: 'This is what would come in' })).toBeVisible();
    await expect(page.getByRole('row', { name: /^7 / })).toBeVisible();
    await page.screenshot({ path: testInfo.outputPath('import-preview.png') });
    await page.getByRole('button', { name: 'Import 3 records' }).click();
    await expect(page.getByRole('heading', { name: '3 new, 0 brought up to date' })).toBeVisible();
    await page.screenshot({ path: testInfo.outputPath('import-done.png') });
    await page.getByRole('link', { name: "See today's steps" }).click();
  });

  // Nothing is sent at a weekend: then Today says when the next step opens.
  const step = page.getByRole('article').or(page.getByText(/The next step opens/));
  await expect(step.first()).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('today.png') });

  await test.step('log a call, and see the next step change', async () => {
    await page.goto('/people');
    await page.getByRole('link', { name: /Mei Tanaka/ }).click();
    const next = page.getByRole('region', { name: 'Next step' });
    const before = await next.getByRole('heading', { level: 3 }).textContent();
    await page.getByRole('main').getByRole('link', { name: 'Log', exact: true }).click();
    await expect(page.getByLabel('Who', { exact: true })).toHaveValue('Mei Tanaka');
    await page.getByRole('button', { name: /Found common ground/ }).click();
    await page.getByRole('button', { name: /^Save/ }).click();
    await expect(page.getByText(/^Saved\./)).toBeVisible();
    await page.screenshot({ path: testInfo.outputPath('logged.png') });
    await page.getByRole('link', { name: 'See Mei Tanaka' }).click();
    await expect(next.getByRole('heading', { level: 3 })).not.toHaveText(before ?? '');
    await expect(page.getByText('Acquainted').first()).toBeVisible();
    await page.screenshot({ path: testInfo.outputPath('contact.png'), fullPage: true });
    const changed = await next.getByRole('heading', { level: 3 }).textContent();
    await page.goto(`${page.url().split('?')[0]}?view=timeline`);
    await page
      .getByRole('button', { name: /^Correct / })
      .first()
      .click();
    await page.screenshot({ path: testInfo.outputPath('correct.png') });
    await page.getByRole('button', { name: 'Remove from the log' }).click();
    await page.getByRole('button', { name: 'Remove the entry' }).click();
    await expect(page.getByText('What followed from it is corrected.').first()).toBeVisible();
    await page.goto(page.url().replace('timeline', 'next'));
    await expect(next.getByRole('heading', { level: 3 })).not.toHaveText(changed ?? '');
  });
});
