import { randomUUID } from 'node:crypto';
import { Dependant } from '../src/modules/dependants/dependant.entity';
import { DependantsService } from '../src/modules/dependants/dependants.service';
import { PeopleService } from '../src/modules/identity/people.service';
import { MandatesService } from '../src/modules/mandates/mandates.service';
import { Transactions } from '../src/platform/database/transactions';
import { numbered } from './relief-house';
import type { TestServer } from './server';

const somebody = { name: '测试大娘', idNumber: numbered('19480302') };
const child = { name: '测试小明', idNumber: numbered('20170611') };

/** A mandate of somebody of this street, to be read out or going on; resolves to its id. */
export async function aMandate(server: TestServer, street: string, state: 'waiting' | 'acting'): Promise<string> {
  const mandates = server.app.get(MandatesService, { strict: false });
  const people = server.app.get(PeopleService, { strict: false });
  return server.app.get(Transactions).run(async () => {
    const of = { helperAccountId: randomUUID(), programmes: ['old-age-allowance'], street, way: 'call' as const };
    const row = await mandates.add({ ...of, until: '2099-01-01' }, { ...somebody, phone: '13800000009' });
    const principalPersonId = await people.record(somebody.name, somebody.idNumber);
    const waiting = await mandates.move(row, 'bureau', { state: 'waiting', principalPersonId });
    return (state === 'acting' ? await mandates.move(waiting, 'resident', { state }) : waiting).id;
  });
}

/** The code of a paper that waits to be seen. */
export async function aShowCode(server: TestServer): Promise<string> {
  const accountId = randomUUID();
  const transactions = server.app.get(Transactions);
  const people = server.app.get(PeopleService, { strict: false });
  const dependants = server.app.get(DependantsService, { strict: false });
  await transactions.run(() => people.link(accountId, somebody.name, somebody.idNumber));
  const shown = { accountId, relation: 'child', livesTogether: 1, proof: 'to-show' } as const;
  const { id } = await transactions.run(() => dependants.add(shown, child));
  return (await transactions.manager.findOneByOrFail(Dependant, { id })).showCode ?? '';
}
