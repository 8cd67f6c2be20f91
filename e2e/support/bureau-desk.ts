import type { Locator, Page } from 'playwright-core';

export type DeskBureau = 'social-assistance' | 'disability-benefits' | 'child-welfare' | 'eldercare';

export interface Approval {
  /** e.g. `1045.50`; absent: recognised without money. */
  readonly yuan?: string;
  /** `2026-12`; absent: as the desk proposes it. */
  readonly fromMonth?: string;
}

/** A clerk at the bureau desk of the simulators, in a window of their own. Every act waits until its page is there. */
export class BureauDesk {
  constructor(
    private readonly page: Page,
    /** Of the simulators, e.g. `http://127.0.0.1:3100`. */
    private readonly origin: string,
  ) {}

  /** Opens the newest case of an applicant, waiting for it to come in. */
  async openCase(bureau: DeskBureau, applicant: string): Promise<void> {
    await this.page.goto(`${this.origin}/desk/${bureau}`);
    const newest = this.page
      .getByRole('link')
      .filter({ has: this.page.getByText(applicant, { exact: true }) })
      .first();
    await newest.click();
    await this.page.getByRole('heading', { level: 1, name: applicant }).waitFor();
  }

  async accept(): Promise<void> {
    await this.act('收下了', () => this.page.getByRole('button', { name: '收下', exact: true }).click());
  }

  async askPapers(papers: readonly string[], by?: string): Promise<void> {
    await this.act('请补材料', async () => {
      await this.unfold(this.page.locator('#actions'), '要材料');
      await this.page.getByLabel('别的材料，一行一样').fill(papers.join('\n'));
      if (by) await this.page.getByLabel('最晚哪天交').fill(by);
      await this.page.getByRole('button', { name: '发出补材料通知' }).click();
    });
  }

  async receivePaper(name: string): Promise<void> {
    await this.act(`收到材料：${name}`, () => this.page.getByRole('button', { name: `收到了：${name}` }).click());
  }

  async visit(on?: string): Promise<void> {
    await this.act('上门看过', async () => {
      await this.unfold(this.page.locator('#actions'), '上门看过');
      if (on) await this.page.getByLabel('哪天去的').fill(on);
      await this.page.getByRole('button', { name: '记下上门' }).click();
    });
  }

  async publicise(from?: string): Promise<void> {
    await this.act('公示', async () => {
      await this.unfold(this.page.locator('#actions'), '公示');
      if (from) await this.page.getByLabel('从哪天起，贴 7 天').fill(from);
      await this.page.getByRole('button', { name: '开始公示' }).click();
    });
  }

  /** @param programme as the bureau calls it, e.g. `最低生活保障`. */
  async approve(programme: string, { yuan, fromMonth }: Approval): Promise<void> {
    await this.act(`批准${programme}`, async () => {
      const card = this.decisionOn(programme);
      await this.unfold(card, '批准');
      if (yuan) await card.getByLabel('多少元').fill(yuan);
      if (fromMonth) await card.getByLabel('从哪个月起').fill(fromMonth);
      await card.getByRole('button', { name: '批准', exact: true }).click();
      await this.confirm();
    });
  }

  /** @param clause one of the list, or typed when the list has no such one. */
  async refuse(programme: string, clause: string): Promise<void> {
    await this.act(`不批准${programme}`, async () => {
      const card = this.decisionOn(programme);
      await this.unfold(card, '不批准');
      const listed = card.getByRole('radio', { name: clause, exact: true });
      if ((await listed.count()) > 0) await listed.check();
      else await card.getByLabel('或者自己写依据的条款').fill(clause);
      await card.getByRole('button', { name: '不批准', exact: true }).click();
      await this.confirm();
    });
  }

  /** Waits until the platform has taken everything that was told of this case. */
  async allDelivered(): Promise<void> {
    await this.page.locator('#history .pill').first().waitFor();
    await this.page.waitForFunction(() => {
      const marks = [...document.querySelectorAll('#history .pill')];
      return marks.every((mark) => mark.classList.contains('delivered'));
    });
  }

  /** What stands on the page, for what no method says. */
  get screen(): Page {
    return this.page;
  }

  private decisionOn(programme: string): Locator {
    const title = this.page.getByRole('heading', { level: 2, name: programme, exact: true });
    return this.page.locator('#actions section').filter({ has: title });
  }

  private async unfold(part: Locator, name: string): Promise<void> {
    const fold = part.locator('details').filter({ has: this.page.locator('summary').getByText(name, { exact: true }) });
    if ((await fold.getAttribute('open')) === null) await fold.locator('summary').click();
  }

  private async confirm(): Promise<void> {
    await this.page.getByRole('button', { name: '确定发出' }).click();
  }

  /** The newest line of the history begins with these words once the act is done. */
  private async act(words: string, work: () => Promise<void>): Promise<void> {
    await work();
    await this.page.locator('#history li').first().filter({ hasText: words }).waitFor();
  }
}
