import type { DisclosureView, ExportView } from '@jinmen/shared/residents/rights';
import { ApplicantsEyes } from '../../../../test/applicants-eyes';
import {
  numbered,
  type ReliefHouse,
  startReliefHouse,
  type TestPerson,
  type TestResident,
  viewOf,
} from '../../../../test/relief-house';
import { answered, send } from '../../../../test/resident';
import { Signers } from '../../../../test/signing';
import { StaffDuty } from '../../../platform/audit/staff-duty.port';
import { StaffCheck } from '../../../platform/auth/session-check.port';
import { People } from '../../identity/people.port';

const LIVING = 'minimum-living-allowance';
const ON = '2026-11-25';
const WAGE = 'household.monthlyWageIncomeFen';
const CLERK = { staffId: 'J7', sessionId: 's7', name: '经办庚', role: 'auditor', offices: [] } as const;

let house: ReliefHouse;
const signers = new Signers(() => house);
/** Whoever has a phone here, by their number. */
const phones = new Map<string, TestResident>();
let order = 500;

beforeAll(async () => {
  house = await startReliefHouse();
  const find = async (token: string) => (token === CLERK.sessionId ? CLERK : undefined);
  Object.assign(house.server.app.get(StaffCheck, { strict: false }), { find });
  const dutyIn = async () => ({ role: CLERK.role, offices: CLERK.offices });
  Object.assign(house.server.app.get(StaffDuty, { strict: false }), { dutyIn });
  Object.assign(house.server.app.get(People, { strict: false }), {
    findByIdNumber: async (idNumber: string) => (phones.has(idNumber) ? { personId: idNumber, idNumber } : undefined),
    firstOf: async (id: string) => phones.get(id)?.accountId ?? id,
  });
});
afterAll(() => house.end());

interface Home {
  readonly anna: TestResident;
  readonly berta: TestResident;
  /** Berta’s. */
  readonly idNumber: string;
  readonly id: string;
  readonly caseNo: string;
  /** The link Berta was sent. */
  readonly token: string;
  readonly eyes: ApplicantsEyes;
}

function withPhone(name: string, birth: TestPerson['birth']): { who: TestResident; person: TestPerson } {
  order += 1;
  const person = { name, birth, idNumber: numbered(birth.replaceAll('-', ''), String(order)) };
  const who = house.resident(person);
  phones.set(person.idNumber, who);
  return { who, person };
}

/** Anna applied for two, signed, and sent Berta a link; the street took the case. */
async function home(): Promise<Home> {
  for (const bureau of Object.values(house.bureaus)) bureau.answer = { kind: 'done', body: {} };
  house.bureaus['means-verification'].answer = { kind: 'pending' };
  const { who: anna } = withPhone('测试甲', '1980-01-01');
  const { who: berta, person } = withPhone('测试丙', '1981-02-02');
  const members = [{ id: 'm1', name: person.name, idNumber: person.idNumber, relation: 'spouse' } as const];
  const { id } = await anna.filledDraft([LIVING], { 'household.members': members, [`fact:${WAGE}`]: 0 });
  await signers.authorise(anna, id, { member: 'applicant', accepted: true });
  const [opened] = viewOf(await anna.post(`/${id}/submission`)).cases;
  const caseNo = opened?.id ?? '';
  // an office that takes a case before we heard that it arrived leaves one line out
  await house.delivered();
  await house.tell('social-assistance', { kind: 'accepted', caseNo, on: ON });
  const token = await signers.invite(anna, id, 'm1');
  await house.delivered();
  return {
    anna,
    berta,
    idNumber: person.idNumber,
    id,
    caseNo,
    token,
    eyes: new ApplicantsEyes(house, anna, id, token),
  };
}

const signed = async ({ berta, token }: Home) => {
  await signers.sign(berta, token);
  await house.delivered();
};
const refuse = async ({ berta, token }: Home) => void (await signers.refuse(berta, token));
const takeBack = async ({ berta }: Home) => {
  const [signature] = await signers.signatures(berta);
  expect((await signers.takeBack(berta, signature?.id ?? '')).status).toBe(204);
};

/** Staff look through both lists when the case has waited for long; its age is what was signed again afterwards. */
async function looksOfStaff(caseNo: string): Promise<void> {
  const age = (at: unknown) => house.sql('UPDATE relief_case SET created_at = ? WHERE id = ?', [at, caseNo]);
  const [since] = await house.sql<{ at: unknown }>('SELECT created_at AS at FROM relief_case WHERE id = ?', [caseNo]);
  await age('2026-11-10 02:00:00.000');
  for (const list of ['unsigned', 'stuck']) {
    const { status } = await send(house.server, 'GET', `/api/v1/staff/${list}`, undefined, {
      authorization: `Bearer ${CLERK.sessionId}`,
    });
    expect(status).toBe(200);
  }
  await age(since?.at);
}

/** What becomes of the words to the bureaus, and how it stands with those that wait. */
const BUREAUS: Readonly<Record<string, () => void>> = {
  'who take every word': () => {},
  'who refuse every word': () => {
    for (const bureau of Object.values(house.bureaus)) bureau.answer = { kind: 'rejected', code: 'not-now' };
  },
  'who are silent': () => {
    const answer = { kind: 'failed', answered: false, why: 'no answer in time' } as const;
    for (const bureau of Object.values(house.bureaus)) bureau.answer = answer;
  },
};

/** What Anna saw from the moment at which Berta did something, or nothing. */
async function seen(before: (home: Home) => Promise<void>, act: (home: Home) => Promise<void>, bureaus: () => void) {
  const told = await home();
  await before(told);
  bureaus();
  await act(told);
  if (house.bureaus['social-assistance'].answer.kind === 'failed') {
    await house.sql("UPDATE outbox_message SET appended_at = ? WHERE state = 'waiting'", [`${ON} 01:00:00.000`]);
    await told.eyes.lookAround('while a word waits');
    for (const bureau of Object.values(house.bureaus)) bureau.answer = { kind: 'done', body: {} };
    await house.sql("UPDATE outbox_message SET due_at = '2020-01-01 00:00:00.000' WHERE state = 'waiting'", []);
  }
  await house.delivered();
  await looksOfStaff(told.caseNo);
  await told.eyes.lookAround('when all is said');
  expect(told.eyes.lines.length).toBeGreaterThan(60);
  return told.eyes.lines;
}

const nothing = async () => {};
const read = async <View>({ accountId }: TestResident, path: string) =>
  answered<View>(
    await send(house.server, 'GET', `/api/v1/${path}`, undefined, { authorization: `Bearer ${accountId}` }),
  );
const given = async (who: TestResident) =>
  (await read<{ items: DisclosureView[] }>(who, 'disclosures')).items.map(({ what }) => what);
const copied = async (who: TestResident) => JSON.stringify((await read<ExportView>(who, 'export')).sections);
const found = (checkNo: string, fen: number) => ({
  kind: 'check-finished',
  checkNo,
  facts: [{ fact: WAGE, value: fen, from: '社会保险' }],
});

describe('what somebody at home did about their signature', () => {
  it.each(Object.entries(BUREAUS))(
    'is no line in anything whoever applied can read: a no, to bureaus %s',
    async (_how, bureaus) => {
      const silent = await seen(nothing, nothing, bureaus);
      expect(silent.join()).toContain('看了还没签字的名单');
      expect(await seen(nothing, refuse, bureaus)).toEqual(silent);
    },
  );

  it.each(Object.entries(BUREAUS))(
    'is no line in it either: a signature taken back, to bureaus %s',
    async (_how, bureaus) => {
      const silent = await seen(signed, nothing, bureaus);
      expect(await seen(signed, takeBack, bureaus)).toEqual(silent);
    },
  );
});

describe('what went out of somebody at home', () => {
  const asked = '姓名、身份证号，用来查收入和财产';
  const signature = '您的姓名、身份证号，有没有签字让查收入和存款';
  const stopped = '不用再查了';

  it('is told to them alone: that they signed, that they are looked up, and that it was stopped', async () => {
    const told = await home();
    const before = await given(told.anna);
    await signed(told);
    expect((await given(told.berta)).sort()).toEqual([asked, signature].sort());
    await takeBack(told);
    await house.delivered();
    expect((await given(told.berta)).sort()).toEqual([asked, signature, signature, stopped].sort());
    expect(await given(told.anna)).toEqual(before);
    expect(before.filter((what) => what === asked)).toHaveLength(1);
  });

  it('is not told where it never went: they took it back before the look was asked for', async () => {
    const told = await home();
    const silent = { kind: 'failed', answered: false, why: 'no answer in time' } as const;
    house.bureaus['means-verification'].answer = silent;
    await signers.sign(told.berta, told.token);
    await takeBack(told);
    house.bureaus['means-verification'].answer = { kind: 'pending' };
    await house.delivered();
    expect(await given(told.berta)).not.toContain(asked);
  });

  it('is told to nobody, where they have no phone here and signed on the one that applied', async () => {
    const told = await home();
    const before = await given(told.anna);
    const { idNumber } = told;
    phones.delete(idNumber);
    await signers.authorise(told.anna, told.id, { member: 'm1', accepted: true, idNumber: idNumber.slice(-4) });
    const event = {
      kind: 'signer-asked',
      caseNo: told.caseNo,
      idNumber,
      on: ON,
      how: 'by-phone',
      theirs: true,
    } as const;
    expect(await house.tellCommon('social-assistance', event)).toBe('applied');
    await house.delivered();
    expect(house.bureaus['means-verification'].heard.at(-1)).toMatchObject({ said: { person: { idNumber } } });
    // what Anna herself let be asked of the register, on her own phone
    expect((await given(told.anna)).sort()).toEqual(['在您手机上签字的家里人的姓名和身份证号', ...before].sort());
  });
});

describe('the copy of one of a household', () => {
  it('holds what records have of themself, with the household’s sum, and nobody else’s share', async () => {
    const told = await home();
    await signed(told);
    const checks = await house.sql<{ id: string; member: string }>(
      'SELECT id, member FROM relief_means_check WHERE application_id = ?',
      [told.id],
    );
    const shares = { applicant: 123_400, m1: 567_800 } as Readonly<Record<string, number>>;
    for (const { id, member } of checks) await house.tell('means-verification', found(id, shares[member] ?? 0));
    await house.delivered();
    const [annas, bertas] = [await copied(told.anna), await copied(told.berta)];
    for (const own of ['123400', '691200']) expect(annas).toContain(own);
    expect(annas).not.toContain('567800');
    expect(bertas).toContain('567800');
    for (const other of ['123400', '691200']) expect(bertas).not.toContain(other);
  });

  it('does not hold that staff went on without somebody, nor why', async () => {
    const told = await home();
    await refuse(told);
    const { caseNo, idNumber } = told;
    const without = { kind: 'go-on-without', caseNo, idNumber, reason: '本人说不愿意' } as const;
    expect(await house.tellCommon('social-assistance', without)).toBe('applied');
    expect(await copied(told.anna)).not.toContain('不愿意');
  });
});
