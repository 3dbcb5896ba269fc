import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { examine } from './examine';
import { signedIn, somebody } from './seed';

const NEW_PASSWORD = 'a quite different staple 7';
const LINK = /http\S+\/reset#\S+/;
const MAIL = process.env.E2E_MAIL_DIR ?? '';

/** What was mailed to somebody, the soft line ends of its encoding taken out. The first mail makes the folder. */
function mailTo(address: string): string {
  const mails = existsSync(MAIL) ? readdirSync(MAIL).filter((file) => file.endsWith('.eml')) : [];
  const texts = mails.map((file) => readFileSync(join(MAIL, file), 'utf8').replaceAll(/=\r?\n/g, ''));
  return texts.find((text) => text.includes(`To: ${address}`)) ?? '';
}

test('a forgotten password is set anew by the link that comes by mail', async ({ page }, testInfo) => {
  const email = somebody();
  await signedIn(page, email);
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await examine(page, testInfo, 'reset');
  await page.getByLabel('Email').fill(email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByRole('status')).toContainText('a link is on its way');

  await expect.poll(() => mailTo(email)).toMatch(LINK);
  await page.goto(LINK.exec(mailTo(email))?.[0] ?? '');
  await page.getByLabel('New password').fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Set it' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page).not.toHaveURL(/\/sign-in/);
});

test('the hour of the digest is kept, and the calendar is read by whoever has its address', async ({
  page,
  request,
  isMobile,
}) => {
  test.skip(isMobile, 'a phone asks the same');
  await signedIn(page);
  await page.goto('/settings');
  const section = page.getByRole('region', { name: 'Mail and calendar' });
  await section.getByLabel(/^Digest at/).fill('07:30');
  await section.getByRole('button', { name: 'Set the hour' }).click();
  await expect(page.getByText('A digest comes at 07:30.').first()).toBeVisible();

  await section.getByRole('button', { name: 'Make an address' }).click();
  const address = (await section.getByRole('status').locator('code').textContent()) ?? '';
  const calendar = await request.get(address);
  expect(calendar.status()).toBe(200);
  expect(await calendar.text()).toContain('BEGIN:VCALENDAR');

  await page.reload();
  await expect(section.getByLabel(/^Digest at/)).toHaveValue('07:30');
  await expect(section.getByText(/An address that ends in/)).toBeVisible();
  await expect(section.locator('code')).toHaveCount(0);
  await section.getByRole('button', { name: 'End the calendar' }).click();
  await expect(page.getByText('The calendar address is ended.').first()).toBeVisible();
  expect((await request.get(address)).status()).toBe(404);
});
