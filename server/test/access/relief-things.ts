import type { FieldValues } from '@jinmen/shared/applications/field';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { DependantsService } from '../../src/modules/dependants/dependants.service';
import { MandateActs } from '../../src/modules/mandates/mandate-acts.service';
import { MandatesService } from '../../src/modules/mandates/mandates.service';
import { MeansCheck } from '../../src/modules/relief/checks/means-check.entity';
import { Transactions } from '../../src/platform/database/transactions';
import { filled, numbered, tellAs } from '../relief-house';
import { type AccessHouse, call, must, OFFICE, type Person } from './access-house';
import type { ResidentCaller, Whose } from './policies';

export const LIVING = 'minimum-living-allowance';
const INCOME = 'household.monthlyOtherIncomeFen';
export const ON = '2026-11-25';

/** An application, who types it, and who of the callers is what to it. */
export interface Application {
  readonly id: string;
  readonly version: number;
  /** On whose phone it goes on: the helped one's, once the helper may no longer. */
  readonly by: Person;
  readonly cast: Readonly<Partial<Record<ResidentCaller, Person>>>;
  readonly caseNo: string;
}

type Begun = Omit<Application, 'caseNo'> & { readonly mandate?: string };

/** A child of nine whose guardianship is proved. */
export async function aDependant(house: AccessHouse, guardian: Person): Promise<string> {
  const dependants = house.server.app.get(DependantsService, { strict: false });
  const child = { name: '测试小明', idNumber: numbered('20170611') };
  const { accountId } = guardian;
  return house.run(async () => {
    const row = await dependants.add({ accountId, relation: 'child', livesTogether: 1, proof: 'to-show' }, child);
    await dependants.confirm(row);
    return row.id;
  });
}

/** Somebody acts for somebody, or waits for their yes. */
export async function aMandateBetween(
  house: AccessHouse,
  helper: Person,
  principal: Person,
  state: 'acting' | 'waiting' = 'acting',
  way: 'account' | 'sms' = 'account',
): Promise<string> {
  const mandates = house.server.app.get(MandatesService, { strict: false });
  const of = { helperAccountId: helper.accountId, programmes: [LIVING], street: OFFICE, way };
  return house.run(async () => {
    const row = await mandates.add({ ...of, until: '2099-01-01' }, { ...principal, phone: '13800000009' });
    const waiting = await mandates.move(row, 'bureau', { state: 'waiting', principalPersonId: principal.personId });
    return (state === 'acting' ? await mandates.move(waiting, 'resident', { state }) : waiting).id;
  });
}

export async function revoke(house: AccessHouse, mandate: string): Promise<void> {
  const [mandates, acts] = [MandatesService, MandateActs] as const;
  await house.run(async () => {
    const row = await house.server.app.get(mandates, { strict: false }).findRow({ id: mandate });
    if (!row) throw new Error('no such mandate');
    await house.server.app.get(acts, { strict: false }).end(row, 'revoked', { kind: 'resident', id: 'test' });
  });
}

/** A draft with everything that is asked for. A helper who may no longer typed it while they might. */
export async function aDraft(house: AccessHouse, whose: Whose, fields: FieldValues = {}): Promise<Application> {
  const begun = await begin(house, whose);
  const typed = { version: begun.version, fields: filled([LIVING], fields) };
  const { version } = await must<ApplicationView>(call(begun.by, 'PATCH', `/relief/applications/${begun.id}`, typed));
  return ended(house, { ...begun, version }, '');
}

/** Handed in, and taken in hand by its office. */
export async function anOpen(house: AccessHouse, whose: Whose, fields: FieldValues = {}): Promise<Application> {
  const begun = await begin(house, whose);
  const at = `/relief/applications/${begun.id}`;
  const typed = { version: begun.version, fields: filled([LIVING], fields) };
  await must(call(begun.by, 'PATCH', at, typed));
  await sign(begun);
  const { cases, version } = await must<ApplicationView>(call(begun.by, 'POST', `${at}/submission`, {}));
  const caseNo = cases[0]?.id ?? '';
  await tellAs(house.server, 'social-assistance', { kind: 'accepted', caseNo, on: ON });
  return ended(house, { ...begun, version }, caseNo);
}

/** Handed in with a paper that was promised for later. */
export async function aPromised(house: AccessHouse): Promise<Application> {
  const draft = await aDraft(house, 'own');
  const at = `/relief/applications/${draft.id}`;
  const papers = [{ kind: 'income', by: '2026-12-05' }];
  await must(call(draft.by, 'POST', `${at}/commitments`, { papers, accepted: true }));
  await sign(draft);
  await must(call(draft.by, 'POST', `${at}/submission`, {}));
  return draft;
}

/** Looked into, one figure found. */
export async function aLookedInto(house: AccessHouse, whose: Whose): Promise<Application> {
  const told = { 'fact:household.hukou': 'all-tianjin', 'fact:household.memberCount': 1, [`fact:${INCOME}`]: 90_000 };
  const application = await anOpen(house, whose, told);
  const { manager } = house.server.app.get(Transactions);
  const check = await manager.findOneByOrFail(MeansCheck, { applicationId: application.id });
  const facts = [{ fact: INCOME, value: 400_000, from: '社会保险' }];
  await tellAs(house.server, 'means-verification', { kind: 'check-finished', checkNo: check.id, facts });
  return application;
}

export async function aDecided(house: AccessHouse, whose: Whose, outcome: 'approved' | 'refused') {
  const application = await anOpen(house, whose);
  const { caseNo } = application;
  const how =
    outcome === 'approved'
      ? { amount: { fen: 104_500, per: 'household-month' } }
      : { clause: { text: '人均收入高于标准', id: 'C5' } };
  const decided = { kind: 'decided', caseNo, programme: LIVING, outcome, on: ON, ...how };
  await tellAs(house.server, 'social-assistance', decided);
  return application;
}

/** The office asks for a paper. */
export async function anAsked(house: AccessHouse, whose: Whose): Promise<Application> {
  const application = await anOpen(house, whose);
  const { caseNo } = application;
  const asked = { kind: 'papers-requested', caseNo, papers: ['诊断证明'], by: '2026-12-05' };
  await tellAs(house.server, 'social-assistance', asked);
  return application;
}

async function begin(house: AccessHouse, whose: Whose): Promise<Begun> {
  const by = await house.person();
  const create = (body: object) => must<ApplicationView>(call(by, 'POST', '/relief/applications', body));
  switch (whose) {
    case 'own':
      return { ...(await create({ programmes: [LIVING] })), by, cast: { owner: by } };
    case 'ward': {
      const dependant = await aDependant(house, by);
      return { ...(await create({ programmes: [LIVING], for: { dependant } })), by, cast: { guardian: by } };
    }
    case 'helped':
    case 'helped-before': {
      const owner = await house.person('1948-03-02', '测试大娘');
      const mandate = await aMandateBetween(house, by, owner);
      const created = await create({ programmes: [LIVING], for: { mandate } });
      const cast = whose === 'helped' ? { owner, helper: by } : { owner, 'former-helper': by };
      return { ...created, by, cast, mandate };
    }
  }
}

/** What was a helper's until now, is theirs no longer. */
async function ended(house: AccessHouse, begun: Begun, caseNo: string): Promise<Application> {
  const { id, version, by, cast, mandate } = begun;
  if (!cast['former-helper'] || mandate === undefined) return { id, version, by, cast, caseNo };
  await revoke(house, mandate);
  return { id, version, by: cast.owner ?? by, cast, caseNo };
}

/** Whoever it is about, or looks after them, lets their income be looked up, on their own phone. */
async function sign({ id, by, cast }: Begun): Promise<void> {
  const who = cast.owner ?? by;
  const at = `/relief/applications/${id}`;
  const { adults = [] } = await must<ApplicationView>(call(who, 'GET', at));
  const member = adults.find(({ you }) => you)?.member;
  await must(call(who, 'POST', `${at}/authorisations`, { member, accepted: true }));
}
