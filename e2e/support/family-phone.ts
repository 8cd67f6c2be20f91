import type { BrowserContext } from 'playwright-core';
import { H5App } from './h5-app';
import { pages } from './pages';
import type { PersonAtTheBureaus } from './simulators';
import { until } from './until';

/** One phone of a family: a browser of its own, with a session of its own. */
export class FamilyPhone {
  /** What went wrong on its pages. */
  readonly problems: string[] = [];

  private constructor(readonly app: H5App) {}

  static async open(context: BrowserContext, origin: string, elder = false): Promise<FamilyPhone> {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
    const page = await context.newPage();
    const phone = new FamilyPhone(new H5App(page, origin));
    page.on('pageerror', (error) => phone.problems.push(error.message));
    if (elder) {
      await phone.app.open(pages.home);
      await phone.app.tap('#elder-switch');
    }
    return phone;
  }

  /** A link as it came: opened from outside, with nothing of the app on the screen yet. */
  async openLink(link: string): Promise<void> {
    await this.app.page.goto('about:blank');
    await this.app.page.goto(link);
    await this.app.see('.page-root');
  }

  /** From a link on to the question it asks: signs in, shows the real name, and is back where the link led. */
  async signInFromLink({ name, realName, idNumber }: PersonAtTheBureaus): Promise<void> {
    await this.app.tap('#go-sign-in');
    await until('the page for signing in', () => this.app.isOn(pages.signIn));
    await this.app.signInAs(name);
    await this.app.tap('#go-real-name');
    await this.showRealName({ realName, idNumber });
    await this.app.see('#agree');
  }

  /** On the page for the real name: until one may go on from it. */
  async showRealName({ realName, idNumber }: Pick<PersonAtTheBureaus, 'realName' | 'idNumber'>): Promise<void> {
    await this.app.type('#name', realName);
    await this.app.type('#id-number', idNumber);
    await this.app.tap('#consent .choice');
    await this.app.tap('#verify');
    await this.app.tap('#go-on');
    await until('the page before', async () => !(await this.app.isOn(pages.realName)));
  }

  /** Chooses a picture where the button opens the camera or the album. */
  async photograph(button: string, picture: Buffer): Promise<void> {
    const choosing = this.app.page.waitForEvent('filechooser');
    await this.app.tap(button);
    await (await choosing).setFiles({ name: '照片.jpg', mimeType: 'image/jpeg', buffer: picture });
  }

  /** What the button puts on the clipboard. */
  async copied(button: string): Promise<string> {
    await this.app.tap(button);
    return until('something to be copied', () => this.app.page.evaluate(() => navigator.clipboard.readText()));
  }

  /** On a case page: looks again until it is so. */
  async refreshUntil(what: string, isSo: () => Promise<boolean>): Promise<void> {
    await until(what, async () => {
      await this.app.tap('#refresh');
      return isSo();
    });
  }
}
