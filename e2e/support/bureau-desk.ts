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

  /** What stands under one of the common matters of the case, e.g. `核对授权`. */
  matter(title: string): Promise<string> {
    return this.matterCalled(title).innerText();
  }

  async goOnWithout(name: string, reason: string): Promise<void> {
    await this.act(`不等${name}签字`, async () => {
      const row = this.matterCalled('核对授权').locator('li').filter({ hasText: name });
      await row.getByLabel('为什么不等这一位').fill(reason);
      await row.getByRole('button', { name: '不等这一位，接着办' }).click();
    });
  }

  /** They came by, saw whoever signed on the applicant's phone, and it is theirs. */
  async sawSigner(name: string): Promise<void> {
    await this.act(`问过${name}本人`, async () => {
      const row = this.matterCalled('核对授权').locator('li').filter({ hasText: name });
      await row.getByLabel('怎么问的').selectOption({ label: '见到了本人' });
      await row.getByRole('button', { name: '问过本人了' }).click();
    });
  }

  /** Waits until a page of this paper is there, as a picture that can be seen, no larger than it need be. */
  async seePhoto(paper: string): Promise<void> {
    const picture = this.matterCalled('交来的材料').getByAltText(`${paper}第 1 张`);
    await picture.waitFor();
    const edge = await picture.evaluate((shown: HTMLImageElement) => Math.max(shown.naturalWidth, shown.naturalHeight));
    if (edge < 100 || edge > 2000) throw new Error(`the longest edge of ${paper} is ${edge}`);
  }

  async markUnreadable(paper: string): Promise<void> {
    await this.act(`${paper}看不清`, () =>
      this.matterCalled('交来的材料').getByRole('button', { name: '看不清，请本人重拍' }).first().click(),
    );
  }

  /** What is paid each month, and from which: `2027-01`. */
  async planPay(yuan: string, from: string): Promise<void> {
    await this.act('定了每月', () => this.money('定怎么发', { 多少元: yuan, 从哪个月起: from }, '定下来'));
  }

  async payMonth(yuan: string, month: string): Promise<void> {
    await this.act(`发了 ${month}`, () => this.money('发一个月', { 多少元: yuan, 哪个月的: month }, '发'));
  }

  /** Puts the one figure right that the applicant said is wrong. */
  async correct(value: string): Promise<void> {
    await this.act(`更正为 ${value}`, async () => {
      const form = this.page
        .locator('form')
        .filter({ has: this.page.getByRole('button', { name: '更正', exact: true }) });
      await form.getByLabel('更正成').fill(value);
      await form.getByRole('button', { name: '更正', exact: true }).click();
    });
  }

  /** @param programme as the bureau calls it. */
  async reopen(programme: string): Promise<void> {
    await this.act(`${programme}重新办理`, () =>
      this.page.getByRole('button', { name: `重新办理${programme}` }).click(),
    );
  }

  /** Sends the case up to its district, as the desk proposes it. */
  async sendToDistrict(): Promise<void> {
    await this.act('转给', () => this.page.getByRole('button', { name: '转过去' }).click());
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

  private async money(fold: string, fields: Readonly<Record<string, string>>, button: string): Promise<void> {
    const matter = this.matterCalled('发钱');
    await this.unfold(matter, fold);
    const form = matter.locator('details[open]');
    for (const [label, text] of Object.entries(fields)) await form.getByLabel(label, { exact: true }).fill(text);
    await form.getByRole('button', { name: button, exact: true }).click();
  }

  private matterCalled(title: string): Locator {
    const heading = this.page.getByRole('heading', { level: 2, name: title, exact: true });
    return this.page.locator('#matters section').filter({ has: heading });
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

  /** A line of the history says so once the act is done; others may have come in meanwhile. */
  private async act(words: string, work: () => Promise<void>): Promise<void> {
    const lines = this.page.locator('#history li').filter({ hasText: words });
    const before = await lines.count();
    await work();
    await lines.nth(before).waitFor();
  }
}
