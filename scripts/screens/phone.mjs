import { writeFileSync } from 'node:fs';
import { shrinkPng } from './shrink-png.mjs';

/** A Chromium that stands in for a phone: 375×812, touch, one picture pixel a CSS pixel. */
const VIEWPORT = { width: 375, height: 812 };

/** How long a page may take to show what is looked for. */
const PATIENCE_MS = 15_000;

/** Pictures live in the repository: larger ones are a mistake, not a screen. */
export const LARGEST_BYTES = 120_000;

/** A page only a little taller than the screen shows nothing new when it is pictured whole. */
const WORTH_SCROLLING = 40;

/** Taller than this nobody looks at in one piece. */
const TALLEST = 5000;

/**
 * A fresh phone that keeps only what `kept` names (`{key: value}`, as the app keeps it); `offline` takes its network
 * away once the app is on it; `simulators` is where the bureaus' people are asked for; `release` is what the server seems to call its rules. Its methods are what a resident does; each throws, naming the selector, when the page
 * does not offer it.
 */
export async function openPhone(browser, { baseUrl, simulators, kept, offline, release }) {
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
  if (offline) await context.route('**/api/**', (route) => route.abort('internetdisconnected'));
  if (release) await context.route('**/api/**', (route) => underNewerRules(route, release));
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
  return phoneOf({ context, page, baseUrl, simulators, problems, offline });
}

/** The server's own answer, but for the name of its rules. */
async function underNewerRules(route, release) {
  const response = await route.fetch();
  const body = (await response.text()).replace(/("rulesVersion":")[^"+]*/g, `$1${release}`);
  await route.fulfill({ response, body });
}

/** Runs in the page before the app, once: a later load must find what the app itself kept meanwhile. */
function keep(kept) {
  if (sessionStorage.getItem('kept')) return;
  sessionStorage.setItem('kept', 'yes');
  // The app keeps JSON text; Taro wraps it in {data} on H5.
  for (const [key, value] of Object.entries(kept))
    localStorage.setItem(key, JSON.stringify({ data: JSON.stringify(value) }));
}

/** Runs in the page: another text in the place of what was encrypted (miniapp/src/platform/vault-browser.ts). */
function spoil(name) {
  return new Promise((done, fail) => {
    const opening = indexedDB.open('jinmen-vault');
    opening.onerror = fail;
    opening.onsuccess = () => {
      const writing = opening.result.transaction('sealed', 'readwrite');
      writing.objectStore('sealed').put({ iv: new Uint8Array(12), data: new ArrayBuffer(32) }, `sealed:${name}`);
      writing.oncomplete = done;
      writing.onerror = fail;
    };
  });
}

async function answerOnceAsked(page, address) {
  let answer = () => undefined;
  const gate = new Promise((open) => {
    answer = open;
  });
  await page.route(address, (route) => gate.then(() => route.continue()));
  return answer;
}

function phoneOf({ context, page, baseUrl, simulators, problems, offline }) {
  const visible = (selector, filter) => page.locator(`${selector} >> visible=true`, filter).first();
  return {
    problems,
    baseUrl,
    /** What the bureaus know of one of the made-up people. */
    person: async (name) => (await fetch(`${simulators}/__sim/people/${encodeURIComponent(name)}`)).json(),
    open: async (route, selector = '.page-root') => {
      await page.goto(`${baseUrl}/#/${route}`, { waitUntil: 'load' });
      if (offline) await context.setOffline(true);
      await visible(selector).waitFor();
    },
    tap: (selector) => visible(selector).click(),
    see: (selector) => visible(selector).waitFor(),
    /** Scrolled to, as a thumb does. */
    reach: (selector) => visible(selector).scrollIntoViewIfNeeded(),
    has: async (selector) => (await page.locator(`${selector} >> visible=true`).count()) > 0,
    text: (selector) => visible(selector).innerText(),
    /** Types into the field and leaves it, as a thumb on the next button does. */
    type: async (selector, text) => {
      await visible(`${selector} input`).fill(text);
      await visible(`${selector} input`).blur();
    },
    /** The same into a field of several lines, which is not left. */
    write: (selector, text) => visible(`${selector} textarea`).fill(text),
    /** Chooses from one of the browser's own lists. */
    pick: (selector, value) => visible(selector).selectOption(value),
    choose: (words) => visible('.choice', { hasText: words }).click(),
    unreachable: (address) => page.route(address, (route) => route.abort('internetdisconnected')),
    /** The server takes its time from now on; the picture is taken before it answers. */
    answerLate: (address) => page.route(address, () => undefined),
    /** The server's own answer, once the function this gives is called. */
    answerOnceAsked: (address) => answerOnceAsked(page, address),
    /** What the vault keeps under this name opens no more; the app begins anew. */
    spoil: (name) => page.evaluate(spoil, name).then(() => page.reload({ waitUntil: 'load' })),
    tapText: (selector, text) => visible(selector, { hasText: text }).click(),
    /** What the server would say in a state that takes a bureau's clerk to reach. */
    answer: (address, json, status = 200, headers = {}) =>
      page.route(address, (route) => route.fulfill({ status, json, headers })),
    /** The same to one method alone; the others are answered as before. */
    answerTo: (method, address, json, status = 200) =>
      page.route(address, (route) =>
        route.request().method() === method || route.request().headers()['x-http-method-override'] === method
          ? route.fulfill({ status, json })
          : route.fallback(),
      ),
    refuse: (address, problem) => page.route(address, (route) => route.fulfill({ status: 400, json: problem })),
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
    if (height <= VIEWPORT.height + WORTH_SCROLLING) return;
    await page.setViewportSize({ ...VIEWPORT, height: Math.min(TALLEST, height) });
    await page.waitForTimeout(300);
  }
  writeFileSync(file, smallEnough(await page.screenshot({ animations: 'disabled' })));
}

/** The richest palette that keeps the picture small; the poorest one whatever it weighs. */
function smallEnough(png) {
  const pictures = [256, 64, 24, 16, 12, 8].map((colours) => shrinkPng(png, colours));
  return pictures.find(({ length }) => length <= LARGEST_BYTES) ?? pictures[pictures.length - 1];
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
