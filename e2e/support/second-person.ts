import type { AppScreen } from './app-screen';
import { signInAs } from './application-journey';
import { becomeKnown } from './helping';
import type { MiniApp } from './mini-app';
import type { PersonAtTheBureaus } from './simulators';

export type Card = Awaited<ReturnType<MiniApp['shareCard']>>;

/** A card as it is tapped in a chat: it opens the app, which was not running. */
export async function openCard(app: MiniApp, { path }: Card): Promise<void> {
  await app.killAndOpen(path.replace(/^\//, ''));
}

/** On the page a card opened: signed in, and the real name shown where the answer needs one. */
export async function sayWhoOneIs(screen: AppScreen, person: PersonAtTheBureaus): Promise<void> {
  await screen.tap('#go-sign-in');
  await signInAs(screen, person.name);
  await screen.tap('#go-real-name');
  await becomeKnown(screen, person);
}
