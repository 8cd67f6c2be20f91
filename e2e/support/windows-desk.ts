import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { Locator, Page, Response } from 'playwright-core';
import type { StaffPage } from './staff-page';

/** What is to become of many times, as the form at `/staff` asks it. Ids of fields without `change-`, and what stands in them. */
export interface WindowsWish {
  readonly act: 'open' | 'close' | 'reopen' | 'change';
  readonly days: readonly [from: CivilDate, to: CivilDate];
  readonly site: string;
  readonly template?: string;
  readonly daysOff?: true;
  readonly why?: string;
  readonly capacity?: string;
  readonly heldBack?: string;
}

/** A colleague who opens, changes and closes times: 号源 and 开放安排. */
export class WindowsDesk {
  private readonly page: Page;

  constructor(staff: StaffPage) {
    this.page = staff.page;
  }

  /** Everything that stands of one day at one site. */
  async look(day: CivilDate, site: string): Promise<string> {
    await this.page.locator('#windows-day').fill(day);
    await this.page.locator('#windows-site').selectOption(site);
    await this.reread('/staff/windows?', () => this.page.getByRole('button', { name: '看这一天' }).click());
    for (const fold of await this.page.locator('#view-body li.card summary').all()) await fold.click();
    return (await this.page.locator('#view-body').innerText()).split('成批改')[0] ?? '';
  }

  /** What it would touch; nothing is changed. */
  async preview(wish: WindowsWish): Promise<string> {
    await this.fill(wish);
    const seen = this.page.waitForResponse((response) => response.url().endsWith('/windows/preview'));
    await this.page.getByRole('button', { name: '先看会动哪些' }).click();
    await seen;
    const touched = this.page.locator('#view-body [aria-live]');
    await touched.getByText('涉及预约').waitFor();
    return touched.innerText();
  }

  /** As it was looked at before. */
  async make(reason: string): Promise<void> {
    await this.page.getByLabel('原因（会留底）').fill(reason);
    await this.page.getByRole('button', { name: '照这样改' }).click();
    await this.reread('/staff/windows?', () => this.page.getByRole('button', { name: '改', exact: true }).click());
  }

  /** One line of hours, couples, and how many are kept for whoever walks in. */
  async changeTemplate(code: string, line: string, reason: string): Promise<void> {
    const fold = this.page.locator('details').filter({ has: this.page.locator(`#times-${code}`) });
    await fold.locator('summary').click();
    await fold.locator(`#times-${code}`).fill(line);
    await this.give(fold, '改模板', reason);
  }

  async addHotDay(day: CivilDate, name: string, reason: string): Promise<void> {
    const fold = this.page.locator('details').filter({ has: this.page.locator('#hot-day') });
    await fold.locator('summary').click();
    await fold.locator('#hot-day').fill(day);
    await fold.locator('#hot-name').fill(name);
    await this.give(fold, '记下', reason);
  }

  async changeAddress(site: string, address: string, source: string, reason: string): Promise<void> {
    const fold = this.page.locator('details').filter({ has: this.page.locator(`#site-${site}-address`) });
    await fold.locator('summary').click();
    await fold.locator(`#site-${site}-address`).fill(address);
    await fold.locator(`#site-${site}-source`).fill(source);
    await this.give(fold, '改资料', reason);
  }

  private async fill({ act, days: [from, to], site, template, daysOff, ...typed }: WindowsWish): Promise<void> {
    await this.page.locator('#change-act').selectOption(act);
    await this.page.locator('#change-from').fill(from);
    await this.page.locator('#change-to').fill(to);
    await this.page.locator('#change-site').selectOption(site);
    if (template) await this.page.locator('#change-template').selectOption(template);
    if (daysOff) await this.page.locator('#change-days-off').check();
    const fields = { why: 'change-why', capacity: 'change-capacity', heldBack: 'change-held-back' } as const;
    for (const [key, id] of Object.entries(fields)) {
      const text = typed[key as keyof typeof fields];
      if (text !== undefined) await this.page.locator(`#${id}`).fill(text);
    }
  }

  private async give(fold: Locator, act: string, reason: string): Promise<void> {
    await fold.getByLabel('原因（会留底）').fill(reason);
    await this.reread('/staff/openings?', () => fold.getByRole('button', { name: act, exact: true }).click());
  }

  /** Does it, and waits until the view has read and shown what came of it. */
  private async reread(path: string, work: () => Promise<void>): Promise<void> {
    const isIt = (response: Response) => response.request().method() === 'GET' && response.url().includes(path);
    const read = this.page.waitForResponse(isIt);
    await work();
    await read;
    await this.page.locator('#view-body[aria-busy="false"]').waitFor();
  }
}
