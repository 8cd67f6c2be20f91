import { randomUUID } from 'node:crypto';
import { type ReliefHouse, startReliefHouse, type TestResident, viewOf } from '../../../../test/relief-house';
import { MeansVerification } from '../../../bureaus/means-verification/means-verification.port';
import type { CheckResult } from '../../../bureaus/social-assistance/social-assistance.port';
import { signatureOf } from '../../../platform/bureau-http/signing';

const LIVING = 'minimum-living-allowance';
const ON = '2026-11-25';
const RECEIVE_KEY = { id: 'test-8', key: Buffer.alloc(32, 8) };
const PATH = '/api/v1/bureau-callbacks/means-verification';
const MEGABYTES = 1024 * 1024;

let house: ReliefHouse;

beforeAll(async () => {
  house = await startReliefHouse();
  // results come in the bureau's own words here: what the port reads is its client's again
  const port = house.server.app.get(MeansVerification, { strict: false });
  for (const own of ['readEvent', 'checkIn']) Reflect.deleteProperty(port, own);
});
afterAll(() => house.end());

/** One household of one, whose income is being looked up. */
async function lookedUp(): Promise<{ anna: TestResident; id: string; caseNo: string; checkNo: string }> {
  house.bureaus['means-verification'].answer = { kind: 'pending' };
  const anna = house.resident();
  const { id } = await anna.filledDraft([LIVING]);
  await anna.post(`/${id}/authorisations`, { member: 'applicant', accepted: true });
  const [opened] = viewOf(await anna.post(`/${id}/submission`)).cases;
  const caseNo = opened?.id ?? '';
  await house.tell('social-assistance', { kind: 'accepted', caseNo, on: ON });
  const [check] = await house.sql<{ id: string }>('SELECT id FROM relief_means_check WHERE case_id = ?', [caseNo]);
  return { anna, id, caseNo, checkNo: check?.id ?? '' };
}

async function send(body: Buffer, eventId: string = randomUUID()): Promise<number> {
  const signed = {
    method: 'POST',
    pathWithQuery: PATH,
    keyId: RECEIVE_KEY.id,
    timestamp: String(Date.parse(`${ON}T02:00:00Z`) / 1000),
    nonce: randomUUID(),
    eventId,
    body,
  };
  const { status } = await fetch(`${house.server.url}${PATH}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'key-id': signed.keyId,
      timestamp: signed.timestamp,
      nonce: signed.nonce,
      'event-id': eventId,
      signature: signatureOf(RECEIVE_KEY.key, signed),
    },
    body: new Uint8Array(body),
  });
  return status;
}

const wage = (amount: unknown) => ({
  itemCode: 'INC_WAGE',
  itemName: '工资性收入',
  flag: 'Y',
  amount,
  period: 'M',
  dataDate: '2026-11-20',
  source: 'SB',
  sourceName: '社会保险',
});
const finished = (checkNo: string, items: readonly object[]) =>
  Buffer.from(
    JSON.stringify({
      type: 'CHECK_FINISHED',
      at: '2026-11-25T10:00:00+08:00',
      data: { applyNo: checkNo, reportNo: 'HD1', finishDate: ON, items },
    }),
  );
/** As a system that writes GBK would: no byte of `工` or `社` is UTF-8. */
const gbk = (checkNo: string) => {
  const text = finished(checkNo, [{ ...wage('1.00'), itemName: '@@', sourceName: '@@' }]).toString('latin1');
  return Buffer.from(text.replaceAll('@@', '\xb9\xa4\xd7\xca'), 'latin1');
};
const reported = (caseNo: string) =>
  (house.bureaus['social-assistance'].effects('check-reported') as { caseNo: string; result: CheckResult }[])
    .filter((each) => each.caseNo === caseNo)
    .map(({ result }) => result);

describe('a result of the look into income that cannot be', () => {
  it.each([
    ['1e309', [wage('1e309')]],
    ['−1', [wage('-1')]],
    ['￥1,234.5元', [wage('￥1,234.5元')]],
    ['a number that is no text', [wage(1234.5)]],
    ['more than anybody may say', [wage('999999999.99')]],
    ['nothing at all', [wage(undefined)]],
    ['two values of one thing', [wage('1.00'), wage('2.00')]],
    ['a day that never was', [{ ...wage('1.00'), dataDate: '2026-02-30' }]],
  ])(
    '%s is taken for nothing: whoever decides is told, the case stays in hand, and a right one still counts',
    async (_what, items) => {
      const { anna, id, caseNo, checkNo } = await lookedUp();
      expect(await send(finished(checkNo, items))).toBe(422);
      await house.delivered();
      const after = await anna.view(id);
      expect(after.evaluations.map(({ basis }) => basis)).toEqual(['declared']);
      expect(after.cases[0]?.items[0]?.state).toBe('in-hand');
      expect(reported(caseNo)).toMatchObject([{ outcome: 'impossible', facts: [] }]);
      const notes = await house.sql<{ kind: string }>('SELECT kind FROM relief_case_event WHERE case_id = ?', [caseNo]);
      expect(notes.map(({ kind }) => kind)).toContain('check-unreadable');
      expect(await send(finished(checkNo, [wage('1234.50')]))).toBe(200);
      await house.delivered();
      expect(reported(caseNo).at(-1)).toMatchObject({ outcome: 'finished', facts: [{ value: 123_450 }] });
    },
  );

  it('in another encoding or too long to be one is not kept as anything, and the check waits on', async () => {
    const { anna, id, caseNo, checkNo } = await lookedUp();
    const before = await anna.view(id);
    const statuses = [await send(gbk(checkNo)), await send(Buffer.alloc(50 * MEGABYTES, 32)).catch(() => 413)];
    expect(statuses).toEqual([422, 413]);
    expect((await anna.view(id)).evaluations).toEqual(before.evaluations);
    expect(reported(caseNo).filter(({ outcome }) => outcome === 'finished')).toEqual([]);
    expect(await send(finished(checkNo, [wage('0.00')]))).toBe(200);
    await house.delivered();
    expect(reported(caseNo).at(-1)).toMatchObject({ outcome: 'finished' });
  });
});

describe('a result that comes where it does not belong', () => {
  it('twice, or under another event, has its effect once', async () => {
    const { anna, id, checkNo } = await lookedUp();
    const eventId = randomUUID();
    expect(await send(finished(checkNo, [wage('10.00')]), eventId)).toBe(200);
    expect(await send(finished(checkNo, [wage('10.00')]), eventId)).toBe(200);
    expect(await send(finished(checkNo, [wage('99.00')]))).toBe(200);
    const verified = (await anna.view(id)).evaluations.filter(({ basis }) => basis === 'verified');
    expect(verified.map(({ facts }) => facts.map(({ value }) => value))).toEqual([[1_000]]);
  });

  it('under a number nobody gave out, or somebody else’s, changes nobody’s', async () => {
    const [one, other] = [await lookedUp(), await lookedUp()];
    expect(await send(finished(randomUUID(), [wage('10.00')]))).toBe(200);
    expect(await send(finished(other.checkNo, [wage('10.00')]))).toBe(200);
    expect((await one.anna.view(one.id)).evaluations).toHaveLength(1);
    expect((await other.anna.view(other.id)).evaluations).toHaveLength(2);
  });

  it('after the application was taken back is nothing', async () => {
    const { anna, id, caseNo, checkNo } = await lookedUp();
    await anna.post(`/${id}/withdrawal`);
    expect(await send(finished(checkNo, [wage('10.00')]))).toBe(200);
    await house.delivered();
    expect((await anna.view(id)).evaluations).toHaveLength(1);
    expect(reported(caseNo)).toEqual([]);
  });
});
