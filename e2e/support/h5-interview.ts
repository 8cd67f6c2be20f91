import type { Page } from 'playwright-core';
import { asRead } from './as-read';
import type { QuestionWords } from './household';
import type { InterviewScreen } from './interview';
import { pages } from './pages';

/** True when the page with this path is the one on screen. The H5 app keeps earlier pages in the document, hidden. */
export function isOn(page: Page, path: string): boolean {
  return new URL(page.url()).hash.startsWith(`#/${path}`);
}

/** The questions in the browser. */
export class H5Interview implements InterviewScreen {
  constructor(private readonly page: Page) {}

  tap(selector: string): Promise<void> {
    return this.page.locator(`${selector}:visible`).first().click();
  }

  async look(): Promise<QuestionWords | 'result'> {
    if (isOn(this.page, pages.result)) return 'result';
    const [title] = await this.page.locator('.question-title:visible').allInnerTexts();
    const [help = ''] = await this.page.locator('.question-help:visible').allInnerTexts();
    if (title === undefined) throw new Error(`no question is on screen at ${this.page.url()}`);
    return { title: title.trim(), help: help.trim() };
  }

  async tickDoors(titles: readonly string[]): Promise<void> {
    await this.page.locator('.doors-title:visible').waitFor();
    for (const choice of await this.page.locator('.choice:visible').all()) {
      const title = (await choice.locator('.choice-text').innerText()).trim();
      const ticked = (await choice.getAttribute('aria-checked')) === 'true';
      if (ticked !== titles.includes(title)) await choice.click();
    }
    const on = await this.page.locator('.choice-on:visible .choice-text').allInnerTexts();
    expect(on.map((text) => text.trim()).sort()).toEqual([...titles].sort());
  }

  async press(choice: string): Promise<void> {
    const exactly = this.page.getByText(choice, { exact: true });
    await this.page.locator('.choice:visible').filter({ has: exactly }).click();
    await this.page.locator('.choice-on:visible').filter({ has: exactly }).waitFor();
  }

  async pickDay(day: string): Promise<void> {
    const parts = { year: day.slice(0, 4), month: day.slice(5, 7), date: day.slice(8) };
    for (const [part, value] of Object.entries(parts))
      await this.page.locator(`.date-list-${part}:visible select`).selectOption(value);
  }

  async type(text: string): Promise<void> {
    await this.page.locator('.answer-input:visible input').fill(text);
  }

  typed(): Promise<string> {
    return this.page.locator('.answer-input:visible input').inputValue();
  }

  async texts(selector: string): Promise<readonly string[]> {
    return (await this.page.locator(`${selector}:visible`).allInnerTexts()).map(asRead);
  }
}
