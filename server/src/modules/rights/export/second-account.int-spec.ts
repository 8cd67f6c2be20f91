import { randomUUID } from 'node:crypto';
import { plainWordProblems } from '@jinmen/shared/plain-words/plain-words';
import type { ExportView } from '@jinmen/shared/residents/rights';
import { aKnown, aMandateOf, type Known } from '../../../../test/a-death';
import {
  KEPT_LISTS,
  LIVING,
  personOf,
  signedAndLookedUp,
  somebodyKept,
  startKeepingHouse,
} from '../../../../test/kept-everywhere';
import { type ReliefHouse, viewOf } from '../../../../test/relief-house';
import { answered, send } from '../../../../test/resident';
import { Signers } from '../../../../test/signing';
import { Audit } from '../../../platform/audit/audit';
import { Transactions } from '../../../platform/database/transactions';
import { actWords } from '../accesses/access-words';
import { DisclosuresService } from '../disclosures/disclosures.service';
import { readable } from './readable';

let house: ReliefHouse;
let people = -1;
const signers = new Signers(() => house);
const get = <T>(port: abstract new (...given: never[]) => T): T => house.server.app.get(port, { strict: false });

beforeAll(async () => {
  house = await startKeepingHouse();
});
afterAll(() => house.end());

const call = ({ accountId }: Known, method: string, path: string) =>
  send(house.server, method, `/api/v1${path}`, undefined, {
    authorization: `Bearer ${accountId}`,
    ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
  });
const copyOf = async (who: Known) => answered<ExportView>(await call(who, 'GET', '/export'));
const itemsOf = async (who: Known, path: string) =>
  answered<{ items: readonly unknown[] }>(await call(who, 'GET', path)).items;

/** Somebody with a little of everything that is kept by who they are, and who confirmed the same name on a second WeChat. */
async function somebodyKnownTwice() {
  people += 1;
  const kept = await somebodyKept(house, people);
  return { ...kept, second: await aKnown(house, kept.person) };
}

describe('who confirms a name on a second WeChat', () => {
  it('takes home only what was done in it, and reads there that it is only that', async () => {
    const { first, second, byPerson } = await somebodyKnownTwice();
    const { id } = await second.filledDraft([LIVING], { statement: '在这个微信里写的' });
    await signers.authorise(second, id, { member: 'applicant', accepted: true });
    const copy = await copyOf(second);
    const text = JSON.stringify(copy);
    for (const kept of byPerson) expect(text).not.toContain(kept);
    expect(text).toContain('在这个微信里写的');
    const signed = copy.sections.flatMap(({ records }) => records).filter(({ table }) => table === 'relief_signature');
    expect(signed.map(({ values }) => values.家里哪个人)).toEqual(['applicant']);
    expect(copy.only).toMatch(/^这份里只有您在这个微信里办的事。/);
    expect(readable(copy)).toContain(copy.only);
    expect(plainWordProblems(copy.only ?? '', [])).toEqual([]);
    const whole = await copyOf(first);
    for (const kept of byPerson) expect(JSON.stringify(whole)).toContain(kept);
    expect(JSON.stringify(whole)).not.toContain('在这个微信里写的');
    expect(whole.only).toBeUndefined();
  });

  it('opens nothing there that is kept of the person: no divorce, nobody who helps, no farewell, no signature', async () => {
    const { first, second, paths } = await somebodyKnownTwice();
    for (const path of KEPT_LISTS) {
      expect([path, await itemsOf(second, path)]).toEqual([path, []]);
      expect([path, (await itemsOf(first, path)).length]).toEqual([path, 1]);
    }
    for (const path of paths) {
      expect([path, (await call(second, 'GET', path)).status]).toEqual([path, 404]);
      expect([path, (await call(first, 'GET', path)).status]).toEqual([path, 200]);
    }
    const [signature] = (await itemsOf(first, '/relief/signatures')) as readonly { id: string }[];
    const taken = `/relief/signatures/${signature?.id}/withdrawal`;
    expect((await call(second, 'POST', taken)).status).toBe(404);
    expect((await call(first, 'POST', taken)).status).toBe(204);
  });

  it('is not told there what offices were given of the person, nor who looked at it', async () => {
    const { person, first, second, other, booking } = await somebodyKnownTwice();
    const confirmed = { topic: 'marriage-registration.confirmed', bureau: 'marriage-registry' } as const;
    const told = { ...confirmed, id: randomUUID(), order: booking, appendedAt: new Date(0) };
    await get(Transactions).run(() => get(DisclosuresService).received(told));
    await signedAndLookedUp(house, other, person);
    const actor = { kind: 'staff', id: 'J1001' } as const;
    const object = `replacing-subject:${booking}`;
    await get(Transactions).run(async () => {
      await get(Audit).record({ action: 'after-death.read', actor, person: first.personId, facts: {} });
      await get(Audit).record({ action: 'replacing.number-shown', actor, object });
    });
    expect(await itemsOf(second, '/accesses')).toEqual([]);
    const seen = (await itemsOf(first, '/accesses')) as readonly { readonly what: string }[];
    expect(seen.map(({ what }) => what).sort()).toEqual(
      ['after-death.read', 'replacing.number-shown'].map(actWords).sort(),
    );
    expect(await itemsOf(second, '/disclosures')).toEqual([]);
    expect(await itemsOf(first, '/disclosures')).not.toEqual([]);
  });

  it('hears nothing there of what somebody files for the person', async () => {
    const person = personOf('测试甲', '1980-01-01', '391');
    const [first, second] = [await aKnown(house, person), await aKnown(house, person)];
    const helper = await aKnown(house, personOf('测试丙', '1981-02-02', '392'));
    const mandate = await aMandateOf(house, first, person, helper);
    viewOf(await helper.post('', { programmes: [LIVING], for: { mandate } }));
    const progress = expect.objectContaining({ title: '您的申请有新进展' });
    expect(await itemsOf(first, '/notices')).toContainEqual(progress);
    expect(await itemsOf(second, '/notices')).toEqual([]);
  });

  it('reaches all of it from the moment the first is deleted', async () => {
    const { first, second, byPerson, paths } = await somebodyKnownTwice();
    expect((await call(first, 'DELETE', '/me')).status).toBe(204);
    const copy = await copyOf(second);
    for (const kept of byPerson) expect(JSON.stringify(copy)).toContain(kept);
    expect(copy.only).toBeUndefined();
    for (const path of paths) expect([path, (await call(second, 'GET', path)).status]).toEqual([path, 200]);
  });
});
