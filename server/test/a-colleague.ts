import { randomUUID } from 'node:crypto';
import { Dependant } from '../src/modules/dependants/dependant.entity';
import { PeopleService } from '../src/modules/identity/people.service';
import { NumberView } from '../src/modules/notices/number-view.entity';
import { Signature, signatureSigner } from '../src/modules/relief/adults/signature.entity';
import { ApplicationsRepository } from '../src/modules/relief/applications/applications.repository';
import { Transactions } from '../src/platform/database/transactions';
import { Sealing } from '../src/platform/sealing/sealing';
import { KNOWN_COLLEAGUE } from './identity-desk';
import { numbered } from './relief-house';
import type { TestServer } from './server';

/** A colleague who is a resident too: their account, that of their guardian, and their child's person. */
export interface ColleagueAtHome {
  readonly own: string;
  readonly guardian: string;
  readonly child: string;
}

export function aColleagueAtHome({ app }: TestServer, at: Date): Promise<ColleagueAtHome> {
  const [transactions, people] = [app.get(Transactions), app.get(PeopleService, { strict: false })];
  const dependant = (accountId: string, personId: string) =>
    transactions.manager.insert(Dependant, {
      ...{ id: randomUUID(), accountId, personId, identity: Buffer.alloc(1), relation: 'ward', livesTogether: 0 },
      ...{ proof: 'confirmed', confirmedOn: '2026-01-01', showCode: null, createdAt: at },
    });
  return transactions.run(async () => {
    const [own, guardian] = [randomUUID(), randomUUID()];
    const person = await people.link(own, KNOWN_COLLEAGUE.name, KNOWN_COLLEAGUE.idNumber);
    const child = await people.link(randomUUID(), '示小', numbered('20150101'));
    await dependant(guardian, person);
    await dependant(own, child);
    return { own, guardian, child };
  });
}

/** Somebody else's application, in which the colleague signed as an adult of the household; that account. */
export function aHouseholdTheySignedFor({ app }: TestServer, at: Date): Promise<string> {
  const transactions = app.get(Transactions);
  return transactions.run(async () => {
    const accountId = randomUUID();
    const applications = app.get(ApplicationsRepository, { strict: false });
    const { row } = await applications.create(accountId, ['minimum-living-allowance']);
    const { keyId, digest } = app.get(Sealing).index(signatureSigner.index.purpose, KNOWN_COLLEAGUE.idNumber);
    await transactions.manager.insert(Signature, {
      ...{ id: randomUUID(), applicationId: row.id, member: 'm1', standing: 'm1', way: 'desk', textVersion: 1 },
      ...{ signedAt: at, endedAt: null, signer: null, signerKeyId: keyId, signerDigest: digest },
    });
    return accountId;
  });
}

/** As if they had looked at so many numbers now. */
export async function numbersSeen({ app }: TestServer, staffId: string, times: number, at: Date): Promise<void> {
  const transactions = app.get(Transactions);
  const rows = Array.from({ length: times }, () => ({ id: randomUUID(), staffId, at }));
  await transactions.run(() => transactions.manager.insert(NumberView, rows));
}
