import { expect, test } from '@playwright/test';
import { signedIn } from './seed';

test.skip(({ isMobile }) => isMobile, 'a phone asks the same');

test('how often to be in touch is set for a tag, and otherwise for one person', async ({ page }, testInfo) => {
  const api = await signedIn(page);
  const made = await api.post('/v1/contacts', {
    data: { full_name: 'Sam Okafor', tags: ['mentor'] },
    headers: { origin: new URL(page.url()).origin },
  });
  const person = `/people/${(await made.json()).id}?view=about`;
  await page.goto(person);
  const section = page.getByRole('region', { name: 'Keep in touch' });
  await expect(section).toContainText('how warm the tie is decides');

  await page.goto('/settings');
  const tags = page.getByRole('region', { name: 'Keep in touch, by tag' });
  await tags.getByLabel('Tag').fill('mentor');
  await tags.getByRole('button', { name: 'Set for this tag' }).click();
  await expect(tags.getByRole('listitem')).toContainText('Every 30 days, 60 at the longest.');

  await page.goto(person);
  await expect(section).toContainText('By the tag “mentor”.');
  await section.getByRole('button', { name: 'How often to be in touch' }).click();
  await page.getByLabel('Ideally every … days').fill('14');
  await page.getByLabel('At the longest … days').fill('21');
  await page.screenshot({ path: testInfo.outputPath('interval.png') });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(section).toContainText('Every 14 days, 21 at the longest.');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(section).toContainText('By the tag “mentor”.');
});
