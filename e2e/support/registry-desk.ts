import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { Page } from 'playwright-core';
import { until } from './until';

/** The counter of a marriage registry, in a window of its own. */
export class RegistryDesk {
  constructor(
    private readonly page: Page,
    /** Of the simulators. */
    private readonly origin: string,
  ) {}

  /** What the counter says of a pass that was scanned or read out. */
  async look(said: string): Promise<string> {
    await this.open();
    await this.page.getByLabel('扫到的一串').fill(said);
    await this.page.getByRole('button', { name: '看一看，记到场' }).click();
    return this.page.locator('[role="status"], [role="alert"]').first().innerText();
  }

  /** Takes step 1 of a divorce, whose appointment is waited for. */
  async acceptDivorce(day: CivilDate, number: string): Promise<void> {
    const row = this.page.locator('#expected li').filter({ hasText: number });
    await until(`${number} at the counter`, async () => {
      await this.open(day);
      return (await row.count()) > 0;
    });
    await row.getByRole('button', { name: '收下离婚登记申请' }).click();
    await this.page.locator('#divorces .pill.delivered').first().waitFor();
  }

  private async open(day?: CivilDate): Promise<void> {
    await this.page.goto(`${this.origin}/desk/marriage-registry${day === undefined ? '' : `?day=${day}`}`);
  }
}
