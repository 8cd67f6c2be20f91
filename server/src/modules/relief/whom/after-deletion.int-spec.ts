import type { ApplicationView } from '@jinmen/shared/applications/views';
import { legalHolds } from '../../../../test/legal-holds';
import { filled, numbered, type TestResident, viewOf } from '../../../../test/relief-house';
import { boy, daughter, mother, startWhomHouse, type WhomHouse } from '../../../../test/whom-house';
import { Transactions } from '../../../platform/database/transactions';
import { ReliefRouting } from '../relief-routing.port';
import { Submission } from '../submission/submission.service';

const LIVING = 'minimum-living-allowance';
/** Waits for the decision about 低保, and is handed to another bureau. */
const DISABLED = 'disability-living-subsidy';
const ON = '2026-11-25';

let whom: WhomHouse;
beforeAll(async () => {
  whom = await startWhomHouse();
});
afterAll(() => whom.house.end());

async function handedIn(by: TestResident, whose?: object): Promise<ApplicationView> {
  const programmes = [LIVING, DISABLED];
  const { id, version } = viewOf(await by.post('', { programmes, ...(whose && { for: whose }) }));
  const fields = filled(programmes, { 'household.members': [] });
  await by.call('PATCH', `/${id}`, { version, fields });
  return viewOf(await by.post(`/${id}/submission`));
}

async function deletesTheirAccount(resident: TestResident): Promise<void> {
  expect((await whom.call(resident, 'DELETE', '/me')).status).toBe(204);
}

const caseAt = ({ cases }: ApplicationView, bureau: string) => cases.find((each) => each.bureau === bureau)?.id ?? '';

/** 低保 is granted, as its bureau calls back. */
async function livingIsGranted(application: ApplicationView) {
  const caseNo = caseAt(application, 'social-assistance');
  const amount = { fen: 104_500, per: 'household-month' };
  const decided = { kind: 'decided', caseNo, programme: LIVING, outcome: 'approved', on: ON, amount };
  const outcome = await whom.house.tell('social-assistance', decided);
  await whom.house.delivered();
  return outcome;
}

const filedAs = (application: ApplicationView) => {
  const filed = whom.house.bureaus['disability-benefits'].effects('filed') as { caseNo: string; applicant: object }[];
  return filed.find(({ caseNo }) => caseNo === caseAt(application, 'disability-benefits'))?.applicant;
};
const itemsOf = ({ id }: ApplicationView) =>
  whom.house.sql<{ programme: string; state: string }>(
    `SELECT programme, i.state AS state FROM relief_case_item i JOIN relief_case c ON c.id = i.case_id
     WHERE c.application_id = ? ORDER BY programme DESC`,
    [id],
  );
const keptOf = ({ id }: ApplicationView) =>
  whom.house.sql<{ person: Buffer }>('SELECT person FROM relief_filer WHERE application_id = ?', [id]);
const nameAndNumber = ({ name, idNumber }: { name: string; idNumber: string }) => ({ name, idNumber });

it('of drafts, only one that a court wants kept says whose it was when the account is deleted', async () => {
  const fred = await whom.resident({ ...daughter, idNumber: numbered('19810101', '101') });
  const begun = async () => viewOf(await fred.post('', { programmes: [LIVING] }));
  const [held, free] = [await begun(), await begun()];
  const holds = legalHolds(whom.house.server);
  await holds.hold(`relief_application:${held.id}`, '王某', '法院来函');
  await deletesTheirAccount(fred);
  expect([(await keptOf(held)).length, (await keptOf(free)).length]).toEqual([1, 0]);
});

describe('when the account is deleted while an office has the application in hand', () => {
  it('the decision is recorded all the same, and what waited for it goes to its bureau with the right name', async () => {
    const anna = await whom.resident({ ...daughter, idNumber: numbered('19800101', '101') });
    const application = await handedIn(anna);
    await whom.house.delivered();
    expect(filedAs(application)).toBeUndefined();
    await deletesTheirAccount(anna);
    expect(await livingIsGranted(application)).toBe('applied');
    expect(await itemsOf(application)).toEqual([
      { programme: LIVING, state: 'approved' },
      { programme: DISABLED, state: 'in-hand' },
    ]);
    expect(filedAs(application)).toMatchObject({ name: daughter.name, idNumber: numbered('19800101', '101') });
  });

  it('what they signed is still looked into, and the desk still reads whose it is', async () => {
    const berta = await whom.resident({ ...daughter, idNumber: numbered('19800101', '102') });
    const application = await handedIn(berta);
    const signed = await berta.post(`/${application.id}/authorisations`, { member: 'applicant', accepted: true });
    expect(signed.status).toBe(200);
    await deletesTheirAccount(berta);
    const caseNo = caseAt(application, 'social-assistance');
    expect(await whom.house.tell('social-assistance', { kind: 'accepted', caseNo, on: ON })).toBe('applied');
    await whom.house.delivered();
    const asked = whom.house.bureaus['means-verification'].effects('check-requested') as { person: object }[];
    expect(asked.map(({ person }) => person)).toEqual([{ name: daughter.name, idNumber: numbered('19800101', '102') }]);
    const desk = whom.house.server.app.get(ReliefRouting, { strict: false });
    const atDesk = await desk.casesOf(application.receiptNumber ?? '', 'all');
    expect(atDesk.map(({ applicant }) => applicant)).toEqual(['测试**', '测试**']);
  });

  it('a child’s goes on with the name of the guardian who handed it in', async () => {
    const guardian = await whom.resident({ ...daughter, idNumber: numbered('19800101', '103') });
    const { id: dependant } = await whom.addDependant(guardian);
    const application = await handedIn(guardian, { dependant });
    await deletesTheirAccount(guardian);
    expect(await livingIsGranted(application)).toBe('applied');
    expect(filedAs(application)).toMatchObject(boy);
    const told = whom.house.bureaus['disability-benefits'].effects('told') as {
      caseNo: string;
      message: { data: object };
    }[];
    const ofIt = told.filter(({ caseNo }) => caseNo === caseAt(application, 'disability-benefits'));
    expect(ofIt.map(({ message }) => message.data)).toContainEqual(
      expect.objectContaining({ role: 'guardian', name: daughter.name, idNumber: numbered('19800101', '103') }),
    );
  });

  it('what a helper typed and the person handed in goes on when either of them leaves', async () => {
    const helper = await whom.resident({ ...daughter, idNumber: numbered('19800101', '104') });
    const { id: mandate } = await whom.helps(helper, { programmes: [LIVING, DISABLED] });
    const herself = await whom.onOnePhone(mother);
    const programmes = [LIVING, DISABLED];
    const { id, version } = viewOf(await helper.post('', { programmes, for: { mandate } }));
    await helper.call('PATCH', `/${id}`, { version, fields: filled(programmes) });
    const application = viewOf(await herself.post(`/${id}/submission`));
    await deletesTheirAccount(helper);
    expect(await keptOf(application)).toEqual([]);
    await deletesTheirAccount(herself);
    expect(await livingIsGranted(application)).toBe('applied');
    expect(filedAs(application)).toMatchObject(nameAndNumber(mother));
  });
});

it('of one that nobody can be named for the decision is recorded too; what waited goes on waiting, with an alarm', async () => {
  const hanna = await whom.resident({ ...daughter, idNumber: numbered('19800101', '108') });
  const application = await handedIn(hanna);
  await deletesTheirAccount(hanna);
  await whom.house.sql('DELETE FROM relief_filer WHERE application_id = ?', [application.id]);
  expect(await livingIsGranted(application)).toBe('applied');
  expect(await itemsOf(application)).toEqual([
    { programme: LIVING, state: 'approved' },
    { programme: DISABLED, state: 'held-back' },
  ]);
  expect(whom.house.server.logs()).toContain('nobody to file for');
});

it('what is handed in on one phone while the account is deleted on another is handed in whole, with its name', async () => {
  const ida = await whom.resident({ ...daughter, idNumber: numbered('19800101', '109') });
  const { id, version } = viewOf(await ida.post('', { programmes: [LIVING, DISABLED] }));
  await ida.call('PATCH', `/${id}`, { version, fields: filled([LIVING, DISABLED], { 'household.members': [] }) });
  const { app } = whom.house.server;
  const resident = { accountId: ida.accountId, sessionId: ida.accountId };
  let written = (): void => undefined;
  const isWritten = new Promise<void>((resolve) => {
    written = resolve;
  });
  const deleted = isWritten.then(() => deletesTheirAccount(ida));
  const application = await app.get(Transactions).run(async () => {
    const view = await app.get(Submission, { strict: false }).submit(resident, id, undefined);
    written();
    await new Promise((resolve) => setTimeout(resolve, 300));
    return view;
  });
  await deleted;
  expect(await keptOf(application)).toHaveLength(1);
  expect(await livingIsGranted(application)).toBe('applied');
  expect(filedAs(application)).toMatchObject({ idNumber: numbered('19800101', '109') });
});

describe('of whom deletes their account', () => {
  it('a draft stays that they typed for somebody who had agreed to their help, and goes on being typed', async () => {
    const helper = await whom.resident({ ...daughter, idNumber: numbered('19800101', '107') });
    const { id: mandate } = await whom.helps(helper, { programmes: [LIVING, DISABLED] });
    const draft = viewOf(await helper.post('', { programmes: [LIVING, DISABLED], for: { mandate } }));
    const herself = await whom.onOnePhone(mother);
    await whom.call(herself, 'DELETE', `/mandates/${mandate}`);
    const fields = filled([LIVING, DISABLED], { statement: '还想说' });
    const typed = viewOf(await herself.call('PATCH', `/${draft.id}`, { version: draft.version, fields }));
    await deletesTheirAccount(helper);
    // the helper never handed it in: their name is not kept beside it
    expect(await keptOf(draft)).toEqual([]);
    expect((await herself.view(draft.id)).fields).toEqual(typed.fields);
    expect(viewOf(await herself.post(`/${draft.id}/submission`)).state).toBe('open');
  });

  it('no name is kept beside what they never handed in, nor beside anybody else’s', async () => {
    const clara = await whom.resident({ ...daughter, idNumber: numbered('19800101', '105') });
    const dora = await whom.resident({ ...daughter, idNumber: numbered('19800101', '106') });
    const others = await handedIn(dora);
    const draft = viewOf(await clara.post('', { programmes: [LIVING] }));
    await deletesTheirAccount(clara);
    expect([await keptOf(draft), await keptOf(others)]).toEqual([[], []]);
  });

  it('the name that is kept is sealed, and kept once however often the account is forgotten', async () => {
    const emma = await whom.resident({ ...daughter, idNumber: numbered('19800101', '107') });
    const application = await handedIn(emma);
    expect(await keptOf(application)).toEqual([]);
    await deletesTheirAccount(emma);
    await deletesTheirAccount(emma);
    const [kept, ...more] = await keptOf(application);
    expect(more).toEqual([]);
    expect(kept?.person.toString('latin1')).not.toContain(numbered('19800101', '107'));
  });
});
