import type { AdultView } from '@jinmen/shared/applications/adults';
import type { HouseholdMember } from '@jinmen/shared/applications/field';
import type { TimelineView } from '@jinmen/shared/applications/views';
import {
  numbered,
  type ReliefHouse,
  startReliefHouse,
  type TestPerson,
  type TestResident,
  viewOf,
} from '../../../../test/relief-house';
import { Signers } from '../../../../test/signing';
import type { CaseMessage } from '../../../bureaus/common-messages/common-messages.port';
import type { CheckRequest } from '../../../bureaus/means-verification/means-verification.port';
import type { CheckResult } from '../../../bureaus/social-assistance/social-assistance.port';
import { AddressLimits } from '../../../platform/address-limit/address-limits';
import { UnsignedAdults } from '../unsigned.port';

const LIVING = 'minimum-living-allowance';
const ON = '2026-11-25';
const WAGE = 'household.monthlyWageIncomeFen';
/** Somebody of the same name for every test, and nobody of the test before. */
const somebodyElse = (name: string, birth: '1981-02-02' | '1979-03-03'): TestPerson => {
  order += 1;
  return { name, birth, idNumber: numbered(birth.replaceAll('-', ''), String(order)) };
};
let order = 100;
let wife: TestPerson;
let brother: TestPerson;
const child = { id: 'm9', name: '测试小', idNumber: numbered('20150101'), relation: 'child' } as const;
const members = (): readonly HouseholdMember[] => [
  { id: 'm1', name: wife.name, idNumber: wife.idNumber, relation: 'spouse' },
  { id: 'm2', name: brother.name, idNumber: brother.idNumber, relation: 'sibling' },
  child,
];
const me = { member: 'applicant', accepted: true };

let house: ReliefHouse;
const signers = new Signers(() => house);

beforeAll(async () => {
  house = await startReliefHouse();
});
afterAll(() => house.end());
beforeEach(() => {
  wife = somebodyElse('测试丙', '1981-02-02');
  brother = somebodyElse('测试丁', '1979-03-03');
  for (const bureau of Object.values(house.bureaus)) bureau.answer = { kind: 'pending' };
  house.bureaus['social-assistance'].answer = { kind: 'done', body: {} };
});

/** A household of three grown-ups and a child, the application not handed in yet. */
async function household(): Promise<{ anna: TestResident; id: string }> {
  const anna = house.resident();
  const { id } = await anna.filledDraft([LIVING], { 'household.members': members(), [`fact:${WAGE}`]: 0 });
  return { anna, id };
}
async function handedIn() {
  const { anna, id } = await household();
  await signers.authorise(anna, id, me);
  const [opened] = viewOf(await anna.post(`/${id}/submission`)).cases;
  return { anna, id, caseNo: opened?.id ?? '' };
}
const accepted = (caseNo: string) => house.tell('social-assistance', { kind: 'accepted', caseNo, on: ON });
const adult = async (anna: TestResident, id: string, member: string): Promise<AdultView | undefined> =>
  (await anna.view(id)).adults?.find((each) => each.member === member);
const inTurn = (member: string, idNumber: string) => ({ member, accepted: true, idNumber });
const askedAbout = async ({ idNumber }: TestPerson) => {
  await house.delivered();
  const requests = house.bureaus['means-verification'].effects('check-requested') as CheckRequest[];
  return requests.filter(({ person }) => person.idNumber === idNumber);
};
const toldOf = async (caseNo: string) => {
  await house.delivered();
  const told = house.bureaus['social-assistance'].effects('told') as { caseNo: string; message: CaseMessage }[];
  return told.flatMap(({ caseNo: of, message }) =>
    of === caseNo && message.type === 'AUTHORISATION' ? [message.data] : [],
  );
};
const reported = (caseNo: string) =>
  (house.bureaus['social-assistance'].effects('check-reported') as { caseNo: string; result: CheckResult }[])
    .filter((each) => each.caseNo === caseNo)
    .map(({ result }) => result);
const found = (checkNo: string, fen: number) => ({
  kind: 'check-finished',
  checkNo,
  facts: [{ fact: WAGE, value: fen, from: '社会保险' }],
});

describe('who has to sign', () => {
  it('is every grown-up, each seen with no more than the ends of name and number', async () => {
    const { anna, id } = await household();
    expect((await anna.view(id)).adults).toEqual([
      {
        member: 'applicant',
        name: '测*甲',
        idNumber: expect.stringMatching(/^9\*{16}/),
        you: true,
        state: 'not-asked',
      },
      { member: 'm1', name: '测*丙', idNumber: expect.stringMatching(/^9\*{16}/), you: false, state: 'not-asked' },
      { member: 'm2', name: '测*丁', idNumber: expect.stringMatching(/^9\*{16}/), you: false, state: 'not-asked' },
    ]);
    expect((await signers.authorise(anna, id, me)).authorised).toBe(true);
    const refused = await anna.post(`/${id}/authorisations`, { member: child.id, way: 'link' });
    expect([refused.status, refused.body.code]).toEqual([422, 'signature.unknown-member']);
  });

  it('is another one when the form names another person there: what was signed is not theirs', async () => {
    const { anna, id } = await household();
    const { version } = await signers.authorise(anna, id, inTurn('m1', wife.idNumber));
    const other = { ...members()[0], name: '测试戊', idNumber: numbered('19820404', '044') };
    const fields = { 'household.members': [other] };
    viewOf(await anna.call('PATCH', `/${id}`, { version, fields }));
    expect(await adult(anna, id, 'm1')).toMatchObject({ name: '测*戊', state: 'not-asked' });
  });
});

describe('on this phone, in turn', () => {
  it('takes the last four signs of their own number, and not the number of anybody else', async () => {
    const { anna, id } = await household();
    const wrong = await signers.authorise(anna, id, inTurn('m1', brother.idNumber));
    expect(wrong).toMatchObject({ wrongNumber: { left: 4 } });
    expect(await adult(anna, id, 'm1')).toMatchObject({ state: 'not-asked' });
    await signers.authorise(anna, id, inTurn('m1', wife.idNumber.slice(-4)));
    expect(await adult(anna, id, 'm1')).toMatchObject({ state: 'signed', way: 'this-phone' });
    expect((await anna.post(`/${id}/authorisations`, { member: 'm1', accepted: true })).body.code).toBe(
      'signature.signed-already',
    );
  });

  it('is made by a yes alone: without one, or with a no, nobody has signed', async () => {
    const { anna, id } = await household();
    for (const yes of [{}, { accepted: false }]) {
      const refused = await anna.post(`/${id}/authorisations`, { member: 'm1', idNumber: wife.idNumber, ...yes });
      expect([refused.status, refused.body.code]).toEqual([400, 'signature.not-accepted']);
    }
    expect(await adult(anna, id, 'm1')).toMatchObject({ state: 'not-asked' });
  });

  it('is not guessed at: five wrong numbers a day, whatever the sixth', async () => {
    const { anna, id } = await household();
    for (const left of [4, 3, 2, 1, 0]) {
      expect((await signers.authorise(anna, id, inTurn('m2', '0000'))).wrongNumber).toEqual({ left });
    }
    const sixth = await anna.post(`/${id}/authorisations`, inTurn('m2', brother.idNumber));
    expect([sixth.status, sixth.body.code]).toEqual([429, 'signature.too-many-numbers']);
  });
});

describe('a link', () => {
  it('is one of so many that one network may look at: then there is a time to wait', async () => {
    const { anna, id } = await household();
    const token = await signers.invite(anna, id, 'm1');
    const enough = jest.spyOn(house.server.app.get(AddressLimits, { strict: false }), 'take').mockResolvedValue(60);
    const turnedDown = { status: 429, body: expect.objectContaining({ code: 'signature-link.too-many' }) };
    expect(await signers.sign(house.resident(wife), token)).toMatchObject(turnedDown);
    expect(await signers.look(token)).toMatchObject({ code: 'signature-link.too-many' });
    enough.mockRestore();
    expect(await signers.look(token)).toMatchObject({ state: 'open' });
  });

  it('tells whoever opens it only whose family asks, and takes the signature of the one it is for, once', async () => {
    const { anna, id } = await household();
    const token = await signers.invite(anna, id, 'm1');
    expect(await adult(anna, id, 'm1')).toMatchObject({ state: 'link-sent', link: { state: 'open' } });
    expect(await signers.look(token)).toEqual({ state: 'open', from: '测*', expiresAt: '2026-11-28T02:00:00.000Z' });
    const [otto, berta] = [house.resident(brother), house.resident(wife)];
    const wrong = await signers.sign(otto, token);
    expect([wrong.status, wrong.body.code]).toEqual([403, 'signature-link.other-person']);
    expect((await signers.sign(berta, token)).status).toBe(204);
    expect(await adult(anna, id, 'm1')).toMatchObject({ state: 'signed', way: 'own-phone' });
    expect((await signers.sign(berta, token)).body.code).toBe('signature-link.used');
    expect(await signers.look(token)).toEqual({ state: 'used' });
  });

  it('is none after it expired, was replaced or taken back, and one nobody made is not there', async () => {
    const { anna, id } = await household();
    const berta = house.resident(wife);
    const first = await signers.invite(anna, id, 'm1');
    const second = await signers.invite(anna, id, 'm1');
    expect((await signers.sign(berta, first)).body.code).toBe('signature-link.replaced');
    viewOf(await anna.call('DELETE', `/${id}/authorisations/m1/link`));
    expect((await signers.sign(berta, second)).body.code).toBe('signature-link.revoked');
    const third = await signers.invite(anna, id, 'm1');
    const past = 'UPDATE relief_signature_link SET expires_at = ? WHERE application_id = ?';
    await house.sql(past, ['2026-11-25 01:00:00.000', id]);
    expect((await signers.sign(berta, third)).body.code).toBe('signature-link.expired');
    expect(await adult(anna, id, 'm1')).toMatchObject({ state: 'not-asked', link: { state: 'expired' } });
    expect((await signers.sign(berta, 'nobodys')).status).toBe(404);
    expect((await signers.sign(undefined, third)).status).toBe(401);
    const stranger = house.resident();
    stranger.forgetName();
    expect((await signers.sign(stranger, third)).body.code).toBe('identity.required');
  });

  it('holds no token in the database', async () => {
    const { anna, id } = await household();
    const token = await signers.invite(anna, id, 'm1');
    const rows = await house.sql('SELECT * FROM relief_signature_link WHERE application_id = ?', [id]);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(Buffer.from(token, 'base64url').length * 8).toBeGreaterThanOrEqual(128);
  });

  it('goes by text message only to somebody’s telephone, and not at all without a gateway', async () => {
    const { anna, id } = await household();
    const wish = { member: 'm1', way: 'link' };
    expect((await anna.post(`/${id}/authorisations`, { ...wish, phone: '12' })).status).toBe(400);
    expect((await anna.post(`/${id}/authorisations`, { ...wish, phone: '13800000000' })).body.code).toBe(
      'signature.no-sms',
    );
    expect(await adult(anna, id, 'm1')).toMatchObject({ state: 'not-asked' });
  });
});

describe('a no on their own phone', () => {
  it('changes nothing that whoever asked can see, is told to the street in confidence, and gives way to a yes', async () => {
    const { anna, id, caseNo } = await handedIn();
    const token = await signers.invite(anna, id, 'm1');
    const seen = async () => [
      await anna.view(id),
      (await anna.call('GET', `/${id}/timeline`)).body,
      (await anna.call('GET', '')).body,
      await signers.look(token),
    ];
    await house.delivered();
    const before = await seen();
    const berta = house.resident(wife);
    expect((await signers.refuse(berta, token)).status).toBe(204);
    expect(await toldOf(caseNo)).toContainEqual(
      expect.objectContaining({ idNumber: wife.idNumber, state: 'will-not-sign', inConfidence: true }),
    );
    expect(await seen()).toEqual(before);
    expect((await signers.sign(berta, token)).status).toBe(204);
    expect(await adult(anna, id, 'm1')).toMatchObject({ state: 'signed' });
  });
});

describe('the look into income', () => {
  it('is made of each who signed, as soon as the street took it, and the household’s figures are theirs together', async () => {
    const { anna, id, caseNo } = await handedIn();
    const berta = house.resident(wife);
    await accepted(caseNo);
    await signers.sign(berta, await signers.invite(anna, id, 'm1'));
    await signers.sign(house.resident(brother), await signers.invite(anna, id, 'm2'));
    const checks = await house.sql<{ id: string; member: string }>(
      'SELECT id, member FROM relief_means_check WHERE application_id = ?',
      [id],
    );
    expect(checks.map(({ member }) => member).sort()).toEqual(['applicant', 'm1', 'm2']);
    expect(await askedAbout(wife)).toHaveLength(1);
    const checkOf = (member: string) => checks.find((each) => each.member === member)?.id ?? '';
    await house.tell('means-verification', found(checkOf('applicant'), 100_000));
    await house.tell('means-verification', found(checkOf('m1'), 50_000));
    await house.delivered();
    expect(reported(caseNo)).toEqual([]);
    await house.tell('means-verification', found(checkOf('m2'), 1_000));
    await house.delivered();
    expect(reported(caseNo)).toMatchObject([{ outcome: 'finished', facts: [{ fact: WAGE, value: 151_000 }] }]);
    expect((await anna.view(id)).evaluations.at(-1)?.facts).toEqual([{ fact: WAGE, value: 151_000, from: '社会保险' }]);
    expect((await signers.signatures(berta))[0]).toMatchObject({ from: '测*', yours: false, lookedUp: true });
  });

  it('does not wait for who has not signed: what is known of some is not what is known of all', async () => {
    const { anna, id, caseNo } = await handedIn();
    await accepted(caseNo);
    const [check] = await house.sql<{ id: string }>('SELECT id FROM relief_means_check WHERE case_id = ?', [caseNo]);
    await house.tell('means-verification', found(check?.id ?? '', 9_000_000));
    await house.delivered();
    expect(reported(caseNo)).toMatchObject([{ outcome: 'finished', facts: [{ fact: WAGE, value: null }] }]);
    const verified = (await anna.view(id)).evaluations.find(({ basis }) => basis === 'verified');
    expect(verified?.verdicts.map(({ verdict }) => verdict)).not.toContain('unlikely');
    const { steps } = (await anna.call('GET', `/${id}/timeline`)).body as unknown as TimelineView;
    expect(steps.find(({ title }) => title === '收入和存款查过了')?.line).toContain('家里还有大人没签字');
    await signers.sign(house.resident(wife), await signers.invite(anna, id, 'm1'));
    expect(await house.sql('SELECT id FROM relief_means_check WHERE case_id = ?', [caseNo])).toHaveLength(2);
  });

  it('stops with a signature that is taken back, before it is made and while it is, and nobody else sees it', async () => {
    const { anna, id, caseNo } = await handedIn();
    const berta = house.resident(wife);
    house.bureaus['means-verification'].answer = { kind: 'failed', answered: false, why: 'no answer in time' };
    await accepted(caseNo);
    await signers.sign(berta, await signers.invite(anna, id, 'm1'));
    const before = await anna.view(id);
    const [signature] = await signers.signatures(berta);
    expect((await signers.takeBack(anna, signature?.id ?? '')).status).toBe(404);
    expect((await signers.takeBack(berta, signature?.id ?? '')).status).toBe(204);
    expect(await anna.view(id)).toEqual(before);
    const heard = house.bureaus['means-verification'].heard.length;
    house.bureaus['means-verification'].answer = { kind: 'pending' };
    await house.delivered();
    const since = house.bureaus['means-verification'].heard.slice(heard);
    expect(since.filter(({ said }) => (said as CheckRequest).person?.idNumber === wife.idNumber)).toEqual([]);
    const [check] = await house.sql<{ id: string; state: string }>(
      "SELECT id, state FROM relief_means_check WHERE application_id = ? AND member = 'm1'",
      [id],
    );
    expect(check?.state).toBe('cancelled');
    expect(await house.tell('means-verification', found(check?.id ?? '', 1))).toBe('not-applicable');
    expect(await toldOf(caseNo)).toContainEqual(
      expect.objectContaining({ idNumber: wife.idNumber, state: 'withdrawn', inConfidence: true }),
    );
    expect(await signers.signatures(berta)).toMatchObject([{ withdrawnAt: expect.any(String), lookedUp: false }]);
  });

  it('ends once, however often a signature is taken back: one record of it, and the day of the first', async () => {
    const { anna, id } = await household();
    const berta = house.resident(wife);
    await signers.sign(berta, await signers.invite(anna, id, 'm1'));
    const [signature] = await signers.signatures(berta);
    for (const _time of [1, 2]) expect((await signers.takeBack(berta, signature?.id ?? '')).status).toBe(204);
    const sql = "SELECT 1 FROM audit_row WHERE action = 'means-check.authorisation-withdrawn' AND `object` = ?";
    expect(await house.sql(sql, [`relief-signature:${signature?.id}`])).toHaveLength(1);
  });

  it('of somebody else’s number is nothing', async () => {
    const { caseNo } = await handedIn();
    await accepted(caseNo);
    expect(await house.tell('means-verification', found('nobodys', 1))).toBe('not-applicable');
    expect(reported(caseNo)).toEqual([]);
  });
});

describe('whom staff have to look for', () => {
  it('is who a case waited for some days, what they said in confidence marked, and nobody it goes on without', async () => {
    const { anna, id, caseNo } = await handedIn();
    await signers.authorise(anna, id, { member: 'm2', way: 'unreachable', reason: '电话不通' });
    await signers.refuse(house.resident(wife), await signers.invite(anna, id, 'm1'));
    await accepted(caseNo);
    const list = async (offices: readonly string[]) =>
      (await house.server.app.get(UnsignedAdults, { strict: false }).list(offices)).items.filter(
        ({ caseId }) => caseId === caseNo,
      );
    expect(await list(['120111001'])).toEqual([]);
    const age = (at: unknown) => house.sql('UPDATE relief_case SET created_at = ? WHERE id = ?', [at, caseNo]);
    const [since] = await house.sql<{ at: unknown }>('SELECT created_at AS at FROM relief_case WHERE id = ?', [caseNo]);
    await age('2026-11-10 02:00:00.000');
    expect(await list(['120111001'])).toMatchObject([
      { name: '测*丙', state: 'will-not-sign', inConfidence: true },
      { name: '测*丁', state: 'unreachable', reason: '电话不通', inConfidence: false },
    ]);
    expect(await list(['120111002'])).toEqual([]);
    const without = { kind: 'go-on-without', caseNo, idNumber: brother.idNumber, reason: '社区证实' } as const;
    await house.tellCommon('social-assistance', without);
    expect((await list(['120111001'])).map(({ name }) => name)).toEqual(['测*丙']);
    await age(since?.at);
  });

  it('may be more than one look goes through, which is said', async () => {
    const cases = [(await handedIn()).caseNo, (await handedIn()).caseNo];
    for (const caseNo of cases) await accepted(caseNo);
    const [since] = await house.sql<{ at: unknown }>('SELECT created_at AS at FROM relief_case WHERE id = ?', [
      cases[0],
    ]);
    const age = async (at: unknown) => {
      for (const caseNo of cases) await house.sql('UPDATE relief_case SET created_at = ? WHERE id = ?', [at, caseNo]);
    };
    await age('2026-11-10 02:00:00.000');
    const unsigned = house.server.app.get(UnsignedAdults, { strict: false });
    const look = () => unsigned.list(['120111001']);
    expect((await look()).more).toBe(false);
    Object.assign(unsigned, { most: 1 });
    const some = await look();
    Object.assign(unsigned, { most: 200 });
    await age(since?.at);
    expect([some.more, new Set(some.items.map(({ caseId }) => caseId)).size]).toEqual([true, 1]);
  });
});

describe('who is not there', () => {
  it('is a reason to tell the street, which hears it with the case and when it changes', async () => {
    const { anna, id } = await household();
    expect((await anna.post(`/${id}/authorisations`, { member: 'm2', way: 'unreachable' })).status).toBe(400);
    const why = '在外地打工，电话一直不通';
    await signers.authorise(anna, id, { member: 'm2', way: 'unreachable', reason: why });
    const [opened] = viewOf(await anna.post(`/${id}/submission`)).cases;
    const caseNo = opened?.id ?? '';
    await signers.authorise(anna, id, { member: 'm1', way: 'at-desk' });
    expect(await toldOf(caseNo)).toMatchObject([
      { idNumber: brother.idNumber, state: 'unreachable', reason: why, inConfidence: false },
      { idNumber: wife.idNumber, state: 'at-desk-wished' },
    ]);
    expect(await adult(anna, id, 'm2')).toMatchObject({ state: 'unreachable' });
  });

  it('signs before a clerk, or staff go on without them; a stranger’s number does neither', async () => {
    const { anna, id, caseNo } = await handedIn();
    await accepted(caseNo);
    const desk = (idNumber: string) =>
      house.tellCommon('social-assistance', { kind: 'signed-at-desk', caseNo, idNumber, on: ON });
    expect(await desk(numbered('19600101', '066'))).toBe('not-applicable');
    expect(await desk(wife.idNumber)).toBe('applied');
    expect(await desk(wife.idNumber)).toBe('not-applicable');
    expect(await adult(anna, id, 'm1')).toMatchObject({ state: 'signed', way: 'desk' });
    expect(await askedAbout(wife)).toHaveLength(1);
    expect(await askedAbout(brother)).toEqual([]);
    const without = { kind: 'go-on-without', caseNo, idNumber: brother.idNumber, reason: '社区证实联系不上' } as const;
    expect(await house.tellCommon('social-assistance', without)).toBe('applied');
    const { steps } = (await anna.call('GET', `/${id}/timeline`)).body as unknown as TimelineView;
    expect(steps.map(({ line }) => line ?? '').join()).not.toContain('没签字');
  });
});
