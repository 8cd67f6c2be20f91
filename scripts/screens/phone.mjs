/** A Chromium that stands in for a phone: 375×812, touch, one picture pixel a CSS pixel. */
const VIEWPORT = { width: 375, height: 812 };

/** How long a page may take to show what is looked for. */
const PATIENCE_MS = 15_000;

/**
 * A fresh phone with an empty storage, except for elder mode when asked for. Its methods are what a resident does;
 * each throws, naming the selector, when the page does not offer it.
 */
export async function openPhone(browser, { baseUrl, elder }) {
  const context = await browser.newContext({
    viewport: VIEWPORT,
    deviceScaleFactor: 1,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  });
  // Taro keeps storage values in {data}; the app keeps JSON text in them.
  if (elder) await context.addInitScript(() => localStorage.setItem('elder-mode', JSON.stringify({ data: 'true' })));
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  return phoneOf(context, page, baseUrl);
}

function phoneOf(context, page, baseUrl) {
  const visible = (selector) => page.locator(`${selector} >> visible=true`).first();
  return {
    page,
    open: async (route, selector = '.page') => {
      await page.goto(`${baseUrl}/#/${route}`, { waitUntil: 'load' });
      await visible(selector).waitFor();
    },
    tap: async (selector) => visible(selector).click(),
    see: async (selector) => visible(selector).waitFor(),
    /** Types into the field and leaves it, as a thumb on the next button does. */
    type: async (selector, text) => {
      await visible(`${selector} input, input${selector}`).fill(text);
      await visible(`${selector} input, input${selector}`).blur();
    },
    text: async (selector) => visible(selector).innerText(),
    has: async (selector) => (await page.locator(`${selector} >> visible=true`).count()) > 0,
    choose: async (words) => page.locator('.choice >> visible=true', { hasText: words }).first().click(),
    offline: async () => context.setOffline(true),
    close: () => context.close(),
    picture: (file, whole) => picture(page, file, whole),
  };
}

/** Waits until fonts are there and nothing moves; `whole` makes the picture as tall as the page. */
async function picture(page, file, whole) {
  await page.evaluate(() => document.fonts.ready);
  if (whole) {
    const height = await page.evaluate(() => {
      const tallest = [...document.querySelectorAll('*')].reduce(
        (most, element) => Math.max(most, element.scrollHeight),
        0,
      );
      return Math.min(tallest, 6000);
    });
    await page.setViewportSize({ ...VIEWPORT, height: Math.max(VIEWPORT.height, height) });
  }
  await page.waitForTimeout(250);
  await page.screenshot({ path: file, animations: 'disabled' });
  if (whole) await page.setViewportSize(VIEWPORT);
}
