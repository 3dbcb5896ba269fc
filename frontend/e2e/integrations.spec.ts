import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { examine } from './examine';
import { signedIn } from './seed';

const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));

/** Another program, in a process of its own: it knows what the page shows, and nothing else. */
function tell(program: string, file: string, url: string, secret: string): string {
  const { status, stdout, stderr } = spawnSync(program, [`${EXAMPLES}/${file}`, `${EXAMPLES}/interaction.json`], {
    env: { ...process.env, COMITY_HOOK_URL: url, COMITY_HOOK_SECRET: secret },
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  return stdout;
}

async function create(page: Page, name: string): Promise<{ url: string; secret: string }> {
  await page.goto('/settings');
  await page.getByRole('link', { name: 'Open integrations' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Integrations' })).toBeVisible();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Create integration' }).click();
  const shown = page.getByRole('status').filter({ hasText: 'It is not shown again' }).locator('code');
  await expect(shown).toHaveCount(2);
  const [url, secret] = await shown.allTextContents();
  return { url: url ?? '', secret: secret ?? '' };
}

test('a stranger’s script posts what happened, and the next step changes', async ({ page }, testInfo) => {
  const api = await signedIn(page);
  const origin = new URL(page.url()).origin;
  const sam = await (
    await api.post('/v1/contacts', {
      data: { full_name: 'Sam Okafor', emails: ['sam@example.com'] },
      headers: { origin },
    })
  ).json();
  const { url, secret } = await create(page, 'My script');
  await examine(page, testInfo, 'integration-made');

  expect(tell('sh', 'post_interaction.sh', url, secret)).toContain('"duplicate":false');
  await page.getByRole('link', { name: 'Open its inbox' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Email from them' })).toContainText('In the log');
  await page.getByRole('link', { name: 'Sam Okafor' }).click();
  await expect(page).toHaveURL(new RegExp(`/people/${sam.id}`));
  await expect(page.getByRole('heading', { name: /Answer|Reply/ }).first()).toBeVisible();

  await page.goBack();
  await page.getByRole('button', { name: 'New secret' }).click();
  await page.getByRole('button', { name: 'Make a new secret' }).click();
  await expect(page.getByText('The old secret counts until')).toBeVisible();
  expect(tell('python3', 'post_interaction.py', url, secret)).toContain('"status":"received"');
  await page.getByRole('button', { name: 'Disable' }).click();
  await expect(page.getByRole('button', { name: 'Enable' })).toBeVisible();
  expect(() => tell('sh', 'post_interaction.sh', url, secret)).toThrow();
});

test('who is not known waits, and is added or left out', async ({ page }, testInfo) => {
  await signedIn(page);
  const { url, secret } = await create(page, 'My script');
  for (const program of [1, 2]) expect(tell('sh', 'post_interaction.sh', url, secret), `${program}`).toBeTruthy();
  await page.getByRole('link', { name: 'Open its inbox' }).click();
  const waiting = page.getByRole('listitem').filter({ hasText: 'Waits for you' });
  await expect(waiting).toHaveCount(2);
  await examine(page, testInfo, 'integration-inbox');

  await page.getByRole('button', { name: 'Add Sam Okafor to your people' }).first().click();
  // Who was recognised once is recognised in everything that waits.
  await expect(page.getByRole('listitem').filter({ hasText: 'In the log' })).toHaveCount(2);
});
