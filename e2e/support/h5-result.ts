import type { Locator, Page } from 'playwright-core';
import { asRead } from './as-read';
import type { DoorOffer, ResultScreen, ShownVerdict } from './result-screen';

/** The result in the browser. */
export class H5Result implements ResultScreen {
  constructor(private readonly page: Page) {}

  async words(): Promise<string> {
    return asRead(await this.page.locator('body').innerText());
  }

  async programmes(): Promise<readonly string[]> {
    const cards = this.page.locator('.verdict-card:visible');
    await cards.first().waitFor();
    return cards.evaluateAll((found) => found.map(({ id }) => id.replace('verdict-', '')));
  }

  async verdict(programme: string): Promise<ShownVerdict> {
    const card = this.page.locator(`#verdict-${programme}:visible`);
    if ((await card.locator('.clause-outcome').count()) === 0) await card.locator('.verdict-open').click();
    await card.locator('.clause-outcome').first().waitFor();
    const [badge = ''] = await textsOf(card.locator('.verdict-badge'));
    const [why = ''] = await textsOf(card.locator('.verdict-why'));
    const [amount = ''] = await textsOf(card.locator('.verdict-amount'));
    return { programme, badge, why, amount, outcomes: await textsOf(card.locator('.clause-outcome')) };
  }

  async plan(): Promise<string> {
    return (await textsOf(this.page.locator('#plan:visible'))).join();
  }

  async notAsked(): Promise<readonly DoorOffer[]> {
    const offers = await this.page.locator('.door-offer:visible').all();
    return Promise.all(
      offers.map(async (offer) => {
        const [title = '', line = ''] = await textsOf(offer.locator('.line'));
        return { title, line };
      }),
    );
  }

  async openDoor(title: string): Promise<void> {
    const exactly = this.page.getByText(title, { exact: true });
    await this.page.locator('.door-offer:visible').filter({ has: exactly }).locator('.open-door').click();
  }
}

async function textsOf(locator: Locator): Promise<string[]> {
  return (await locator.allInnerTexts()).map(asRead);
}
