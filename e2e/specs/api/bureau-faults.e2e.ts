import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ApplicationView, TimelineView } from '@jinmen/shared/applications/views';
import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import type { NoticeView } from '@jinmen/shared/residents/views';
import { faultFigures, figuresTable } from '../../support/fault-figures';
import { aloneWithoutIncome } from '../../support/households';
import { FILED_AT, PROGRAMME_AT, RELIEF_BUREAUS, type ReliefBureau, TONGUES } from '../../support/relief-bureaus';
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
const SOCIAL = 'social-assistance';
const MEANS = 'means-verification';
/** One of each bureau. */
const PROGRAMMES = Object.values(PROGRAMME_AT);
/**
 * Alone, with a hukou in another province: the bureaus are told so in common words. Not sure of what the programmes ask
 * that is neither yes, no nor a number.
 */
const applicant = {
  facts: { ...aloneWithoutIncome.facts, 'household.hukou': 'none', 'child.hukouOutsideTianjin': true },
  unsure: ['disabledPerson.grade', 'child.mother', 'child.father', 'elder.careLevel', 'elder.area'],
};
const COMMON = '/common/';

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

/** Of every bureau, with something for each of them in common words: the street is to help with an account. */
async function handedInWithPayee(): Promise<ApplicationView> {
  const { id } = await resident.completeDraft(PROGRAMMES, applicant, today());
  await resident.get('PUT', `/relief/applications/${id}/payee`, { way: 'street', trouble: 'no-card' });
  return submitted(await resident.application(id));
}

async function handedIn(programmes: readonly string[]): Promise<ApplicationView> {
  return submitted(await resident.completeDraft(programmes, applicant, today()));
}

async function submitted(draft: ApplicationView): Promise<ApplicationView> {
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

const { accepted } = TONGUES[SOCIAL];

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

/** What was said in common words, apart from what is the bureau's own. */
const isCommon = ({ kind }: BureauJournal['effects'][number]) => kind === 'message-taken';
const ownKinds = ({ effects }: BureauJournal) => effects.filter((each) => !isCommon(each)).map(({ kind }) => kind);

/** Once for each key, however often it was brought; and never a later word before the earlier one was done. */
function expectOnceInOrder(story: BureauJournal, kinds: readonly string[]): void {
  const { deliveries, effects } = story;
  expect(ownKinds(story)).toEqual(kinds);
  const keys = effects.map(({ eventId }) => eventId);
  expect(new Set(keys).size).toBe(keys.length);
  expect(effects.findIndex(isCommon)).not.toBe(0);
  expect(deliveries.length).toBeGreaterThanOrEqual(effects.length);
  const order = deliveries.map(({ eventId }) => keys.indexOf(eventId));
  expect(order).toEqual([...order].sort((one, other) => one - other));
}

/** Waits until the bureau did these things for a case, on more deliveries than that where some were in vain. */
async function untilDone(bureau: string, no: string, kinds: readonly string[], inVain = 0): Promise<BureauJournal> {
  const story = await until(`${kinds.join(', ')} at ${bureau}`, async () => {
    const so = await storyOf(bureau, no);
    return ownKinds(so).length >= kinds.length && so.deliveries.length >= so.effects.length + inVain && so;
  });
  expectOnceInOrder(story, kinds);
  return story;
}

describe('a bad day at the bureaus', () => {
  it.each(FAULTS)('of $fault costs a resident nothing', async ({ fault, effect, readable }) => {
    const inVain = readable ? 0 : 1;
    for (const bureau of RELIEF_BUREAUS) {
      await simulators.fault({ bureau, fault, count: 2, path: FILED_AT[bureau], oncePerKey: true });
      await simulators.fault({ bureau, fault, count: 1, path: COMMON });
    }
    await simulators.fault({ bureau: MEANS, fault, count: 1 });
    const [kept, takenBack] = await Promise.all([handedInWithPayee(), handedInWithPayee()]);
    await withdraw(takenBack.id);
    const watching = watch([kept.id, takenBack.id]);
    await untilDone(SOCIAL, caseAt(kept, SOCIAL), ['case-filed']);
    await isTold(accepted(caseAt(kept, SOCIAL), today()));
    const stories = await Promise.all(
      RELIEF_BUREAUS.flatMap((bureau) => [
        untilDone(
          bureau,
          caseAt(kept, bureau),
          ['case-filed', ...(bureau === SOCIAL ? ['check-reported'] : [])],
          inVain,
        ),
        untilDone(bureau, caseAt(takenBack, bureau), ['case-filed', 'withdrawn'], inVain),
      ]),
    );
    const checkNo = stories[0]?.effects.find(({ kind }) => kind === 'check-reported')?.facts.checkNo ?? '';
    // what has its result already is not asked for again
    const check = await untilDone(MEANS, checkNo, ['check-requested'], effect ? 0 : inVain);
    expect(check.deliveries[0]?.fault).toBe(fault);
    (await watching.end()).forEach(expectNoRefusal);
    for (const bureau of RELIEF_BUREAUS) {
      for (const each of [kept, takenBack]) await expectSpoiledOnce(bureau, caseAt(each, bureau), fault);
    }
    for (const bureau of RELIEF_BUREAUS) await expectCommonSpoiled(bureau, [kept, takenBack], fault);
    for (const bureau of RELIEF_BUREAUS) await simulators.endFaults(bureau);
    await until('the timeline to say so', async () => {
      const titles = (await timelineOf(kept.id)).steps.map(({ title }) => title);
      return ['材料送到了', '收下了，开始看材料', '收入和存款查过了'].every((title) => titles.includes(title));
    });
    const { cases } = await resident.application(kept.id);
    expect(cases.flatMap(({ items }) => items.map(({ state }) => state))).toEqual(RELIEF_BUREAUS.map(() => 'in-hand'));
    expect((await resident.application(takenBack.id)).state).toBe('withdrawn');
  });

  /** The first word about a case met the fault and came again under the same key, unless its answer could be read. */
  async function expectSpoiledOnce(bureau: ReliefBureau, caseNo: string, fault: string): Promise<void> {
    const { effect, readable } = FAULTS.find((each) => each.fault === fault) ?? { effect: false };
    // a slow one does its work after the second was done; whichever came later was answered from memory
    await until(`the first word to ${bureau} to have met ${fault}`, async () => {
      const [first, second] = (await storyOf(bureau, caseNo)).deliveries;
      if (readable) return first?.fault === fault;
      const again = second !== undefined && second.eventId === first?.eventId;
      return first?.fault === fault && again && [first.repeated, second.repeated].includes(true) === effect;
    });
  }

  /** One common message of the two cases met the fault as well, and each was taken once all the same. */
  async function expectCommonSpoiled(bureau: ReliefBureau, handed: readonly ApplicationView[], fault: string) {
    const { readable } = FAULTS.find((each) => each.fault === fault) ?? {};
    await until(`a common message to ${bureau} to have met ${fault}`, async () => {
      const stories = await Promise.all(handed.map((each) => storyOf(bureau, caseAt(each, bureau))));
      if (!stories.every(({ effects }) => effects.some(isCommon))) return false;
      const common = stories.flatMap(({ deliveries }) => deliveries.filter(({ path }) => path.startsWith(COMMON)));
      const spoiled = common.find((delivery) => delivery.fault === fault);
      const tries = common.filter(({ eventId }) => eventId === spoiled?.eventId).length;
      return spoiled !== undefined && tries >= (readable ? 1 : 2);
    });
  }
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
      await isTold(accepted(caseNo, today()));
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

describe.each(RELIEF_BUREAUS)('callbacks as no honest bureau sends them: %s', (bureau) => {
  const says = TONGUES[bureau];
  /** A case there, and what it looks like from outside. */
  async function aCase() {
    const { id, cases } = await handedIn([PROGRAMME_AT[bureau]]);
    const caseNo = cases[0]?.id ?? '';
    await untilDone(bureau, caseNo, ['case-filed']);
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

  it.each([
    ['its own', 'visited', '上门看过了'],
    ['common', 'pushedOn', '转到户口那边了：户籍地街道办事处'],
  ] as const)(
    'doubled, in %s words, one behind the other and all at once, have one effect',
    async (_whose, what, title) => {
      const { caseNo, id } = await aCase();
      const event = { ...says[what](caseNo, today()), eventId: randomUUID() };
      const all = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(() => simulators.callback(event)));
      expect(all.map(({ status }) => status)).toEqual(all.map(() => 200));
      await isTold(event);
      expect(await noticesAbout(id)).toBe(1);
      const { steps } = await timelineOf(id);
      expect(steps.filter((step) => step.title === title)).toHaveLength(1);
    },
  );

  it('in the wrong order leave the case where the furthest of them put it', async () => {
    const { caseNo, look } = await aCase();
    const received = { ...says.papersTaken(caseNo, '户口本'), eventId: randomUUID() };
    expect(await simulators.callback(received)).toMatchObject({ status: 503 });
    await isTold(says.papersNeeded(caseNo, '户口本', today()));
    expect((await look()).case).toBe('supplement-requested');
    await isTold(received);
    await isTold(says.visited(caseNo, today()));
    await isTold(says.accepted(caseNo, today()));
    expect(await look()).toEqual({ state: 'open', case: 'investigating', item: 'in-hand' });
    await isTold(says.approved(caseNo, today()));
    await isTold(says.visited(caseNo, today()));
    await isTold(says.refused(caseNo, today()));
    expect(await look()).toEqual({ state: 'closed', case: 'closed', item: 'approved' });
  });

  it('forged, old, or under another key change nothing, and a replayed one is taken once', async () => {
    const { id, caseNo, look } = await aCase();
    for (const forged of [says.approved(caseNo, today()), says.pushedOn(caseNo, today())]) {
      for (const tampering of ['signature', 'timestamp', 'key', 'body'] as const) {
        expect(await simulators.callback({ ...forged, tampering })).toMatchObject({ status: 401 });
      }
    }
    expect((await look()).item).toBe('in-hand');
    const replayed = { ...says.approved(caseNo, today()), tampering: 'replay' } as const;
    expect(await simulators.callback(replayed)).toMatchObject({ status: 409 });
    expect(await look()).toEqual({ state: 'closed', case: 'closed', item: 'approved' });
    expect(await noticesAbout(id)).toBe(1);
  });

  it('that nobody can read, or about another bureau’s case, change nothing, in common words too', async () => {
    const { id, caseNo, look } = await aCase();
    const before = await look();
    const { data } = says.pushedOn(caseNo, today());
    const unreadable = { bureau, type: 'TY_PUSHED_ON', data: { ...data, on: '1e309' } };
    expect(await simulators.callback(unreadable)).toMatchObject({ status: 422 });
    const other = RELIEF_BUREAUS.find((each) => each !== bureau) ?? bureau;
    await isTold(TONGUES[other].pushedOn(caseNo, today()));
    expect(await look()).toEqual(before);
    expect(await noticesAbout(id)).toBe(0);
    expect((await timelineOf(id)).notice).toContain('系统没看懂');
  });

  it('that decide what was taken back are kept, called out and not applied', async () => {
    const { id, caseNo, look } = await aCase();
    await withdraw(id);
    await untilDone(bureau, caseNo, ['case-filed', 'withdrawn']);
    const alarms = () => server.output().split('callback not-applicable').length;
    const before = alarms();
    const late = { ...says.approved(caseNo, today()), eventId: randomUUID() };
    // 503 as long as our side does not know whether the bureau gave it back
    await until('it to be taken', async () => (await simulators.callback(late)).status === 200);
    expect(await look()).toEqual({ state: 'withdrawn', case: 'withdrawn', item: 'withdrawn' });
    await until('the alarm', () => alarms() === before + 1);
  });
});

describe('the whole run', () => {
  it('brought more to every bureau than it did, and nothing was done twice', async () => {
    const figures = await faultFigures(simulators, [...RELIEF_BUREAUS, MEANS]);
    process.stdout.write(`\n${figuresTable(figures)}\n\n`);
    for (const { deliveries, spoiled, effects, twice } of figures) {
      expect(spoiled).toBeGreaterThan(0);
      expect(deliveries).toBeGreaterThan(effects);
      expect(twice).toBe(0);
    }
  });
});
