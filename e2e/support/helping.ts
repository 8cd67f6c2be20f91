import type { Page } from 'playwright-core';
import type { AppScreen } from './app-screen';
import { pages } from './pages';
import type { PersonAtTheBureaus } from './simulators';
import { until } from './until';

/** On the page for the real name; afterwards back where it was asked. */
export async function becomeKnown(screen: AppScreen, { realName, idNumber }: PersonAtTheBureaus): Promise<void> {
  await until('the page for the name', () => screen.isOn(pages.realName));
  await screen.type('#name', realName);
  await screen.type('#id-number', idNumber);
  await screen.tap('#consent .choice');
  await screen.tap('#verify');
  await screen.tap('#go-on');
  await until('the page before', async () => !(await screen.isOn(pages.realName)));
}

/** Fills in that one wants to do one matter for somebody, who is asked by a text message, and presses once. */
export async function askToHelp(screen: AppScreen, whom: PersonAtTheBureaus, what: string): Promise<void> {
  await screen.open(pages.helping);
  await screen.tap('#ask-help');
  await until('the page for asking', () => screen.isOn(pages.askHelp));
  await screen.type('#helped-name', whom.realName);
  await screen.type('#helped-number', whom.idNumber);
  await screen.type('#street .search-box', '西营门');
  await screen.tap('#street .choice');
  await screen.type('#helped-phone', whom.phone);
  await screen.tapText('#what .choice', what);
  await screen.tap('#ask');
}

/** The newest question whether somebody may help that reached this phone, as it stands at the desk. */
export async function messageAt(desk: Page, simulators: string, phone: string, after = 0): Promise<string> {
  const rows = desk.locator('#messages tbody tr').filter({ hasText: phone }).filter({ hasText: '口令' });
  return until(`a message to ${phone}`, async () => {
    await desk.goto(`${simulators}/desk/sms`);
    return (await rows.count()) > after && rows.first().innerText();
  });
}

export function codeIn(message: string): string {
  const [, code] = /口令 (\d{4} ?\d{4})/.exec(message) ?? [];
  if (code === undefined) throw new Error(`no code in "${message}"`);
  return code;
}

/** The helper was told the code and types it; then the one application it is for is opened. */
export async function tellCode(screen: AppScreen, code: string): Promise<void> {
  await screen.type('.mandate-helper', code);
  await screen.tap('.send-code');
  await until('the yes', async () => !(await screen.has('.send-code')));
  expect((await screen.texts('.mandate-helper'))[0]).toContain('本人答应了');
}

/** On the last look: every consent, then it can be handed in. For matters in which nobody's means are looked up. */
export async function agreeAndHandIn(screen: AppScreen): Promise<void> {
  for (;;) {
    const [asked] = await until('a consent or the last button', async () => {
      const titles = await screen.texts('#consent-ask');
      return (titles.length > 0 || (await screen.has('#submit'))) && titles;
    });
    if (asked === undefined) break;
    await screen.tap('#consent-yes');
    // a button on its way out must not be pressed again
    await until('the answer to be taken', async () => (await screen.texts('#consent-ask'))[0] !== asked);
  }
  await screen.tap('#submit');
  await until('the receipt', () => screen.isOn(pages.receipt));
  await screen.see('#receipt .receipt-number');
}
