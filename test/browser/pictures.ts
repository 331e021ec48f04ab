import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';

/** As narrow as pages get, and on a desk. */
const WIDTHS = [320, 1280];

/**
 * Pictures of a page, for somebody to look at: `PICTURES=folder npm run test:browser` keeps each page that the tests see in both
 * widths, in the dark, and as it is printed.
 */
export async function keepPictures(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  const file = (kind: string): string => path.join(folder, `${name.replaceAll(/\W+/g, '-')}-${kind}`);
  const before = page.viewportSize();
  await page.emulateMedia({ colorScheme: 'light' });
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    await page.screenshot({ path: file(`${width}.png`), fullPage: true });
  }
  // Whoever reads in the dark prints, too.
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: file('dark.png'), fullPage: true });
  await page.pdf({ path: file('print.pdf'), format: 'A4' });
  await page.emulateMedia({ colorScheme: null });
  if (before) await page.setViewportSize(before);
}
