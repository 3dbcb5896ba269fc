import { type APIRequestContext, expect, test } from '@playwright/test';
import { examine } from './examine';
import { withSampleNetwork } from './seed';

async function idOf(api: APIRequestContext, name: string): Promise<string> {
  const { items } = await (await api.get('/v1/contacts', { params: { q: name, limit: 1 } })).json();
  return items[0].id;
}

test('a note becomes taps, and the taps become the entry', async ({ page }, testInfo) => {
  test.setTimeout(120_000);
  const api = await withSampleNetwork(page);
  const person = await idOf(api, 'Amara Okonkwo');
  await page.goto(`/log?person=${person}`);
  await page
    .getByRole('textbox', { name: /^What happened/ })
    .fill('Coffee with Amara for 45 min. She laughed. I promised to send her the deck on Friday.');
  const offered = page.getByRole('region', { name: 'From your note' });
  await offered.getByRole('button', { name: /^Meeting/ }).click();
  await offered.getByRole('button', { name: /^45 min/ }).click();
  await offered.getByRole('button', { name: /^We laughed/ }).click();
  await offered.getByRole('button', { name: /^Promise\. You will: send her the deck/ }).click();
  await expect(page.getByRole('radio', { name: 'Meeting' })).toBeChecked();
  await examine(page, testInfo, 'log-note');
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByText(/^Saved\./)).toBeVisible();

  const { items: logged } = await (await api.get(`/v1/interactions?contact_id=${person}&limit=1`)).json();
  expect(logged[0]).toMatchObject({ kind: 'meeting', duration_minutes: 45, signals: ['laughter'], assessed: true });
  const { items: vows } = await (await api.get(`/v1/promises?contact_id=${person}&limit=1`)).json();
  expect(vows[0]).toMatchObject({ by: 'me', what: 'send her the deck', interaction_id: logged[0].id });
  expect(vows[0].due_on).not.toBeNull();
});

test('an introduction goes from asked to made to thanked', async ({ page }, testInfo) => {
  test.setTimeout(120_000);
  const api = await withSampleNetwork(page);
  await page.goto(`/people/${await idOf(api, 'Ingrid Solheim')}`);
  const part = page.getByRole('region', { name: 'Introductions' });
  const way = part.getByRole('article', { name: 'Over Bjørn Eriksrud' });
  await expect(way.getByText('To be forwarded as it stands')).toBeVisible();
  await examine(page, testInfo, 'person-stranger');

  await way.getByRole('button', { name: 'I asked Bjørn Eriksrud' }).click();
  const asked = part.getByRole('list', { name: 'Asked for' });
  const step = (name: string, when: string) =>
    asked.getByRole('listitem').filter({ hasText: new RegExp(`^${name}${when}$`) });
  await expect(step('Asked', 'today')).toBeVisible();
  await asked.getByRole('button', { name: 'Introduced us' }).click();
  await expect(asked.getByText('They introduced you. Say thanks within two days.')).toBeVisible();
  await asked.getByRole('button', { name: 'I said thanks' }).click();
  await expect(step('Thanked', 'today')).toBeVisible();
  await examine(page, testInfo, 'person-introduced');

  await page.keyboard.press('z');
  await expect(step('Thanked', 'not yet')).toBeVisible();
});
