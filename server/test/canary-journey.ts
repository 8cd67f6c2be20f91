import { consentText } from '@jinmen/shared/residents/consent-texts';
import type { CanaryPerson } from './canary';
import type { LocalBureau } from './local-bureau';
import { Phone } from './resident';
import type { TestServer } from './server';

/** Who else there is. */
export interface CanaryWorld {
  /** Somebody of the person's household. */
  readonly relative: CanaryPerson;
  /** Social assistance, which says everything it is told back in a refusal. */
  readonly bureau: LocalBureau;
}

/**
 * Something people do, with a made-up person put wherever a person's data may go, the wrong places too. A new feature
 * adds its own to the list in `canary-journeys.ts`; the scan then looks for this person in everything the server has
 * written.
 */
export interface Journey {
  readonly name: string;
  /** The statuses it was answered with. */
  readonly walk: (server: TestServer, person: CanaryPerson, world: CanaryWorld) => Promise<readonly number[]>;
  /** What they must be: a journey turned away at the door shows nothing. */
  readonly expected: readonly number[];
}

export async function agreeToAll(phone: Phone): Promise<void> {
  for (const purpose of ['real-name-verification', 'relief-application', 'sensitive-circumstances'] as const) {
    await phone.send('POST', '/api/v1/consents', { purpose, version: consentText(purpose).version, state: 'given' });
  }
}

/** A phone whose owner has confirmed who they are. */
export async function knownPhone(server: TestServer, { wechat, name, idNumber }: CanaryPerson): Promise<Phone> {
  const phone = await Phone.of(server, wechat);
  await agreeToAll(phone);
  await phone.send('POST', '/api/v1/identity/verifications', { name, idNumber });
  return phone;
}
