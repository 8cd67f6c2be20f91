import type { Page } from 'playwright-core';

/** Somebody on the telephone, as the service person hears them. */
export interface Caller {
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
  readonly deceased: string;
  readonly deceasedIdNumber?: string;
  readonly died?: string;
  readonly way?: '集体撒海' | '家庭撒海' | '代撒';
  readonly aboard?: number;
  /** None: the organiser chooses. */
  readonly voyage?: string;
}

/** The service desk of 殡仪服务总站 and its desk at the vessel, in a window of their own. */
export class SeaDesk {
  constructor(
    private readonly page: Page,
    /** Of the simulators. */
    private readonly origin: string,
  ) {}

  /** Signs them up for who is on the phone, and says what the platform answered. */
  async phoneIn(caller: Caller): Promise<string> {
    const { page } = this;
    await page.goto(`${this.origin}/desk/funeral-affairs`);
    await page.getByLabel('来电人姓名').fill(caller.name);
    await page.getByLabel('来电人公民身份号码').fill(caller.idNumber);
    await page.getByLabel('回电号码').fill(caller.phone);
    await page.getByLabel('逝者姓名').fill(caller.deceased);
    await page.getByLabel('逝者公民身份号码').fill(caller.deceasedIdNumber ?? '');
    await page.getByLabel('去世日期').fill(caller.died ?? '');
    await page.getByLabel('怎么送').selectOption({ label: caller.way ?? '集体撒海' });
    await page.getByLabel('几位上船').fill(String(caller.aboard ?? 0));
    await page.getByLabel('哪一班').fill(caller.voyage ?? '');
    await page.getByRole('button', { name: '替他报名' }).click();
    const row = page.locator('#asked li').filter({ hasText: caller.name }).first();
    await row.getByText(/报好名|报过名|没有报上/).waitFor();
    return row.innerText();
  }

  async seePapers(farewell: string, ...papers: readonly string[]): Promise<void> {
    const { page } = this;
    await page.goto(`${this.origin}/desk/funeral-affairs`);
    await page.getByLabel('报名号').fill(farewell);
    for (const paper of papers) await page.getByLabel(paper, { exact: true }).check();
    await page.getByRole('button', { name: '这些看过了' }).click();
    await page.locator('#papers li').filter({ hasText: farewell }).getByText('已送达').waitFor();
  }

  async verifyDeath(name: string, idNumber: string, died: string): Promise<void> {
    const { page } = this;
    await page.goto(`${this.origin}/desk/death-registry`);
    await page.getByLabel('逝者姓名').fill(name);
    await page.getByLabel('公民身份号码', { exact: true }).fill(idNumber);
    await page.getByLabel('去世日期').fill(died);
    await page.getByRole('button', { name: '核实，记下' }).click();
    await page.locator('#deaths li').filter({ hasText: name }).getByText('已送达').waitFor();
  }

  /** What the vessel says of a pass that was scanned or read out. */
  async look(voyage: string, said: string): Promise<string> {
    await this.openVessel(voyage);
    await this.page.getByLabel('扫到的一串').fill(said);
    await this.page.getByRole('button', { name: '看一看，上船' }).click();
    return this.page.locator('[role="status"], [role="alert"]').first().innerText();
  }

  /** The manifest as it stands on the vessel, families with who is aboard. */
  async manifest(voyage: string): Promise<string> {
    await this.openVessel(voyage);
    return this.page.locator('#manifest').innerText();
  }

  async sail(voyage: string): Promise<void> {
    await this.openVessel(voyage);
    await this.page.getByRole('button', { name: '开船了' }).click();
    await this.page.getByRole('heading', { name: /开的船/ }).waitFor();
  }

  /** All families that are aboard, now. */
  async scatter(voyage: string, latitude: string, longitude: string): Promise<void> {
    await this.openVessel(voyage);
    await this.page.getByLabel('北纬').fill(latitude);
    await this.page.getByLabel('东经').fill(longitude);
    await this.page.getByRole('button', { name: '已经送行，报告位置' }).click();
    await this.page.getByText('都送行了').waitFor();
  }

  private async openVessel(voyage: string): Promise<void> {
    await this.page.goto(`${this.origin}/desk/vessel?voyage=${encodeURIComponent(voyage)}`);
  }
}
