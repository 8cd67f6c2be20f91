import type { MiniElement } from '../mini-program';
import { deepestFound } from './deepest-found';
import { HostPhone } from './host-phone';
import type { Phone, Trouble } from './phone';
import { PortablePhone } from './portable-phone';
import { target } from './target';
import { switchedOn, type WhichPhone } from './tool';

/** The phones the spec that runs now has in use. */
const inUse = new Map<WhichPhone, Phone>();

/** Takes a phone into use, as good as new. */
export async function pickUp(which: WhichPhone, apiBase: string): Promise<Phone> {
  await putDown(which);
  const mp = await switchedOn(which);
  const phone = target === 'host' ? new HostPhone(mp) : new PortablePhone(mp);
  inUse.set(which, phone);
  await phone.renew(apiBase);
  return phone;
}

export async function putDown(which: WhichPhone): Promise<void> {
  const phone = inUse.get(which);
  inUse.delete(which);
  await phone?.putDown();
}

export async function putAllDown(): Promise<void> {
  for (const which of [...inUse.keys()]) await putDown(which);
}

/** What went wrong on any phone in use since this was last asked. */
export async function takeAllTroubles(): Promise<readonly Trouble[]> {
  return (await Promise.all([...inUse.values()].map((phone) => phone.takeTroubles()))).flat();
}

/** Of each phone in use what deepest-found.ts says. */
export function theDeepestFound(): Promise<readonly (MiniElement | null | undefined)[]> {
  return Promise.all([...inUse.values()].map(({ mp }) => deepestFound(mp)));
}
