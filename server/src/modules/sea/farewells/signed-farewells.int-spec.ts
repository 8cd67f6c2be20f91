import { notSigned } from '../../../../test/not-signed';
import { newReader, type ReadingHouse, startReadingHouse } from '../../../../test/reading-house';
import { answered, send } from '../../../../test/resident';
import { IntegrityChecks } from '../../../platform/integrity/integrity-checks';
import { SigningCommands } from '../../../platform/signed-rows/signing-commands';
import { FarewellsRepository } from './farewells.repository';
import { SignedFarewells } from './signed-farewells';

let house: ReadingHouse;
let id: string;

beforeAll(async () => {
  house = await startReadingHouse();
});
afterAll(() => house.end());
beforeEach(async () => {
  await house.transactions.manager.query('DELETE FROM farewell_step');
  await house.transactions.manager.query('DELETE FROM farewell');
  const { accountId } = await newReader(house.server);
  const headers = { authorization: `Bearer ${accountId}`, 'idempotency-key': accountId };
  const begun = await send(house.server, 'POST', '/api/v1/farewells', {}, headers);
  ({ id } = answered<{ id: string }>(begun));
  await get(SigningCommands).signed('运维 李工', '都换成新版本了');
  expect(await found()).toEqual([]);
});

const get = <Part>(part: abstract new (...args: never[]) => Part) =>
  house.server.app.get<Part>(part, { strict: false });
const found = async () => {
  const results = await get(IntegrityChecks).run({ all: false });
  return results.find(({ name }) => name === 'signed farewell')?.wrong;
};
const set = (change: string) => house.transactions.manager.query(`UPDATE farewell SET ${change} WHERE id = ?`, [id]);
const happens = (state: 'signed-up' | 'withdrawn') =>
  house.transactions.run(async () => {
    const farewells = get(FarewellsRepository);
    const withdrawnAt = state === 'withdrawn' ? new Date(house.now()) : null;
    await farewells.write(await farewells.getForUpdate(id), { state, withdrawnAt, signedUpAt: new Date(house.now()) });
  });

describe('in the database nobody unseen', () => {
  it.each([
    ['takes a farewell away from its family', "state = 'withdrawn', withdrawn_at = created_at"],
    ['gives it to another phone', "account_id = 'somebody-else'"],
    ['gives it another place', "booking_id = 'another'"],
    ['takes the signature of another row', "signed = X'0001'"],
  ])('%s', async (_who, change) => {
    await set(change);
    expect(await found()).toEqual([`farewell ${id} is not what was signed`]);
  });

  it('has what they wrote signed by what happens to it next', async () => {
    await set("account_id = 'somebody-else'");
    await happens('withdrawn');
    expect(await found()).toEqual([`farewell ${id} is not signed`]);
    expect(house.server.logs()).toContain(`"alarm":"a row is not what was signed","row":"farewell:${id}"`);
  });
});

it('a farewell written twice in one transaction, by somebody who had it as it was before, is signed as it stands', async () => {
  await house.transactions.run(async () => {
    const farewells = get(FarewellsRepository);
    const early = await farewells.getForUpdate(id);
    await farewells.happened(early, { bookingId: 'a-place' });
    await farewells.write(early, {});
  });
  expect(await notSigned(house.server, SignedFarewells)).toEqual([]);
});
