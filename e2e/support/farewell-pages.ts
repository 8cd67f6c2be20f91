import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { SeaPaper } from '@jinmen/shared/services/sea-scattering/views';
import type { H5App } from './h5-app';
import { pages } from './pages';
import { until } from './until';

/** A sign-up on the phone, part by part: each is opened from the family's page, and left for it again. */
export class FarewellPages {
  constructor(private readonly app: H5App) {}

  /** One part, whatever is said on it; afterwards the family's page stands there, with all of it saved. */
  async write(section: string, say: () => Promise<void>): Promise<void> {
    await this.app.tap(`#section-${section}`);
    await this.app.see('#section-done');
    await say();
    await until(`${section} to be saved`, async () => (await this.app.texts('#saved')).join().includes('都存好了'));
    await this.app.tap('#section-done');
    await until('the page of the family', () => this.app.isOn(pages.farewell));
    await this.app.see('#sections');
  }

  /** A year, a month and a day of the browser's own lists. */
  async chooseDay(place: string, day: CivilDate): Promise<void> {
    const lists = this.app.page.locator(`${place} select >> visible=true`);
    for (const [at, part] of day.split('-').entries())
      await lists.nth(at).selectOption({ label: String(Number(part)) });
  }

  async addPerson(name: string, age: string, health?: string): Promise<void> {
    await this.app.tap('#add-person');
    await this.app.type('#person-name', name);
    await this.app.type('#person-age', age);
    if (health !== undefined) await this.app.type('#person-health', health);
    await this.app.tap('#keep-person');
    await until(`${name} to be in the list`, async () => (await this.app.texts('.person')).join().includes(name));
  }

  /** Not at hand: a promise, with its day. */
  async promise(paper: SeaPaper, day: CivilDate): Promise<void> {
    await this.app.tapText(`#paper-${paper} .choice`, '先写个承诺，以后补');
    await this.chooseDay(`#paper-${paper}`, day);
  }
}
