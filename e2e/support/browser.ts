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

/** Texts of the page on screen that reach beyond the screen's right edge or out of the box they stand in. */
export function widerThanScreen(page: Page): Promise<readonly string[]> {
  return page.locator('.page-root:visible *').evaluateAll((elements) =>
    elements
      .filter((element) => {
        const { clientWidth, scrollWidth } = element;
        const spills = clientWidth > 0 && scrollWidth > clientWidth + 1;
        return spills || element.getBoundingClientRect().right > window.innerWidth + 1;
      })
      .map((element) => (element.textContent ?? '').slice(0, 60)),
  );
}
