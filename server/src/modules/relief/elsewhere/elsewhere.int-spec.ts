import type { TimelineView } from '@jinmen/shared/applications/views';
import { plainWordProblems } from '@jinmen/shared/plain-words/plain-words';
import { type ReliefHouse, startReliefHouse, type TestResident } from '../../../../test/relief-house';

const LIVING = 'minimum-living-allowance';
const CARE = 'disability-care-subsidy';
const DISABLED = 'disability-living-subsidy';
const ORPHAN = 'orphan-living-allowance';
const ON = '2026-11-25';

let house: ReliefHouse;

beforeAll(async () => {
  house = await startReliefHouse();
});
afterAll(() => house.end());
beforeEach(() => {
  for (const bureau of Object.values(house.bureaus)) bureau.heard.length = 0;
});

const steps = async (anna: TestResident, id: string) =>
  ((await anna.call('GET', `/${id}/timeline`)).body as unknown as TimelineView).steps;
const toldAt = (bureau: 'disability-benefits' | 'child-welfare' | 'social-assistance') =>
  house.bureaus[bureau].effects('told').map((said) => (said as { message: unknown }).message);

describe('跨省通办', () => {
  it('is said to the bureau with the case, and the resident sees where it went and by when it is decided', async () => {
    const anna = house.resident();
    const { id, cases } = await anna.submitted([LIVING, CARE, DISABLED], { 'fact:household.hukou': 'none' });
    await house.delivered();
    const { id: caseNo } = cases.find(({ bureau }) => bureau === 'disability-benefits') ?? { id: '' };
    expect(toldAt('disability-benefits')).toEqual([
      { type: 'ELSEWHERE', data: { programmes: expect.arrayContaining([CARE, DISABLED]) } },
    ]);
    expect(toldAt('social-assistance')).not.toContainEqual(expect.objectContaining({ type: 'ELSEWHERE' }));
    await house.tell('disability-benefits', { kind: 'accepted', caseNo, on: ON });
    const handOver = (await steps(anna, id)).find((step) => step.id === `${caseNo}:handed-over`);
    expect(handOver).toMatchObject({ due: { on: '2026-11-30' } });
    const pushed = { kind: 'pushed-on', caseNo, on: '2026-11-26', to: '户籍地街道办事处' } as const;
    expect(await house.tellCommon('disability-benefits', pushed)).toBe('applied');
    const after = await steps(anna, id);
    const step = after.find((each) => each.id === `${caseNo}:pushed-on`);
    expect(step).toMatchObject({ state: 'done', title: '转到户口那边了：户籍地街道办事处' });
    expect(plainWordProblems(String(step?.line))).toEqual([]);
    expect(after.some((each) => each.id === `${caseNo}:handed-over`)).toBe(false);
    expect(after.find((each) => each.title.startsWith('重度残疾人护理补贴：等'))?.due).toMatchObject({
      on: '2026-12-10',
    });
  });

  it('is for a child too, and nothing of it is said of somebody whose hukou is here', async () => {
    const outside = await house.resident().submitted([ORPHAN], { 'fact:child.hukouOutsideTianjin': true });
    const here = await house.resident().submitted([ORPHAN], { 'fact:child.hukouOutsideTianjin': false });
    await house.delivered();
    const told = house.bureaus['child-welfare'].effects('told') as { caseNo: string; message: unknown }[];
    expect(told).toEqual([
      { caseNo: outside.cases[0]?.id, message: { type: 'ELSEWHERE', data: { programmes: [ORPHAN] } } },
    ]);
    expect(here.cases).toHaveLength(1);
  });
});
