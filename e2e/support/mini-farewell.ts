import type { MiniApp } from './mini-app';
import { pages } from './pages';
import { until } from './until';

/** A sign-up on a phone with WeChat, part by part: each is opened from the family's page, and left for it again. */
export class MiniFarewell {
  constructor(private readonly app: MiniApp) {}

  /** One begun by whoever is signed in; which it is. */
  async begin(): Promise<string> {
    await this.app.tap('#begin');
    return until('a farewell of their own', async () => (await this.app.parameter('id')) || undefined);
  }

  /** One part, whatever is said on it; afterwards the family's page stands there. */
  async write(section: string, say: () => Promise<void>): Promise<void> {
    await this.app.tap(`#section-${section}`);
    await this.app.see('#section-done');
    await say();
    await this.done();
  }

  async done(): Promise<void> {
    await this.app.tap('#section-done');
    await until('the page of the family', () => this.app.isOn(pages.farewell));
    await this.app.see('#sections');
  }
}
