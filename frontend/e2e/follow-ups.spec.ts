import { expect, test } from '@playwright/test';
import { examine } from './examine';
import { signedIn, withSampleNetwork } from './seed';

test('a follow-up is made in words, put off, done and taken back, and waits while one is away', async ({ page }) => {
  const api = await signedIn(page);
  const origin = new URL(page.url()).origin;
  const made = await api.post('/v1/contacts', {
    data: { full_name: 'Sam Okafor', country: 'GB' },
    headers: { origin },
  });
  expect(made.status()).toBe(201);

  await page.goto('/follow-ups');
  await page.getByRole('button', { name: 'Add a follow-up' }).click();
  await page.getByRole('combobox', { name: 'Who' }).fill('sam');
  await page.getByRole('option', { name: /Sam Okafor/ }).click();
  await page.getByLabel('When').fill('tomorrow at 4');
  await expect(page.getByText('4 in the morning or in the afternoon?')).toBeVisible();
  await page.getByLabel('When').fill('in three weeks');
  await expect(page.getByText(/ at 09:00 \(/)).toBeVisible();
  await page.getByLabel('Repeat').selectOption('Every month');
  await page.getByLabel('What about (optional)').fill('The case study');
  await page.getByRole('button', { name: 'Add', exact: true }).click();

  const later = page.getByRole('region', { name: 'Later' });
  await expect(later.getByText('Follow up: The case study')).toBeVisible();
  await expect(later.getByText(/every month/)).toBeVisible();

  await page.getByRole('button', { name: 'Snooze the follow-up with Sam Okafor' }).click();
  await page.getByRole('menuitem', { name: /Another day/ }).click();
  await page.getByLabel('Until').fill('in five weeks');
  await expect(page.getByText(/ at 09:00 \(/)).toBeVisible();
  await page.getByRole('button', { name: 'Snooze', exact: true }).click();
  await expect(page.getByText('Snoozed: in five weeks: Sam Okafor').first()).toBeVisible();

  await page.getByRole('button', { name: 'I am away…' }).click();
  await page.getByLabel('Until and with').fill('in six weeks');
  await page.getByRole('button', { name: 'Move my follow-ups' }).click();
  await expect(page.getByText(/Away until .*: 1 follow-up moved/).first()).toBeVisible();
  await expect(later.getByText(/Waits until you are back/)).toBeVisible();

  await page.reload();
  await page.getByRole('button', { name: /^Call off: Away until/ }).click();
  await expect(page.getByRole('region', { name: 'Time away' })).toHaveCount(0);
  await expect(later.getByText(/Waits until you are back/)).toHaveCount(0);

  await page.getByRole('button', { name: 'Done: Sam Okafor' }).click();
  await expect(later.getByText(/every month/)).toBeVisible();
  await page.goto(`/people/${(await made.json()).id}?view=about`);
  await expect(page.getByRole('region', { name: 'Follow-ups' }).getByText('Follow up: The case study')).toBeVisible();
});

test('follow-ups can be looked at by everybody', async ({ page }, testInfo) => {
  await withSampleNetwork(page);
  await page.goto('/follow-ups');
  await examine(page, testInfo, 'agenda');
  await page.getByRole('button', { name: 'Add a follow-up' }).click();
  await page.getByLabel('Repeat').selectOption('Every two weeks');
  await page.getByLabel('When').fill('on Sunday at 3pm');
  await expect(page.getByText(/ at 15:00 \(/)).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('add.png') });
});
