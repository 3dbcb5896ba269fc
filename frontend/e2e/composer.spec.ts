import { expect, test } from '@playwright/test';
import { examine } from './examine';
import { withSampleNetwork } from './seed';

test('a message is written, mended, and logged as sent', async ({ page }, testInfo) => {
  const api = await withSampleNetwork(page);
  const { items } = await (await api.get('/v1/contacts?trust_stage=stranger&limit=1')).json();
  await page.goto(`/people/${items[0].id}`);
  await page.getByRole('link', { name: 'Write', exact: true }).click();
  await expect(page.getByLabel('To', { exact: true })).toHaveValue(items[0].full_name);

  const coach = page.getByRole('region', { name: 'The coach' });
  const message = page.getByLabel('Message', { exact: true });
  await message.fill('Hello 👋\n\nWould you invest in my company?');
  await expect(coach.getByText(/^Not yet: \d/)).toBeVisible();
  await expect(page.locator('mark', { hasText: 'invest' })).toHaveText('Would you invest in');
  await expect(page.getByText(/^This asks for their backing\./)).toBeVisible();
  await expect(page.getByRole('button', { name: /Log it as sent/ })).toHaveCount(0);
  await examine(page, testInfo, 'held');

  await message.fill('Hello {{first_name}},\n\nyour work interests me.');
  await coach.getByRole('button', { name: /^Write “/ }).click();
  await expect(message).toHaveValue(/^Hello [^{},]+,\n\nyour work interests me\.$/);

  await message.fill('');
  await page.getByRole('button', { name: 'Draft it for me' }).click();
  await page.getByRole('menuitem', { name: 'Introduce myself' }).click();
  await expect(message).not.toHaveValue('');
  await expect(coach.getByText(/^(Ready|Nearly): .*\.$/)).toBeVisible();
  await examine(page, testInfo, 'drafted');
  const words = await message.inputValue();

  await page.getByRole('button', { name: /Log it as sent/ }).click();
  await expect(page.getByLabel('Who', { exact: true })).toHaveValue(items[0].full_name);
  await page.getByRole('button', { name: /Save/ }).click();
  await expect(page.getByText(/^Saved\./)).toBeVisible();
  const logged = await (await api.get(`/v1/interactions?contact_id=${items[0].id}&limit=1`)).json();
  expect(logged.items[0]).toMatchObject({ kind: 'email', direction: 'outbound', purpose: 'outreach', body: words });
});
