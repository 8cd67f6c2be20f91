import { writeFileSync } from 'node:fs';
import { shrinkPng } from './shrink-png.mjs';

/** A Chromium that stands in for a phone: 375×812, touch, one picture pixel a CSS pixel. */
const VIEWPORT = { width: 375, height: 812 };

/** How long a page may take to show what is looked for. */
const PATIENCE_MS = 15_000;

/** Taller than this nobody looks at in one piece. */
const TALLEST = 5000;

/**
 * A fresh phone that keeps only what `kept` names (`{key: value}`, as the app keeps it). Its methods are what a
 * resident does; each throws, naming the selector, when the page does not offer it.
 */
export async function openPhone(browser, { baseUrl, kept }) {
  const context = await browser.newContext({
    viewport: VIEWPORT,
    deviceScaleFactor: 1,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  await context.addInitScript(keep, kept);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
  return phoneOf({ context, page, baseUrl, problems });
}

/** Runs in the page before the app, once: a later load must find what the app itself kept meanwhile. */
function keep(kept) {
  if (sessionStorage.getItem('kept')) return;
  sessionStorage.setItem('kept', 'yes');
  // The app keeps JSON text; Taro wraps it in {data} on H5.
  for (const [key, value] of Object.entries(kept))
    localStorage.setItem(key, JSON.stringify({ data: JSON.stringify(value) }));
}

function phoneOf({ context, page, baseUrl, problems }) {
  const visible = (selector, filter) => page.locator(`${selector} >> visible=true`, filter).first();
  return {
    problems,
    open: async (route, selector = '.page-root') => {
      await page.goto(`${baseUrl}/#/${route}`, { waitUntil: 'load' });
      await visible(selector).waitFor();
    },
    tap: (selector) => visible(selector).click(),
    see: (selector) => visible(selector).waitFor(),
    has: async (selector) => (await page.locator(`${selector} >> visible=true`).count()) > 0,
    text: (selector) => visible(selector).innerText(),
    /** Types into the field and leaves it, as a thumb on the next button does. */
    type: async (selector, text) => {
      await visible(`${selector} input`).fill(text);
      await visible(`${selector} input`).blur();
    },
    choose: (words) => visible('.choice', { hasText: words }).click(),
    /** Loses the network, and looks at the page again: Chromium tells a page about it only when it asks. */
    loseNetwork: async (route, selector) => {
      await page.evaluate(() => {
        location.hash = '#/pages/home/index';
      });
      await visible('.door').waitFor();
      await context.setOffline(true);
      await page.evaluate((to) => {
        location.hash = `#/${to}`;
      }, route);
      await visible(selector).waitFor();
    },
    close: () => context.close(),
    picture: (file, whole) => picture(page, file, whole),
  };
}

/** Waits until fonts are there. `whole` makes the screen as tall as its content, and takes no picture if it fits. */
async function picture(page, file, whole) {
  await page.evaluate(() => document.fonts.ready.then(() => true));
  await page.waitForTimeout(300);
  if (whole) {
    const height = await contentHeight(page);
    if (height <= VIEWPORT.height) return;
    await page.setViewportSize({ ...VIEWPORT, height: Math.min(TALLEST, height) });
    await page.waitForTimeout(300);
  }
  writeFileSync(file, shrinkPng(await page.screenshot({ animations: 'disabled' })));
}

function contentHeight(page) {
  return page.evaluate(() => {
    const shown = [...document.querySelectorAll('.page-root')].filter(
      (root) => root.getBoundingClientRect().height > 0,
    );
    const tallest = Math.max(...shown.map((root) => root.scrollHeight));
    return Math.ceil(tallest) + (document.querySelector('.taro-tabbar__tabbar') ? 60 : 0);
  });
}
