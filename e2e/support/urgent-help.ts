import type { Page } from 'playwright-core';
import type { AppScreen } from './app-screen';
import { pages } from './pages';
import type { Simulators } from './simulators';
import { until } from './until';

/** Somebody who has nothing to eat, where they are and how they are found. */
export interface Trouble {
  readonly kind: string;
  readonly place: string;
  readonly phone: string;
}

/** On the page for help at once: the least that lets somebody be found. */
export async function writeTrouble(screen: AppScreen, { kind, place, phone }: Trouble): Promise<void> {
  await screen.see('#ask-form');
  await screen.tapText('#ask-form .choice', kind);
  await screen.type('#urgent-place', place);
  await screen.type('#urgent-phone', phone);
}

/** Sends what is written; returns the short number. */
export async function sendTrouble(screen: AppScreen): Promise<string> {
  await screen.tap('#send-urgent');
  return numberSent(screen);
}

/** Once the page says it is sent: its short number. */
export async function numberSent(screen: AppScreen): Promise<string> {
  await until('the short number', () => screen.isOn(pages.urgentSent));
  await screen.see('#urgent-now');
  return screen.parameter('number');
}

/** Looks again and again until the resident reads this. */
export async function readsOfHelp(screen: AppScreen, words: string): Promise<void> {
  await until(`the resident to read "${words}"`, async () => {
    await screen.tap('#look');
    return (await screen.texts('#urgent-now')).join().includes(words);
  });
}

/** What social assistance did with requests for help, each as often as it did it. */
export async function askedAtTheBureau(bureaus: Simulators): Promise<readonly string[]> {
  const { effects } = await bureaus.journal('social-assistance');
  return effects.filter(({ kind }) => kind === 'urgent-asked').map(({ facts }) => facts.requestNo ?? '');
}

/** The clerk at the bureau desk says what they did about the request in this place. */
export async function answerAtDesk(desk: Page, origin: string, number: string, act: string, words = ''): Promise<void> {
  await desk.goto(`${origin}/desk/urgent`);
  const card = desk.locator('section.card').filter({ hasText: number });
  await card.getByLabel('给了什么，或转给哪个单位').fill(words);
  await card.getByRole('button', { name: act, exact: true }).click();
  await card.locator('.rows li').filter({ hasText: act }).waitFor();
}
