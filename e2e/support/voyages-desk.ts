import { addDays, type CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { Locator, Page, Response } from 'playwright-core';
import type { StaffPage } from './staff-page';

/** A voyage as it is opened: what families need to know, typed once, and the rest as of the one before. */
export interface VoyageOpened {
  readonly day: CivilDate;
  readonly vessel: string;
  readonly place: string;
  readonly urns: string;
  readonly seats: string;
}

/** A colleague who opens and suspends voyages and looks for another day for those who lost theirs: 航次, 改期与安排. */
export class VoyagesDesk {
  private readonly page: Page;

  constructor(private readonly staff: StaffPage) {
    this.page = staff.page;
  }

  /** To be chosen since yesterday, until three days before. */
  async open(today: CivilDate, { day, vessel, place, urns, seats }: VoyageOpened): Promise<void> {
    await this.staff.show('航次');
    const fields = {
      ...{ day, vessel, place, urns, seats },
      ...{ meet: '07:30', starts: '08:30', ends: '11:30' },
      ...{ opens: addDays(today, -1), closes: addDays(day, -3) },
    };
    for (const [name, text] of Object.entries(fields)) await this.page.locator(`#open-${name}`).fill(text);
    const form = this.page.locator('section.card').filter({ has: this.page.locator('#open-day') });
    await form.getByLabel('原因（会留底）').fill('船方来函');
    await this.reread('/staff/voyages', () => form.getByRole('button', { name: '开放这一班' }).click());
  }

  /** Whom it would concern, in words; nothing is suspended. */
  async lookAhead(day: string): Promise<string> {
    const card = await this.voyage(day);
    await card
      .locator('summary')
      .filter({ hasText: /^停航$/ })
      .click();
    await card.getByRole('button', { name: '先看关系到多少家' }).click();
    const seen = card.locator('details[open] [aria-live]');
    await seen.getByText('关系到').waitFor();
    return seen.innerText();
  }

  /** After `lookAhead`. */
  async suspend(day: string, why: string, reason: string): Promise<void> {
    const fold = (await this.voyage(day)).locator('details[open]');
    await fold.getByLabel('给家属看的原因').fill(why);
    await fold.getByLabel('原因（会留底）').fill(reason);
    await fold.getByRole('button', { name: '停这一班' }).click();
    await this.reread('/staff/voyages', () => fold.getByRole('button', { name: '停航', exact: true }).click());
  }

  /** Everybody of a round, placed on paper alone. */
  async plan(round: string): Promise<string> {
    const section = await this.round(round);
    await this.reread('/staff/replacing', () =>
      section
        .getByRole('button', { name: /排一次/ })
        .first()
        .click(),
    );
    return section.innerText();
  }

  /** What was planned for one of them, by a word of theirs. */
  async planOf(round: string, theirs: string): Promise<string> {
    return (await this.member(round, theirs)).innerText();
  }

  async pin(round: string, theirs: string, voyage: string): Promise<void> {
    const card = await this.member(round, theirs);
    await card.locator('summary').click();
    await card.getByLabel('排到哪一次').selectOption(voyage);
    await this.reread('/staff/replacing', () => card.getByRole('button', { name: '定下，再排一次' }).click());
  }

  async apply(round: string, reason: string): Promise<void> {
    const section = await this.round(round);
    await section.getByLabel('原因（会留底）').fill(reason);
    await section.getByRole('button', { name: '就按这个定' }).click();
    await this.reread('/staff/replacing', () => section.getByRole('button', { name: '定', exact: true }).click());
  }

  private async voyage(day: string): Promise<Locator> {
    if (!(await this.isShown('航次'))) await this.staff.show('航次');
    return this.page.getByRole('listitem').filter({ has: this.page.getByRole('heading', { name: day }) });
  }

  private async round(title: string): Promise<Locator> {
    if (!(await this.isShown('改期与安排'))) await this.staff.show('改期与安排');
    return this.page.locator('section.group').filter({ has: this.page.getByRole('heading', { name: title }) });
  }

  private async member(round: string, theirs: string): Promise<Locator> {
    return (await this.round(round)).getByRole('listitem').filter({ hasText: theirs });
  }

  private isShown(title: string): Promise<boolean> {
    return this.page.getByRole('heading', { level: 1, name: title }).isVisible();
  }

  /** Does it, and waits until the view has read and shown what came of it. */
  private async reread(path: string, work: () => Promise<void>): Promise<void> {
    const isIt = (response: Response) => response.request().method() === 'GET' && response.url().endsWith(path);
    const read = this.page.waitForResponse(isIt);
    await work();
    await read;
    await this.page.locator('#view-body[aria-busy="false"]').waitFor();
  }
}
