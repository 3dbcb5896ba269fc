import { expect, test } from '@playwright/test';
import { examine } from './examine';
import { withSampleNetwork } from './seed';

test('from a habit to what shows it', async ({ page }, testInfo) => {
  await withSampleNetwork(page);
  await page.goto('/insights');
  const habits = page.getByRole('region', { name: /^Eight habits/ });
  await expect(habits.getByRole('heading', { level: 3 })).toHaveCount(8);

  const network = page.getByRole('region', { name: 'Your network' });
  const asTable = network.getByRole('button', { name: 'Show as table' });
  await expect(asTable).toHaveCount(3);
  for (let left = 3; left > 0; left -= 1) await asTable.first().click();
  await expect(network.getByRole('table')).toHaveCount(3);
  await examine(page, testInfo, 'insights-tables');

  await habits.getByText(/^See /).first().click();
  await habits.getByRole('link').first().click();
  await expect(page).toHaveURL(/\/people\/.*view=timeline/);
});
