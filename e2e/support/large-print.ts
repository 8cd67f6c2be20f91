import type { MiniApp } from './mini-app';
import type { MiniElement, MiniPage } from './mini-program';

/** What a thumb presses on every page. */
const PRESSED = '.button, .choice, .switch-row, .date-press, .phone-row, .adult-row';
/** Of `--target` in large print (docs: miniapp/src/theme). */
const LEAST_PX = 60;

/** What on the page a thumb would miss in large print: too small, or beyond the edge of the screen. In its own words. */
export async function hardToTap({ mp }: MiniApp): Promise<readonly string[]> {
  const page = await mp.currentPage();
  if (!page) return ['no page'];
  const { windowWidth } = (await mp.callWxMethod('getSystemInfoSync')) as { windowWidth: number };
  const found = await page.$$(PRESSED);
  const said = await Promise.all(found.map((element: MiniElement) => whatIsWrong(element, windowWidth)));
  return [...(await sideways(page, windowWidth)), ...said.filter((each) => each !== '')];
}

async function whatIsWrong(element: MiniElement, windowWidth: number): Promise<string> {
  const [size, offset] = await Promise.all([element.size(), element.offset()]);
  const [width, height, left] = [size.width, size.height, offset.left].map(Number) as [number, number, number];
  if (height >= LEAST_PX && left >= 0 && left + width <= windowWidth) return '';
  return `${(await element.text()).trim()}: ${width} × ${height} at ${left}`;
}

async function sideways(page: MiniPage, windowWidth: number): Promise<readonly string[]> {
  const width = Number((await page.size()).width);
  return width > windowWidth ? [`the page is ${width} wide on a screen of ${windowWidth}`] : [];
}
