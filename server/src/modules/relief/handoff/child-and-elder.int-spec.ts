import { numbered, type ReliefHouse, startReliefHouse } from '../../../../test/relief-house';

const ORPHAN = 'orphan-living-allowance';
const AGE = 'old-age-allowance';
const MEAL = 'elder-meal-subsidy';
const ON = '2026-11-25';

let house: ReliefHouse;

beforeAll(async () => {
  house = await startReliefHouse();
});
afterAll(() => house.end());

describe('what a child lives on', () => {
  it('is filed at child-welfare and decided there; nothing that goes to a list or a phone says why', async () => {
    const anna = house.resident();
    const { id, atTheStreet, cases } = await anna.submitted([ORPHAN], {
      'fact:child.isAged18': false,
      'fact:child.mother': 'passed-away',
      'fact:child.father': 'passed-away',
    });
    expect([atTheStreet, cases.map(({ bureau }) => bureau)]).toEqual([[], ['child-welfare']]);
    await house.delivered();
    const [filed] = house.bureaus['child-welfare'].effects('filed') as { items: { declared: { fact: string }[] }[] }[];
    expect(filed?.items[0]?.declared.map(({ fact }) => fact)).toContain('child.mother');
    const caseNo = cases[0]?.id ?? '';
    await house.tell('child-welfare', { kind: 'accepted', caseNo, on: ON });
    const decision = { kind: 'decided', caseNo, programme: ORPHAN, outcome: 'approved', on: ON } as const;
    await house.tell('child-welfare', { ...decision, amount: { fen: 260_500, per: 'person-month' } });
    const bearer = { authorization: `Bearer ${anna.accountId}` };
    const shown = JSON.stringify([
      await (await house.server.get('/api/v1/notices', bearer)).json(),
      (await anna.call('GET', '')).body,
      (await anna.call('GET', `/${id}/timeline`)).body,
      (await anna.call('GET', `/${id}/receipt`)).body,
    ]);
    expect(shown).toContain('批下来了');
    expect(shown).not.toMatch(
      /去世|失去联系|失联|服刑|戒毒|重残|重病|撤了监护|passed-away|out-of-touch|detained|child\.mother/,
    );
  });
});

describe('what an old person is given', () => {
  it('goes to eldercare as one case, and a meal is granted without a sum', async () => {
    const elder = { name: '测试丁', idNumber: numbered('19410101'), birth: '1941-01-01' } as const;
    const anna = house.resident(elder);
    const { id, cases } = await anna.submitted([AGE, MEAL]);
    expect(cases.map(({ bureau, items }) => [bureau, items.map(({ programme }) => programme)])).toEqual([
      ['eldercare', expect.arrayContaining([AGE, MEAL])],
    ]);
    const caseNo = cases[0]?.id ?? '';
    await house.tell('eldercare', { kind: 'decided', caseNo, programme: MEAL, outcome: 'approved', on: ON });
    const clause = { text: '岁数还没到所在区的规定' };
    await house.tell('eldercare', { kind: 'decided', caseNo, programme: AGE, outcome: 'refused', on: ON, clause });
    const items = (await anna.view(id)).cases[0]?.items ?? [];
    expect(items.find(({ programme }) => programme === MEAL)).toMatchObject({ state: 'approved' });
    expect(items.find(({ programme }) => programme === MEAL)?.decision?.amount).toBeUndefined();
    expect(items.find(({ programme }) => programme === AGE)?.decision?.clause).toMatchObject(clause);
  });
});
