import { expect, test } from '@playwright/test';
import { withSampleNetwork } from './seed';

for (const width of [390, 360]) {
  test(`a step's menu stands beside its buttons at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await withSampleNetwork(page);
    await page.goto('/');
    const step = page.getByRole('article').filter({ has: page.getByRole('link', { name: 'Write it' }) });
    const snooze = await step
      .first()
      .getByRole('button', { name: /^Snooze/ })
      .boundingBox();
    const menu = await step
      .first()
      .getByRole('button', { name: /^More for/ })
      .boundingBox();
    expect(snooze && menu && Math.abs(snooze.y - menu.y)).toBeLessThan(4);
  });
}
