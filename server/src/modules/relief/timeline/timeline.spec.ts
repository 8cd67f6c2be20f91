import type { CaseItemView, CaseState } from '@jinmen/shared/applications/views';
import { instantOf } from '../../../platform/clock';
import type { KeptEvent } from '../cases/cases.repository';
import { caseSteps } from './case-steps';
import type { CaseStory } from './case-story';
import { timelineSteps } from './timeline';

const TODAY = '2026-11-25';
const LIVING = 'minimum-living-allowance';
const DISABLED = 'disability-living-subsidy';
const NOON = Date.parse('2026-11-25T04:00:00Z');

let count = 0;
function told(kind: string, detail: Record<string, unknown> = {}, minutes = 0): KeptEvent {
  const id = `e${++count}`;
  return { id, caseId: 'c', eventId: id, at: instantOf(NOON + minutes * 60_000), kind, source: 'bureau', detail };
}

interface Given {
  readonly state: CaseState;
  readonly bureau?: string;
  readonly items?: readonly CaseItemView[];
  readonly events?: readonly KeptEvent[];
  readonly more?: Partial<CaseStory>;
}

function story({
  state,
  bureau = 'social-assistance',
  items = [{ programme: LIVING, state: 'in-hand' }],
  events = [],
  more = {},
}: Given): CaseStory {
  const row = {
    id: bureau,
    applicationId: 'a',
    bureau,
    officeCode: '120111001',
    state,
    papers: null,
    createdAt: instantOf(NOON),
    signedUpTo: null,
    signed: null,
  };
  const file = { state, items: items.map(({ programme, state: of }) => ({ programme, state: of })), applied: [] };
  const opened = { row, file, items: items.map(({ programme }) => ({ id: programme, programme, held: [] })), said: [] };
  return { opened, holder: '西青区西营门街道办事处', items, events, delegated: false, ...more };
}

const shown = (given: Given) => caseSteps(story(given), TODAY).map(({ state, title }) => `${state} ${title}`);

describe('the steps of a case', () => {
  it('always say what is going on while it is at its bureau', () => {
    const accepted = told('accepted', { on: TODAY });
    const stages: readonly (readonly [Given, string])[] = [
      [{ state: 'submitted' }, 'now 正在送过去'],
      [{ state: 'routed', events: [told('registered')] }, 'now 等那边收下'],
      [{ state: 'accepted', events: [accepted] }, 'now 查收入和存款'],
      [{ state: 'verifying', events: [accepted, told('check-requested')] }, 'now 在查收入和存款'],
      [{ state: 'verifying', events: [accepted, told('check-requested'), told('check-finished')] }, 'now 街道上门看看'],
      [{ state: 'investigating', events: [accepted, told('visited')] }, 'now 把名单贴出来，让邻居看'],
      [{ state: 'publicised', events: [accepted, told('publicised', { until: '2026-11-24' })] }, 'now 低保：等结果'],
    ];
    for (const [given, now] of stages) expect(shown(given).filter((step) => step.startsWith('now'))).toEqual([now]);
  });

  it('do not tell a step that was skipped', () => {
    expect(shown({ state: 'investigating', events: [told('visited')] })).toEqual([
      'done 上门看过了',
      'now 把名单贴出来，让邻居看',
      'ahead 低保：等结果',
    ]);
  });

  it('of a bureau that only decides have no visit and no public notice', () => {
    const items = [{ programme: 'disability-care-subsidy', state: 'in-hand' as const }];
    const events = [told('accepted', { on: TODAY })];
    expect(shown({ state: 'accepted', bureau: 'disability-benefits', items, events })).toEqual([
      'done 收下了，开始看材料',
      'now 重度残疾人护理补贴：等结果',
    ]);
  });

  it('carry the clock of the decision from the day it was taken, shorter where streets decide', () => {
    const events = [told('accepted', { on: '2026-11-02' })];
    const dueOf = (more: Partial<CaseStory>) =>
      caseSteps(story({ state: 'accepted', events, more }), TODAY).find(({ title }) => title.endsWith('等结果'))?.due;
    expect(dueOf({})).toMatchObject({ on: '2026-12-14', clock: '30 个工作日', overdue: false });
    expect(dueOf({ delegated: true })).toMatchObject({ on: '2026-11-30', clock: '20 个工作日' });
  });

  it('of something held back say why, and nothing else of its bureau', () => {
    const items = [{ programme: DISABLED, state: 'held-back' as const, why: '先等那边的结果。' }];
    const [only, ...others] = caseSteps(story({ state: 'held-back', bureau: 'disability-benefits', items }), TODAY);
    expect(only).toMatchObject({ state: 'ahead', title: '困难残疾人生活补贴：先留着', line: '先等那边的结果。' });
    expect(others).toEqual([]);
  });

  it('are in nobody else’s hands while they wait for the resident', () => {
    const now = (given: Given) => caseSteps(story(given), TODAY).find(({ state }) => state === 'now');
    const events = [told('accepted', { on: TODAY })];
    const unsigned = now({ state: 'accepted', events, more: { checkNeeds: 'signature' } });
    expect(unsigned).toMatchObject({ title: '等您家签字，再查收入和存款', asks: 'signature' });
    expect(unsigned?.holder).toBeUndefined();
    const looking = now({ state: 'verifying', events: [...events, told('check-requested')] });
    expect(looking?.holder).toBe('西青区西营门街道办事处');
  });

  it('never turn a bureau that would not take the paper into a refusal', () => {
    expect(shown({ state: 'submitted', events: [told('filing-rejected')] })[0]).toBe('stopped 那边的系统没收下');
  });
});

describe('one timeline in front of all cases', () => {
  it('tells what was done in the order it was, then what is going on, then what comes', () => {
    const living = story({
      state: 'accepted',
      events: [told('registered', {}, 1), told('accepted', { on: TODAY }, 9)],
    });
    const items = [{ programme: 'disability-care-subsidy', state: 'in-hand' as const }];
    const care = story({ state: 'routed', bureau: 'disability-benefits', items, events: [told('registered', {}, 5)] });
    const handedIn = { id: 'a', submittedAt: instantOf(NOON), receiptNumber: 'JM20261125-7KQ2M9XB' };
    const steps = timelineSteps(handedIn, [living, care], TODAY);
    expect(steps.map(({ state, title }) => `${state} ${title}`).slice(0, 6)).toEqual([
      'done 您递出去了',
      'done 材料送到了',
      'done 材料送到了',
      'done 收下了，开始看材料',
      'now 查收入和存款',
      'now 等那边收下',
    ]);
    expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
    expect(steps.slice(6).every(({ state }) => state === 'ahead')).toBe(true);
  });
});
