import { asRead } from './as-read';
import { type MiniElement, type MiniProgram, Screen } from './mini-program';
import type { DoorOffer, ResultScreen, ShownVerdict } from './result-screen';
import { until } from './until';

/** The result in the mini-program. */
export class MiniResult implements ResultScreen {
  private readonly screen: Screen;

  constructor(mp: MiniProgram) {
    this.screen = new Screen(mp);
  }

  words(): Promise<string> {
    return this.screen.text('.page-root');
  }

  async programmes(): Promise<readonly string[]> {
    await this.screen.find('.verdict-card');
    const cards = await this.screen.all('.verdict-card');
    return Promise.all(cards.map(async (card) => (await card.attribute('id')).replace('verdict-', '')));
  }

  async verdict(programme: string): Promise<ShownVerdict> {
    const card = await this.screen.find(`#verdict-${programme}`);
    if (!(await card.$('.clause-outcome'))) await (await card.$('.verdict-open'))?.tap();
    const outcomes = await until(`the clauses of ${programme}`, async () => {
      const found = await textsIn(card, '.clause-outcome');
      return found.length > 0 ? found : undefined;
    });
    const [badge = ''] = await textsIn(card, '.verdict-badge');
    const [why = ''] = await textsIn(card, '.verdict-why');
    const [amount = ''] = await textsIn(card, '.verdict-amount');
    return { programme, badge, why, amount, outcomes };
  }

  async plan(): Promise<string> {
    return (await this.screen.texts('#plan')).join();
  }

  async notAsked(): Promise<readonly DoorOffer[]> {
    const offers = await this.screen.all('.door-offer');
    return Promise.all(
      offers.map(async (offer) => {
        const [title = '', line = ''] = await textsIn(offer, '.line');
        return { title, line };
      }),
    );
  }

  async openDoor(title: string): Promise<void> {
    const offers = await this.notAsked();
    const offer = (await this.screen.all('.door-offer'))[offers.findIndex((each) => each.title === title)];
    if (!offer)
      throw new Error(`no door is called ${title}; there is: ${offers.map((each) => each.title).join(' / ')}`);
    await (await offer.$('.open-door'))?.tap();
  }
}

async function textsIn(element: MiniElement, selector: string): Promise<string[]> {
  const found: readonly MiniElement[] = await element.$$(selector);
  return Promise.all(found.map(async (each) => asRead(await each.text())));
}
