import type { Browser, BrowserContext, Page } from 'playwright-core';

/** A phone of 375 × 812 in Tianjin. */
export function openPhone(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width: 375, height: 812 },
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
}

/** Texts of the page on screen that reach beyond its right edge, or of which a part is cut off. */
export function widerThanScreen(page: Page): Promise<readonly string[]> {
  return page.locator('.page-root:visible *').evaluateAll((elements) =>
    elements
      .filter((element) => {
        const cut = getComputedStyle(element).overflow !== 'visible' && element.scrollWidth > element.clientWidth + 1;
        return cut || element.getBoundingClientRect().right > window.innerWidth + 1;
      })
      .map((element) => (element.textContent ?? '').slice(0, 60)),
  );
}
