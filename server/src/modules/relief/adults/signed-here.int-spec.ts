import type { AdultView } from '@jinmen/shared/applications/adults';
import type { ApplicationView, TimelineView } from '@jinmen/shared/applications/views';
import type { DisclosureView } from '@jinmen/shared/residents/rights';
import type { NoticeView } from '@jinmen/shared/residents/views';
import { ApplicantsEyes } from '../../../../test/applicants-eyes';
import { numbered, type TestPerson, type TestResident, viewOf } from '../../../../test/relief-house';
import { answered, type Reply, send } from '../../../../test/resident';
import { Signers } from '../../../../test/signing';
import { startWhomHouse, type WhomHouse } from '../../../../test/whom-house';
import type { CaseMessage } from '../../../bureaus/common-messages/common-messages.port';
import { Identity } from '../../../bureaus/identity/identity.port';
import type { CheckRequest } from '../../../bureaus/means-verification/means-verification.port';
import type { CheckResult } from '../../../bureaus/social-assistance/social-assistance.port';
import { Accounts } from '../../sessions/accounts.port';

const LIVING = 'minimum-living-allowance';
const ON = '2026-11-25';
const WAGE = 'household.monthlyWageIncomeFen';

let whom: WhomHouse;
const signers = new Signers(() => whom.house);
let order = 600;

beforeAll(async () => {
  whom = await startWhomHouse();
});
afterAll(() => whom.house.end());
beforeEach(() => {
  whom.name = { kind: 'confirmed' };
  for (const bureau of Object.values(whom.house.bureaus)) bureau.answer = { kind: 'done', body: {} };
  whom.house.bureaus['means-verification'].answer = { kind: 'pending' };
});
afterEach(() => jest.restoreAllMocks());

const newPerson = (name: string, birth: TestPerson['birth']): TestPerson => {
  order += 1;
  return { name, birth, idNumber: numbered(birth.replaceAll('-', ''), String(order)) };
};

interface Home {
  readonly anna: TestResident;
  /** Whom Anna lists as her husband. */
  readonly husband: TestPerson;
  readonly id: string;
  readonly caseNo: string;
}

/** Anna applied for herself and somebody else, signed for herself, and the street took the case. */
async function home(): Promise<Home> {
  const anna = await whom.resident(newPerson('测试甲', '1980-01-01'));
  const husband = newPerson('测试乙', '1981-02-02');
  const members = [{ id: 'm1', name: husband.name, idNumber: husband.idNumber, relation: 'spouse' } as const];
  const { id } = await anna.filledDraft([LIVING], { 'household.members': members, [`fact:${WAGE}`]: 0 });
  await signers.authorise(anna, id, { member: 'applicant', accepted: true });
  const [opened] = viewOf(await anna.post(`/${id}/submission`)).cases;
  const caseNo = opened?.id ?? '';
  await whom.house.delivered();
  await whom.house.tell('social-assistance', { kind: 'accepted', caseNo, on: ON });
  return { anna, husband, id, caseNo };
}

/** Anna, or he on her phone, types the end of the number that stands in the form. */
const onHerPhone = ({ anna, husband, id }: Home): Promise<Reply> =>
  anna.post(`/${id}/authorisations`, { member: 'm1', accepted: true, idNumber: husband.idNumber.slice(-4) });
const him = ({ adults }: ApplicationView): AdultView | undefined => adults?.find(({ member }) => member === 'm1');
const lookedUp = async ({ husband }: Home) => {
  await whom.house.delivered();
  const requests = whom.house.bureaus['means-verification'].effects('check-requested') as readonly CheckRequest[];
  return requests.filter(({ person }) => person.idNumber === husband.idNumber).length;
};
const toldOfHim = async ({ caseNo, husband }: Home) => {
  await whom.house.delivered();
  const told = whom.house.bureaus['social-assistance'].effects('told') as { caseNo: string; message: CaseMessage }[];
  return told.flatMap(({ caseNo: of, message }) =>
    of === caseNo && message.type === 'AUTHORISATION' && message.data.idNumber === husband.idNumber
      ? [message.data]
      : [],
  );
};
const asks = ({ caseNo, husband }: Home, how: 'in-person' | 'by-phone', theirs: boolean) =>
  whom.house.tellCommon('social-assistance', {
    kind: 'signer-asked',
    caseNo,
    idNumber: husband.idNumber,
    on: ON,
    how,
    theirs,
  });
const read = async <View>({ accountId }: TestResident, path: string) =>
  answered<View>(
    await send(whom.house.server, 'GET', `/api/v1/${path}`, undefined, { authorization: `Bearer ${accountId}` }),
  );
const messages = async (who: TestResident) => (await read<{ items: NoticeView[] }>(who, 'notices')).items;
const checkLine = async ({ anna, id }: Home) => {
  const { steps } = answered<TimelineView>(await anna.call('GET', `/${id}/timeline`));
  return steps.map(({ line }) => line ?? '').join();
};

describe('somebody else on the phone of whoever applied', () => {
  it('does not sign there when they have a phone of their own here: the answer is the one for whom no register knows', async () => {
    const told = await home();
    whom.name = { kind: 'not-confirmed', because: 'no-such-number' };
    const unknown = await onHerPhone(told);
    whom.name = { kind: 'confirmed' };
    await whom.resident(told.husband);
    const owner = await onHerPhone(told);
    expect([owner.status, owner.body.code]).toEqual([409, 'signature.not-here']);
    expect(owner.body).toEqual(unknown.body);
    expect(him(await told.anna.view(told.id))).toMatchObject({ state: 'not-asked' });
    expect(whom.asked.filter((idNumber) => idNumber === told.husband.idNumber)).toHaveLength(2);
  });

  it('is asked of the register as often as anybody may ask about a number, and not at all for a wrong one', async () => {
    const told = await home();
    const wrong = await told.anna.post(`/${told.id}/authorisations`, {
      member: 'm1',
      accepted: true,
      idNumber: numbered('19500505'),
    });
    expect(viewOf(wrong)).toMatchObject({ wrongNumber: { left: 4 } });
    expect(whom.asked).not.toContain(told.husband.idNumber);
    whom.name = { kind: 'not-confirmed', because: 'other-name' };
    for (const _time of [1, 2, 3, 4, 5]) expect((await onHerPhone(told)).status).toBe(409);
    whom.name = { kind: 'confirmed' };
    expect((await onHerPhone(told)).body.code).toBe('identity.too-many');
  });

  it('is whom the register was asked about, and nobody the form names there meanwhile', async () => {
    const anna = await whom.resident(newPerson('测试甲', '1980-01-01'));
    const { idNumber } = newPerson('测试乙', '1981-02-02');
    const named = (name: string) => ({
      'household.members': [{ id: 'm1', name, idNumber, relation: 'spouse' as const }],
    });
    const { id, version } = await anna.filledDraft([LIVING], named('测试乙'));
    jest.spyOn(whom.house.server.app.get(Identity, { strict: false }), 'verify').mockImplementation(async () => {
      viewOf(await anna.call('PATCH', `/${id}`, { version, fields: named('测试丙') }));
      return { kind: 'confirmed' };
    });
    const signed = await anna.post(`/${id}/authorisations`, { member: 'm1', accepted: true, idNumber });
    expect(signed.body.code).toBe('signature.not-here');
    expect(him(await anna.view(id))).toMatchObject({ state: 'not-asked' });
  });

  it('has not signed while nobody can be asked who they are', async () => {
    const told = await home();
    whom.name = { kind: 'unavailable' };
    expect((await onHerPhone(told)).body.code).toBe('signature.later');
    expect(him(await told.anna.view(told.id))).toMatchObject({ state: 'not-asked' });
  });

  it('has signed once for one key, and stays to be asked by the street: until then nobody looks into anything of theirs', async () => {
    const told = await home();
    const body = { member: 'm1', accepted: true, idNumber: told.husband.idNumber };
    const key = 'the-same-key-twice';
    const first = viewOf(await told.anna.post(`/${told.id}/authorisations`, body, key));
    expect(viewOf(await told.anna.post(`/${told.id}/authorisations`, body, key))).toEqual(first);
    expect(him(first)).toMatchObject({ state: 'signed', way: 'this-phone', unasked: true });
    expect(await lookedUp(told)).toBe(0);
    expect(await toldOfHim(told)).toMatchObject([{ state: 'signed', way: 'this-phone', unasked: true }]);
    expect(await checkLine(told)).toContain('街道的人要先见到他们，或者打电话问过他们');
    expect(await asks(told, 'in-person', true)).toBe('applied');
    expect(await asks(told, 'in-person', true)).toBe('not-applicable');
    expect(await lookedUp(told)).toBe(1);
    expect(him(await told.anna.view(told.id))?.unasked).toBeUndefined();
    expect(await checkLine(told)).not.toContain('先见到他们');
    const [row] = await whom.house.sql<{ facts: string }>(
      "SELECT facts FROM audit_row WHERE action = 'means-check.signer-asked' ORDER BY at DESC",
      [],
    );
    expect(JSON.stringify(row)).toContain('in-person');
  });

  it('may say no to the street, and nobody who applied can see it', async () => {
    const eyes = async (act: (told: Home) => Promise<unknown>) => {
      const told = await home();
      viewOf(await onHerPhone(told));
      await act(told);
      await whom.house.delivered();
      const looking = new ApplicantsEyes(whom.house, told.anna, told.id, 'none');
      await looking.lookAround('after');
      return { told, lines: looking.lines };
    };
    const silent = await eyes(async () => {});
    const denied = await eyes((told) => asks(told, 'by-phone', false));
    expect(denied.lines).toEqual(silent.lines);
    expect(await lookedUp(denied.told)).toBe(0);
    expect(await toldOfHim(denied.told)).toMatchObject([
      { state: 'signed' },
      { state: 'withdrawn', inConfidence: true },
    ]);
    expect(await asks(denied.told, 'by-phone', true)).toBe('not-applicable');
  });

  it('can give it properly still: by a link, or before a clerk, which is looked into at once', async () => {
    const byLink = await home();
    viewOf(await onHerPhone(byLink));
    const token = await signers.invite(byLink.anna, byLink.id, 'm1');
    expect((await signers.sign(await whom.resident(byLink.husband), token)).status).toBe(204);
    expect(await lookedUp(byLink)).toBe(1);
    expect(him(await byLink.anna.view(byLink.id))).toMatchObject({ state: 'signed', way: 'own-phone' });
    const atDesk = await home();
    viewOf(await onHerPhone(atDesk));
    const { caseNo, husband } = atDesk;
    const signed = { kind: 'signed-at-desk', caseNo, idNumber: husband.idNumber, on: ON } as const;
    expect(await whom.house.tellCommon('social-assistance', signed)).toBe('applied');
    expect(await lookedUp(atDesk)).toBe(1);
  });
});

describe('a phone that is theirs', () => {
  it('is the one that reaches them: a name confirmed on another account does not sign by a link', async () => {
    const told = await home();
    await whom.resident(told.husband);
    const second = await whom.resident(told.husband);
    const refused = await signers.sign(second, await signers.invite(told.anna, told.id, 'm1'));
    expect([refused.status, refused.body.code]).toEqual([403, 'signature-link.other-phone']);
    expect(him(await told.anna.view(told.id))).toMatchObject({ state: 'link-sent' });
  });

  it('is not one that was lent: what is signed there waits until the street has asked', async () => {
    const told = await home();
    const lent = await whom.resident(told.husband);
    const accounts = whom.house.server.app.get(Accounts, { strict: false });
    jest
      .spyOn(accounts, 'lentOf')
      .mockImplementation(async (ids) => new Set(ids.filter((id) => id === lent.accountId)));
    expect((await signers.sign(lent, await signers.invite(told.anna, told.id, 'm1'))).status).toBe(204);
    expect(him(await told.anna.view(told.id))).toMatchObject({ state: 'signed', unasked: true });
    expect(await lookedUp(told)).toBe(0);
  });

  it('is told at once of a signature in their name, wherever it was given, and takes it back from there', async () => {
    const told = await home();
    viewOf(await onHerPhone(told));
    const boris = await whom.resident(told.husband);
    const { caseNo, husband } = told;
    await whom.house.tellCommon('social-assistance', {
      kind: 'signed-at-desk',
      caseNo,
      idNumber: husband.idNumber,
      on: ON,
    });
    const mine = (await signers.signatures(boris)).filter(({ withdrawnAt }) => withdrawnAt === undefined);
    const about = mine.map(({ id }) => ({ kind: 'signature', id }));
    expect((await messages(boris)).filter(({ title }) => title.includes('用您的名字签的'))).toMatchObject(
      about.map((each) => ({ about: each })),
    );
    expect(mine).toMatchObject([{ from: '测*', way: 'desk' }]);
    expect((await signers.takeBack(boris, mine[0]?.id ?? '')).status).toBe(204);
  });

  it('says of what went out about them that somebody signed in their name, and of nothing that they agreed to it', async () => {
    const told = await home();
    const boris = await whom.resident(told.husband);
    await signers.sign(boris, await signers.invite(told.anna, told.id, 'm1'));
    expect(await lookedUp(told)).toBe(1);
    const { items } = await read<{ items: DisclosureView[] }>(boris, 'disclosures');
    const bases = items.filter(({ what }) => what.includes('收入')).map(({ basis }) => basis);
    expect(bases.length).toBeGreaterThanOrEqual(2);
    expect(bases.flat().join()).toContain('有一个字是用您的名字签的');
    expect(bases.flat().join()).not.toContain('您同意过');
  });
});

describe('the household’s sums', () => {
  const found = (checkNo: string, fen: number) => ({
    kind: 'check-finished',
    checkNo,
    facts: [{ fact: WAGE, value: fen, from: '社会保险' }],
  });
  const reported = ({ caseNo }: Home) =>
    (whom.house.bureaus['social-assistance'].effects('check-reported') as { caseNo: string; result: CheckResult }[])
      .filter((each) => each.caseNo === caseNo)
      .map(({ result }) => result.facts);
  /** Records have 1,000 yuan of Anna and 3,135.03 of him. */
  async function lookedInto(told: Home): Promise<ApplicationView> {
    const sql = 'SELECT id, member FROM relief_means_check WHERE application_id = ? ORDER BY member';
    const checks = await whom.house.sql<{ id: string; member: string }>(sql, [told.id]);
    expect(checks.map(({ member }) => member)).toEqual(['applicant', 'm1']);
    for (const { id, member } of checks) {
      await whom.house.tell('means-verification', found(id, member === 'm1' ? 313_503 : 100_000));
    }
    await whom.house.delivered();
    expect(reported(told)).toMatchObject([[{ fact: WAGE, value: 413_503 }]]);
    return told.anna.view(told.id);
  }

  it('go to the street alone where he signed on her phone and was asked on the telephone: her own taken off, they are his', async () => {
    const told = await home();
    viewOf(await onHerPhone(told));
    await asks(told, 'by-phone', true);
    const view = await lookedInto(told);
    expect(view.evaluations.map(({ basis }) => basis)).not.toContain('verified');
    const timeline = (await told.anna.call('GET', `/${told.id}/timeline`)).body;
    expect(JSON.stringify([view, timeline])).not.toMatch(/413503|313503|4135\.03|4,135\.03/);
  });

  it('are shown where a clerk saw him', async () => {
    const told = await home();
    viewOf(await onHerPhone(told));
    await asks(told, 'in-person', true);
    const view = await lookedInto(told);
    expect(view.evaluations.at(-1)?.facts).toEqual([{ fact: WAGE, value: 413_503, from: '社会保险' }]);
  });
});
