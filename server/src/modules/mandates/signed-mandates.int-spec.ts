import { randomUUID } from 'node:crypto';
import { notSigned } from '../../../test/not-signed';
import type { TestResident } from '../../../test/relief-house';
import { daughter, startWhomHouse, type WhomHouse } from '../../../test/whom-house';
import { IntegrityChecks } from '../../platform/integrity/integrity-checks';
import { SigningCommands } from '../../platform/signed-rows/signing-commands';
import { SignedMandates } from './signed-mandates';

let whom: WhomHouse;
let helper: TestResident;
let id: string;

beforeAll(async () => {
  whom = await startWhomHouse();
});
afterAll(() => whom.house.end());
beforeEach(async () => {
  whom.at('2026-11-26T02:00:00Z');
  whom.name = { kind: 'confirmed' };
  await whom.house.sql('DELETE FROM mandate', []);
  helper = await whom.resident(daughter);
  ({ id } = await whom.asksToHelp(helper));
  await over();
  expect(await found()).toEqual([]);
});

const get = <Part>(part: abstract new (...args: never[]) => Part) =>
  whom.house.server.app.get<Part>(part, { strict: false });
const over = () => get(SigningCommands).signed('运维 李工', '都换成新版本了');
const found = async () => {
  const results = await get(IntegrityChecks).run({ all: false });
  return results.find(({ name }) => name === 'signed mandate')?.wrong;
};
const accept = (code: string) => whom.call(helper, 'POST', `/mandates/${id}/acceptance`, { code });
const set = (change: string, values: readonly unknown[] = []) =>
  whom.house.sql(`UPDATE mandate SET ${change} WHERE id = ?`, [...values, id]);

it('mandates only the server wrote are signed as they stand, from the question to the end', async () => {
  await accept('0000 0000');
  await accept(whom.code());
  expect(await notSigned(whom.house.server, SignedMandates)).toEqual([]);
  await whom.call(helper, 'DELETE', `/mandates/${id}`);
  expect(await whom.house.sql('SELECT state FROM mandate', [])).toEqual([{ state: 'ended' }]);
  expect(await notSigned(whom.house.server, SignedMandates)).toEqual([]);
});

describe('in the database nobody unseen', () => {
  it.each([
    ['says yes for somebody', "state = 'acting'", []],
    ['makes somebody else the helper', 'helper_account_id = ?', [randomUUID()]],
    ['lets it go on for longer', "until = '2030-01-01'", []],
    ['adds a matter', 'programmes = \'["old-age-allowance","funeral-subsidy"]\'', []],
    ['puts a code there that they know', 'code_digest = ?', [Buffer.alloc(32, 7)]],
    ['gives more tries to guess', 'code_tries = 1', []],
  ] as const)('%s', async (_who, change, values) => {
    await set(change, values);
    expect(await found()).toEqual([`mandate ${id} is not what was signed`]);
  });

  it('wakes one that was stopped, or has it signed by what happens to it next', async () => {
    const code = whom.code();
    await accept(code);
    await whom.call(helper, 'DELETE', `/mandates/${id}`);
    await set("state = 'acting', ended_at = NULL");
    expect(await found()).toEqual([`mandate ${id} is not what was signed`]);
    await whom.call(helper, 'DELETE', `/mandates/${id}`);
    expect(await found()).toEqual([`mandate ${id} is not signed`]);
    expect(whom.house.server.logs()).toContain(`"alarm":"a row is not what was signed","row":"mandate:${id}"`);
  });
});
