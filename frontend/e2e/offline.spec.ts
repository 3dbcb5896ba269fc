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

test('what is logged without a network is sent once, later', async ({ page, context }) => {
  const api = await withSampleNetwork(page);
  const { items } = await (await api.get('/v1/contacts?limit=1')).json();
  const logged = async () => (await (await api.get(`/v1/interactions?contact_id=${items[0].id}`)).json()).items.length;
  const before = await logged();
  await page.goto(`/log?person=${items[0].id}`);
  await expect(page.getByLabel('Who', { exact: true })).toHaveValue(items[0].full_name);
  await context.setOffline(true);
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByText('Kept here. Will send when you are back online.')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText(/^Sent: 1 entry/).first()).toBeVisible();
  expect(await logged()).toBe(before + 1);
});

test('whom one met without a network outlasts a reload, and is sent once', async ({ page, context }) => {
  const api = await withSampleNetwork(page);
  const { items } = await (await api.get('/v1/events')).json();
  const { id } = items.find(({ name }: { name: string }) => name === 'Quiet Metrics Evening');
  await page.goto(`/events/${id}?tab=during`);
  await page.evaluate(() => navigator.serviceWorker.ready);
  // The first visit is not yet the worker's; the second is, and fills its memory.
  await page.reload();
  await expect(page.getByRole('button', { name: 'Met Laura Schiller' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Met Laura Schiller' }).click();
  await page.getByRole('button', { name: /Spoke openly/ }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.reload();
  await expect(page.getByText('Will send · Spoke openly')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('Met · Spoke openly')).toBeVisible();
  const talks = (await (await api.get(`/v1/interactions?event_id=${id}`)).json()).items;
  expect(talks.filter(({ signals }: { signals: string[] }) => signals.includes('candid'))).toHaveLength(1);
});
