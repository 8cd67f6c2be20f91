import { consentText } from '@jinmen/shared/residents/consent-texts';
import type { INestApplicationContext } from '@nestjs/common';
import { ConsentsService } from '../src/modules/consents/consents.service';
import { NAME_PURPOSE } from '../src/modules/identity/name-purpose';
import { PeopleService } from '../src/modules/identity/people.service';

/** Ties an account to a person as every resident comes to it: a yes first, then the bureau's. Inside a transaction. */
export async function confirm(
  { app }: { readonly app: INestApplicationContext },
  accountId: string,
  name: string,
  idNumber: string,
): Promise<string> {
  await allowAgain({ app }, accountId);
  return app.get(PeopleService, { strict: false }).link(accountId, name, idNumber);
}

/** They take that yes back. */
export async function withhold({ app }: { readonly app: INestApplicationContext }, accountId: string): Promise<void> {
  await app.get(ConsentsService, { strict: false }).withdraw(accountId, NAME_PURPOSE);
}

/** They give it once more. */
export async function allowAgain({ app }: { readonly app: INestApplicationContext }, accountId: string): Promise<void> {
  const { version } = consentText(NAME_PURPOSE);
  await app.get(ConsentsService, { strict: false }).answer(accountId, NAME_PURPOSE, version, true);
}
