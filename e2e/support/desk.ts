import type { Browser, Page } from 'playwright-core';

/** The clerk of the simulated relief platform, in a window of their own. */
export class Desk {
  private constructor(
    private readonly page: Page,
    private readonly origin: string,
  ) {}

  static async open(browser: Browser, simulators: string): Promise<Desk> {
    const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, locale: 'zh-CN' });
    return new Desk(await context.newPage(), simulators);
  }

  /** Opens the case of this applicant, waiting until it has arrived. */
  async openCaseOf(realName: string): Promise<void> {
    const row = this.page.locator('.cases a', { hasText: realName });
    await this.page.goto(`${this.origin}/desk/social-assistance`);
    await row.first().waitFor({ timeout: 20_000 });
    await row.first().click();
    await this.page.locator('h1', { hasText: realName }).waitFor();
  }

  /** How many cases of this applicant there are. */
  async casesOf(realName: string): Promise<number> {
    await this.page.goto(`${this.origin}/desk/social-assistance`);
    return this.page.locator('.cases a', { hasText: realName }).count();
  }

  accept(): Promise<void> {
    return this.page.getByRole('button', { name: '收下', exact: true }).click();
  }

  async approve(programme: string, yuan: string): Promise<void> {
    const card = this.cardOf(programme);
    await card.locator('summary', { hasText: /^批准$/ }).click();
    await card.getByLabel('多少元').fill(yuan);
    await card.getByRole('button', { name: '批准', exact: true }).click();
    await this.confirm();
  }

  async refuse(programme: string, clause: string): Promise<void> {
    const card = this.cardOf(programme);
    await card.locator('summary', { hasText: /^不批准$/ }).click();
    await card.getByLabel(clause).check();
    await card.getByRole('button', { name: '不批准', exact: true }).click();
    await this.confirm();
  }

  private cardOf(programme: string) {
    return this.page.locator('#actions section', { hasText: programme });
  }

  private async confirm(): Promise<void> {
    await this.page.getByRole('button', { name: '确定发出' }).click();
    await this.page.locator('#history').waitFor();
  }
}
