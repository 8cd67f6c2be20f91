import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ApplicationView, TimelineView } from '@jinmen/shared/applications/views';
import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import type { NoticeView } from '@jinmen/shared/residents/views';
import { aloneWithoutIncome } from '../../support/households';
import { ResidentApi } from '../../support/resident-api';
import { type ServerProcess, startServer } from '../../support/server-process';
import { type BureauJournal, type SentCallback, Simulators } from '../../support/simulators';
import { until } from '../../support/until';

const PERSON = '单人-断收入';
/** Others, each alone with their name and number. */
const PEOPLE = [
  '三口-低于低保线',
  '三口-正好在低保线',
  '三口-高一分',
  '三口-低保边缘',
  '四口-收入宽裕',
  '重残一级',
  '重残-三级智力',
  '独居-八十五岁',
  '单亲-大病',
];
const PROGRAMMES = ['minimum-living-allowance', 'disability-care-subsidy'];
const SOCIAL = 'social-assistance';
const BENEFITS = 'disability-benefits';
const MEANS = 'means-verification';
/** Alone, and not sure of the one thing the second programme asks that is neither yes, no nor a number. */
const applicant = { ...aloneWithoutIncome, unsure: ['disabledPerson.grade'] };

/** `effect`: the bureau has done it all the same. `readable`: the answer can be read, so it is not asked twice. */
const FAULTS: readonly { readonly fault: string; readonly effect: boolean; readonly readable?: true }[] = [
  { fault: 'latency', effect: true },
  { fault: 'reset', effect: false },
  { fault: 'black-hole', effect: false },
  { fault: 'error-500', effect: false },
  { fault: 'error-in-200', effect: false },
  { fault: 'cut-reply', effect: true },
  { fault: 'half-json', effect: true },
  { fault: 'slow-drip', effect: true },
  { fault: 'gbk', effect: true, readable: true },
];

let server: ServerProcess;
let simulators: Simulators;
let resident: ResidentApi;

beforeAll(async () => {
  server = await startServer({ withSimulators: true, settings: { RETRY_AT_MOST_MS: '300' } });
  simulators = new Simulators(server.simulators);
  resident = await ResidentApi.signIn(server, PERSON);
  await resident.becomeKnown();
});
afterAll(async () => {
  await server?.stop();
});

const today = () => dayInShanghai(Date.now());
const compact = (day: string) => day.replaceAll('-', '');

async function handedIn(programmes: readonly string[] = PROGRAMMES): Promise<ApplicationView> {
  const draft = await resident.completeDraft(programmes, applicant, today());
  const { status, body } = await resident.submit(draft.id, draft.version, randomUUID());
  expect(status).toBe(200);
  return body;
}

const timelineOf = (id: string) => resident.get<TimelineView>('GET', `/relief/applications/${id}/timeline`);
const withdraw = (id: string) => resident.get('POST', `/relief/applications/${id}/withdrawal`, {}, randomUUID());

function caseAt({ cases }: ApplicationView, bureau: string): string {
  const found = cases.find((each) => each.bureau === bureau);
  if (!found) throw new Error(`no case at ${bureau}`);
  return found.id;
}

/** What social assistance says of a case. */
const says = (type: string, caseNo: string, data: Readonly<Record<string, unknown>> = {}): SentCallback => ({
  bureau: SOCIAL,
  type,
  data: { wbywh: caseNo, ywlsh: 'SJ20261125000001', ...data },
});
const accepted = (caseNo: string) => says('SL', caseNo, { slrq: compact(today()) });
const visited = (caseNo: string) => says('RH', caseNo, { rhrq: compact(today()) });
const approved = (caseNo: string) =>
  says('JD', caseNo, { sxdm: 'SH01', jdrq: compact(today()), jdjg: '1', je: '1045.00', jedw: 'HY' });

async function isTold(callback: SentCallback): Promise<void> {
  expect(await simulators.callback(callback)).toMatchObject({ status: 200 });
}

/** Nobody may read a bad day as a no. */
function expectNoRefusal({ steps, notice = '' }: TimelineView): void {
  const words = steps.flatMap(({ title, line = '' }) => [title, line]);
  expect([...words, notice].filter((text) => /没批|没收下|没有递|不符合|没查成/.test(text))).toEqual([]);
}

/** Reads the timelines over and over, until told to end. */
function watch(ids: readonly string[]): { end(): Promise<readonly TimelineView[]> } {
  let over = false;
  const seen: TimelineView[] = [];
  const watching = (async () => {
    do {
      for (const id of ids) seen.push(await timelineOf(id));
      await pause(100);
    } while (!over);
  })();
  return {
    end: async () => {
      over = true;
      await watching;
      return seen;
    },
  };
}

/** The journal of one bureau, of one case or check only. */
async function storyOf(bureau: string, no: string): Promise<BureauJournal> {
  const { deliveries, effects } = await simulators.journal(bureau);
  const mine = effects.filter(({ facts }) => facts.caseNo === no || facts.checkNo === no);
  const keys = mine.map(({ eventId }) => eventId);
  return { deliveries: deliveries.filter(({ eventId }) => keys.includes(eventId)), effects: mine };
}

/** Once for each key, however often it was brought; and never a later word before the earlier one was done. */
function expectOnceInOrder({ deliveries, effects }: BureauJournal, kinds: readonly string[]): void {
  expect(effects.map(({ kind }) => kind)).toEqual(kinds);
  expect(deliveries.length).toBeGreaterThanOrEqual(effects.length);
  const order = deliveries.map(({ eventId }) => effects.findIndex((effect) => effect.eventId === eventId));
  expect(order).toEqual([...order].sort((one, other) => one - other));
}

/** Waits until the bureau did these things for a case, on more deliveries than that where some were in vain. */
async function untilDone(bureau: string, no: string, kinds: readonly string[], inVain = 0): Promise<BureauJournal> {
  const story = await until(`${kinds.join(', ')} at ${bureau}`, async () => {
    const so = await storyOf(bureau, no);
    return so.effects.length >= kinds.length && so.deliveries.length >= kinds.length + inVain && so;
  });
  expectOnceInOrder(story, kinds);
  return story;
}

describe('a bad day at the bureaus', () => {
  it.each(FAULTS)('of $fault costs a resident nothing', async ({ fault, effect, readable }) => {
    const inVain = readable ? 0 : 1;
    for (const bureau of [SOCIAL, BENEFITS]) await simulators.fault({ bureau, fault, count: 2 });
    await simulators.fault({ bureau: MEANS, fault, count: 1 });
    const [kept, takenBack] = await Promise.all([handedIn(), handedIn()]);
    await withdraw(takenBack.id);
    const watching = watch([kept.id, takenBack.id]);
    await untilDone(SOCIAL, caseAt(kept, SOCIAL), ['case-filed']);
    await isTold(accepted(caseAt(kept, SOCIAL)));
    const stories = await Promise.all([
      untilDone(SOCIAL, caseAt(kept, SOCIAL), ['case-filed', 'check-reported'], inVain),
      untilDone(SOCIAL, caseAt(takenBack, SOCIAL), ['case-filed', 'withdrawn'], inVain),
      untilDone(BENEFITS, caseAt(kept, BENEFITS), ['case-filed'], inVain),
      untilDone(BENEFITS, caseAt(takenBack, BENEFITS), ['case-filed', 'withdrawn'], inVain),
    ]);
    const checkNo = stories[0].effects[1]?.facts.checkNo ?? '';
    stories.push(await untilDone(MEANS, checkNo, ['check-requested'], inVain));
    (await watching.end()).forEach(expectNoRefusal);
    for (const { deliveries } of stories) {
      const [first, second] = deliveries;
      expect(first?.fault).toBe(fault);
      if (readable) continue;
      expect(second?.eventId).toBe(first?.eventId);
      // a slow one does its work after the second was done; whichever came later was answered from memory
      expect([first?.repeated, second?.repeated].includes(true)).toBe(effect);
    }
    await until('the timeline to say so', async () => {
      const titles = (await timelineOf(kept.id)).steps.map(({ title }) => title);
      return ['材料送到了', '收下了，开始看材料', '收入和存款查过了'].every((title) => titles.includes(title));
    });
    const { cases } = await resident.application(kept.id);
    expect(cases.flatMap(({ items }) => items.map(({ state }) => state))).toEqual(['in-hand', 'in-hand']);
    expect((await resident.application(takenBack.id)).state).toBe('withdrawn');
  });
});

describe('a bad day at the identity bureau', () => {
  it('says later, and the name is confirmed once it is well again', async () => {
    const others = PEOPLE.slice(0, FAULTS.length);
    const people = await Promise.all(others.map((name) => ResidentApi.signIn(server, name)));
    for (const person of people) await person.consent();
    for (const { fault } of FAULTS) await simulators.fault({ bureau: 'identity', fault, count: 1 });
    const first = await Promise.all(people.map((person) => person.verifyIdentity()));
    const readable = FAULTS.filter((fault) => fault.readable).length;
    expect(first.filter(({ outcome }) => outcome === 'verified')).toHaveLength(readable);
    const later = first.filter(({ outcome }) => outcome === 'later');
    expect(later).toHaveLength(FAULTS.length - readable);
    for (const { words } of later) expect(words).toContain('暂时没有回音');
    const again = await Promise.all(people.map((person) => person.verifyIdentity()));
    expect(again.map(({ outcome }) => outcome)).toEqual(people.map(() => 'verified'));
  });

  it('costs none of the five tries of a day', async () => {
    const person = await ResidentApi.signIn(server, '外地户口-租房');
    await person.consent();
    await simulators.fault({ bureau: 'identity', fault: 'error-in-200', count: 1 });
    expect(await person.verifyIdentity()).toMatchObject({ outcome: 'later' });
    const wrong = await Promise.all([1, 2, 3, 4, 5].map(() => person.verifyIdentity('示别人')));
    expect(wrong.map(({ outcome }) => outcome)).toEqual(wrong.map(() => 'not-confirmed'));
    await expect(person.verifyIdentity('示别人')).rejects.toThrow('identity.too-many');
  });
});

describe('a result of the look into income that nobody can read', () => {
  const HOSTILE = ['1e309', '-1', '￥1,234.5元'];
  const checks = async () => {
    const { effects } = await simulators.journal(MEANS);
    return effects.filter(({ kind }) => kind === 'check-requested').map(({ facts }) => facts.checkNo ?? '');
  };
  const reports = async (caseNo: string) =>
    (await storyOf(SOCIAL, caseNo)).effects.filter(({ kind }) => kind === 'check-reported').length;

  beforeAll(() => simulators.answerChecks('by-hand'));
  afterAll(() => simulators.answerChecks('automatic'));

  it('is left to a person in plain words, the street goes on, and one that can be read still counts', async () => {
    const before = await checks();
    const handed = await Promise.all(HOSTILE.map(() => handedIn(['minimum-living-allowance'])));
    const cases = handed.map((each) => caseAt(each, SOCIAL));
    for (const caseNo of cases) {
      await untilDone(SOCIAL, caseNo, ['case-filed']);
      await isTold(accepted(caseNo));
    }
    const asked = await until('the checks', async () => {
      const added = (await checks()).filter((checkNo) => !before.includes(checkNo));
      return added.length === HOSTILE.length && added;
    });
    for (const [index, wage] of HOSTILE.entries()) await simulators.reportCheck(asked[index] ?? '', { wage });
    for (const [index, { id }] of handed.entries()) {
      await until('the street to be told', async () => (await reports(cases[index] ?? '')) === 1);
      const { steps } = await timelineOf(id);
      const check = steps.find(({ title }) => title === '查收入和存款');
      expect(check).toMatchObject({ state: 'stopped', line: expect.stringContaining('已经请人来看') });
      expect(steps.filter(({ state }) => state === 'now').map(({ title }) => title)).toEqual(['街道上门看看']);
      const { state, cases: now } = await resident.application(id);
      expect([state, now[0]?.items[0]?.state]).toEqual(['open', 'in-hand']);
    }
    const known = {
      itemCode: 'VEH_CAR',
      itemName: '大型、小型汽车',
      period: 'D',
      source: 'CG',
      sourceName: '机动车登记',
    };
    const items = [{ ...known, flag: 'Y', count: '0', dataDate: today() }];
    const report = { reportNo: 'HD20261125999999', finishDate: today(), items };
    for (const applyNo of asked) {
      await isTold({ bureau: MEANS, type: 'CHECK_FINISHED', data: { applyNo, ...report } });
    }
    for (const { id } of handed) {
      expect((await timelineOf(id)).steps.map(({ title }) => title)).toContain('收入和存款查过了');
    }
  });
});

describe('callbacks as no honest bureau sends them', () => {
  /** A case at social assistance, and what it looks like from outside. */
  async function aCase() {
    const { id, cases } = await handedIn(['minimum-living-allowance']);
    const caseNo = cases[0]?.id ?? '';
    await untilDone(SOCIAL, caseNo, ['case-filed']);
    const look = async () => {
      const { state, cases: now } = await resident.application(id);
      return { state, case: now[0]?.state, item: now[0]?.items[0]?.state };
    };
    return { id, caseNo, look };
  }
  const noticesAbout = async (id: string) => {
    const { items } = await resident.get<{ items: readonly NoticeView[] }>('GET', '/notices');
    return items.filter(({ about }) => about?.id === id).length;
  };

  it('doubled, one behind the other and all at once, have one effect', async () => {
    const { caseNo, id } = await aCase();
    const event = { ...visited(caseNo), eventId: randomUUID() };
    const all = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(() => simulators.callback(event)));
    expect(all.map(({ status }) => status)).toEqual(all.map(() => 200));
    await isTold(event);
    expect(await noticesAbout(id)).toBe(1);
    const { steps } = await timelineOf(id);
    expect(steps.filter(({ title }) => title === '上门看过了')).toHaveLength(1);
  });

  it('in the wrong order leave the case where the furthest of them put it', async () => {
    const { caseNo, look } = await aCase();
    const asked = says('BZ', caseNo, { clmx: [{ clbh: '1', clmc: '收入证明' }], bzjzrq: compact(today()) });
    const received = { ...says('BZQS', caseNo, { clmx: [{ clbh: '1', clmc: '收入证明' }] }), eventId: randomUUID() };
    expect(await simulators.callback(received)).toMatchObject({ status: 503 });
    await isTold(asked);
    expect((await look()).case).toBe('supplement-requested');
    await isTold(received);
    await isTold(visited(caseNo));
    await isTold(accepted(caseNo));
    expect(await look()).toEqual({ state: 'open', case: 'investigating', item: 'in-hand' });
    await isTold(approved(caseNo));
    await isTold(visited(caseNo));
    await isTold({
      ...approved(caseNo),
      data: { ...approved(caseNo).data, jdjg: '2', bytk: '家庭财产超过规定的限额' },
    });
    expect(await look()).toEqual({ state: 'closed', case: 'closed', item: 'approved' });
  });

  it('forged, old, or under another key change nothing, and a replayed one is taken once', async () => {
    const { id, caseNo, look } = await aCase();
    for (const tampering of ['signature', 'timestamp', 'key', 'body'] as const) {
      expect(await simulators.callback({ ...approved(caseNo), tampering })).toMatchObject({ status: 401 });
    }
    expect((await look()).item).toBe('in-hand');
    expect(await simulators.callback({ ...approved(caseNo), tampering: 'replay' })).toMatchObject({ status: 409 });
    expect(await look()).toEqual({ state: 'closed', case: 'closed', item: 'approved' });
    expect(await noticesAbout(id)).toBe(1);
  });

  it('that decide what was taken back are kept, called out and not applied', async () => {
    const { id, caseNo, look } = await aCase();
    await withdraw(id);
    await untilDone(SOCIAL, caseNo, ['case-filed', 'withdrawn']);
    const alarms = () => server.output().split('callback not-applicable').length;
    const before = alarms();
    const late = { ...approved(caseNo), eventId: randomUUID() };
    // 503 as long as our side does not know whether the bureau gave it back
    await until('it to be taken', async () => (await simulators.callback(late)).status === 200);
    expect(await look()).toEqual({ state: 'withdrawn', case: 'withdrawn', item: 'withdrawn' });
    await until('the alarm', () => alarms() === before + 1);
  });
});
