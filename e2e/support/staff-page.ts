import type { Page } from 'playwright-core';
import type { Simulators } from './simulators';

/** A colleague at `/staff`, in a window of their own. */
export class StaffPage {
  constructor(
    readonly page: Page,
    private readonly origin: string,
    private readonly simulators: Simulators,
  ) {}

  async signIn(number: string): Promise<void> {
    await this.page.goto(`${this.origin}/staff`);
    const inside = this.page.getByRole('navigation').getByRole('link').first();
    const refused = this.page.locator('#sign-in-error').filter({ hasText: /\S/ });
    await this.tryCode(number);
    await inside.or(refused).waitFor();
    // the bureau may answer too late, and the code is used up: once more with the next, as a colleague would
    if (await refused.isVisible()) await this.tryCode(number);
    await inside.waitFor();
  }

  async show(title: string): Promise<void> {
    await this.page.getByRole('link', { name: title, exact: true }).click();
    await this.page.getByRole('heading', { level: 1, name: title }).waitFor();
    await this.page.locator('#view-body[aria-busy="false"]').waitFor();
  }

  private async tryCode(number: string): Promise<void> {
    await this.page.getByLabel('工号').fill(number);
    await this.page.getByLabel('动态码').fill(await this.simulators.staffCode(number));
    await this.page.getByRole('button', { name: '登录', exact: true }).click();
  }
}
