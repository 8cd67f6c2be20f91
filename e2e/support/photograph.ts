import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const TALLEST = 3000;

/** With `SCREENS_TO` a folder, the page as a picture there from top to bottom, for somebody to look at; else nothing. */
export async function photograph(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENS_TO;
  const size = page.viewportSize();
  if (!folder || !size) return;
  mkdirSync(folder, { recursive: true });
  // the app scrolls inside its page: only a tall screen shows all of it
  await page.setViewportSize({ ...size, height: TALLEST });
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.setViewportSize(size);
}
