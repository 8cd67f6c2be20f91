import { Divorces } from '../src/modules/marriage/divorces.service';
import { FarewellsRepository } from '../src/modules/sea/farewells/farewells.repository';
import { Transactions } from '../src/platform/database/transactions';
import type { Known } from './a-death';
import type { ReliefHouse, TestPerson } from './relief-house';

/** These two began a divorce at a registry, which said so. */
export async function aDivorceOf(
  { server: { app } }: ReliefHouse,
  divorceNo: string,
  people: readonly [TestPerson, TestPerson],
): Promise<void> {
  const accepted = { divorceNo, site: 'registry-120101', receivedOn: '2026-11-24', people } as const;
  await app.get(Transactions).run(() => app.get(Divorces, { strict: false }).accept(accepted));
}

/** They signed up a farewell and left a telephone. Its row. */
export async function aFarewellOf({ server: { app } }: ReliefHouse, { accountId, personId }: Known, phone: string) {
  const signedUp = { state: 'signed-up', signedUpAt: new Date('2026-11-24T02:00:00Z') } as const;
  const farewells = app.get(FarewellsRepository, { strict: false });
  return app.get(Transactions).run(async () => {
    const { row, content } = await farewells.create({ ...signedUp, accountId, personId });
    return (await farewells.write({ row, content: { ...content, contact: { phone, wantsCalls: true } } })).row;
  });
}
