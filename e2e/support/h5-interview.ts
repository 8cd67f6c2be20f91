import type { Page } from 'playwright-core';
import type { ExpectedVerdict } from './expected-result';
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

  async start(): Promise<void> {
    await this.page.locator('#start:visible').click();
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

  async next(): Promise<void> {
    await this.page.locator('#next:visible').click();
  }
}

/** What the result page shows for one programme, its clauses opened on the way. */
export async function shownOnH5(page: Page, programme: string): Promise<ExpectedVerdict> {
  const card = page.locator(`#verdict-${programme}:visible`);
  const badge = (await card.locator('.verdict-badge').innerText()).trim();
  await card.locator('.verdict-open').click();
  await card.locator('.clause-outcome').first().waitFor();
  const outcomes = await card.locator('.clause-outcome').allInnerTexts();
  return { programme, badge, outcomes: outcomes.map((outcome) => outcome.trim()) };
}
