import type { ApplicationView } from '@jinmen/shared/applications/views';
import { filled, type TestResident, viewOf } from '../../../../test/relief-house';
import { daughter, mother, startWhomHouse, type WhomHouse } from '../../../../test/whom-house';

const CARE = 'disability-care-subsidy';

let whom: WhomHouse;
let helper: TestResident;
let herself: TestResident;
let draft: ApplicationView;

beforeAll(async () => {
  whom = await startWhomHouse();
  whom.at('2026-11-26T02:00:00Z');
});
afterAll(() => whom.house.end());

/** A new matter of the same two people; her daughter lives there and is one of the grown-ups. */
beforeEach(async () => {
  helper = await whom.resident(daughter);
  herself = await whom.onOnePhone(mother);
  const { id: mandate } = await whom.helps(helper);
  const { id, version } = viewOf(await helper.post('', { programmes: [CARE], for: { mandate } }));
  const members = [{ id: 'm1', name: daughter.name, idNumber: daughter.idNumber, relation: 'child' }] as const;
  const fields = filled([CARE], { 'household.members': members });
  draft = viewOf(await helper.call('PATCH', `/${id}`, { version, fields }));
});

const sign = (who: TestResident, member: string, more = {}) =>
  who.post(`/${draft.id}/authorisations`, { member, accepted: true, ...more });
const youIn = ({ adults }: ApplicationView) => adults?.filter(({ you }) => you).map(({ member }) => member);

describe('one application, read and signed from two phones', () => {
  it('each is *you* to themselves, in what they read and in every answer to what they did', async () => {
    expect(youIn(draft)).toEqual(['m1']);
    expect(youIn(await herself.view(draft.id))).toEqual(['applicant']);
    const signed = viewOf(await sign(herself, 'applicant'));
    expect([youIn(signed), signed.authorised]).toEqual([['applicant'], true]);
    expect(signed.subject).toMatchObject({ kind: 'helped', you: true });
    expect((await helper.view(draft.id)).authorised).toBeUndefined();
  });

  it('nobody signs for the other without the number of their own', async () => {
    const refused = await sign(herself, 'm1');
    expect([refused.status, refused.body.code]).toEqual([400, 'request.invalid']);
    const byHelper = await sign(helper, 'applicant', { idNumber: mother.idNumber });
    expect([byHelper.status, byHelper.body.code]).toEqual([403, 'authorisation.not-yours']);
  });

  it('whoever is helped may complain about it, and who helped once may not', async () => {
    await helper.post(`/${draft.id}/submission`);
    const complain = (who: TestResident) =>
      whom.call(who, 'POST', '/complaints', { kind: 'complaint', text: '等了很久', application: draft.id });
    expect((await complain(herself)).status).toBe(201);
    const before = await complain(helper);
    expect(before.body.application).toMatchObject({ id: draft.id });
    await end(draft);
    expect((await complain(helper)).body.code).toBe('request.invalid');
    const kept = await whom.call(helper, 'GET', `/complaints/${String(before.body.id)}`);
    expect([kept.status, kept.body.application]).toEqual([200, undefined]);
  });
});

async function end({ subject }: ApplicationView): Promise<void> {
  const mandate = subject?.kind === 'helped' ? subject.mandateId : '';
  await whom.call(herself, 'DELETE', `/mandates/${mandate}`);
}
