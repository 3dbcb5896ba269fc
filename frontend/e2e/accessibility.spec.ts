import { expect, type Page, type TestInfo, test } from '@playwright/test';
import { examine } from './examine';
import { withSampleNetwork } from './seed';

const INSIDE = [
  '/',
  '/people',
  '/people/new',
  '/log',
  '/write',
  '/follow-ups',
  '/events',
  '/goals',
  '/insights',
  '/import',
  '/settings',
  '/integrations',
  '/webhooks',
  '/welcome',
];

/** Too much at once, so that every kind of finding shows. */
const BAD_MESSAGE = `Hi {{name}},

I hope this finds you well 👋. I led three launches and I won two awards last year. Could I pick your brain?

Would you invest in my company? Please answer today, this is urgent.
`;

async function visit(page: Page, testInfo: TestInfo, path: string, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto(path);
  await examine(page, testInfo, name);
}

test('the door can be used by everybody', async ({ page }, testInfo) => {
  await visit(page, testInfo, '/sign-in', 'sign-in');
  await visit(page, testInfo, '/sign-up', 'sign-up');
});

test('every screen can be used by everybody', async ({ page }, testInfo) => {
  test.setTimeout(150_000);
  await withSampleNetwork(page);
  for (const path of INSIDE) await visit(page, testInfo, path, path.slice(1).replaceAll('/', '-') || 'today');
});

test('a person can be looked at by everybody', async ({ page }, testInfo) => {
  test.setTimeout(120_000);
  const api = await withSampleNetwork(page);
  const { items } = await (await api.get('/v1/contacts?trust_stage=trusted&limit=1')).json();
  const person = `/people/${items[0].id}`;
  await visit(page, testInfo, `${person}?want=sponsorship`, 'person');
  await visit(page, testInfo, `${person}?view=timeline`, 'person-timeline');
  await visit(page, testInfo, `${person}?view=about`, 'person-about');
  await visit(page, testInfo, `${person}/edit`, 'person-edit');
  await page.goto(`/write?person=${items[0].id}`);
  await page.getByLabel('Message', { exact: true }).fill(BAD_MESSAGE);
  await expect(page.locator('mark').first()).toBeAttached();
  await examine(page, testInfo, 'write-person');
});

test('an event can be looked at by everybody', async ({ page }, testInfo) => {
  const api = await withSampleNetwork(page);
  const { items } = await (await api.get('/v1/events')).json();
  const attended = await Promise.all(
    items.map(async ({ id }: { id: string }) => ({
      id,
      people: (await (await api.get(`/v1/events/${id}/attendees`)).json()).items.length,
    })),
  );
  const event = `/events/${attended.find(({ people }) => people > 0)?.id}`;
  for (const tab of ['before', 'during', 'after']) await visit(page, testInfo, `${event}?tab=${tab}`, `event-${tab}`);
});

test('a brief can be looked at by everybody', async ({ page }, testInfo) => {
  const api = await withSampleNetwork(page);
  const { items } = await (await api.get('/v1/contacts?trust_stage=rapport&limit=1')).json();
  await visit(page, testInfo, `/people/${items[0].id}/brief`, 'brief');
});
