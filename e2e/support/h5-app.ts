import type { Locator, Page } from 'playwright-core';
import type { AppScreen } from './app-screen';
import { asRead } from './as-read';
import { isOn } from './h5-interview';

/** The app in the browser. Pages left behind stay in the document, hidden: only what can be seen counts. */
export class H5App implements AppScreen {
  constructor(
    readonly page: Page,
    private readonly origin: string,
  ) {}

  async open(path: string): Promise<void> {
    await this.page.goto(`${this.origin}/#/${path}`);
    await this.see('.page-root');
  }

  isOn(path: string): Promise<boolean> {
    return Promise.resolve(isOn(this.page, path));
  }

  parameter(name: string): Promise<string> {
    const [, query] = new URL(this.page.url()).hash.split('?');
    return Promise.resolve(new URLSearchParams(query).get(name) ?? '');
  }

  see(selector: string): Promise<void> {
    return this.visible(selector).first().waitFor();
  }

  async has(selector: string): Promise<boolean> {
    return (await this.visible(selector).count()) > 0;
  }

  tap(selector: string): Promise<void> {
    return this.visible(selector).first().click();
  }

  tapTwice(selector: string): Promise<void> {
    return this.visible(selector).first().dblclick();
  }

  tapText(selector: string, text: string): Promise<void> {
    return this.visible(selector)
      .filter({ has: this.page.getByText(text, { exact: true }) })
      .first()
      .click();
  }

  async type(selector: string, text: string): Promise<void> {
    const field = this.fieldIn(selector);
    await field.fill(text);
    await field.blur();
  }

  typed(selector: string): Promise<string> {
    return this.fieldIn(selector).inputValue();
  }

  async texts(selector: string): Promise<readonly string[]> {
    return (await this.visible(selector).allInnerTexts()).map(asRead);
  }

  ids(selector: string): Promise<readonly string[]> {
    return this.visible(selector).evaluateAll((found) => found.map(({ id }) => id));
  }

  async signInAs(person: string): Promise<void> {
    await this.see('.sim-person');
    // not everybody stands there before they are looked for
    await this.type('#sim-people .search-box', person);
    await this.tapText('.sim-person', person);
  }

  private fieldIn(selector: string): Locator {
    return this.page.locator(`${selector}:visible`).first().locator('input, textarea').first();
  }

  private visible(selector: string): Locator {
    return this.page.locator(`${selector} >> visible=true`);
  }
}
