import { readIdNumber } from '@jinmen/shared/kernel/id-number';
import { Simulators } from '../support/simulators';
import { aWorld, type RunningWorld } from './_fixtures/a-world';
import { example } from './_fixtures/examples';
import { knownPeople } from './people';

let world: RunningWorld;
let simulators: Simulators;

beforeAll(async () => {
  world = await aWorld();
  simulators = new Simulators(world.origin);
});
afterAll(() => world.stop());

const verify = () => world.call('identity', '/rzfw/v1/smhy', example('identity', 'verify.request'));

describe('a test that steers the simulators', () => {
  it('learns who somebody is at the bureaus, and the code a colleague signs in with', async () => {
    const mother = await simulators.person('单亲-大病');
    expect(mother).toMatchObject({ realName: '示单亲', members: [{ relation: 'child' }] });
    expect(await simulators.staffCode('J3001')).toMatch(/^\d{6}$/);
    await expect(simulators.person('没有这个人')).rejects.toThrow('404');
  });

  it('makes a bureau ill and well, and reads what reached it', async () => {
    await simulators.fault({ bureau: 'identity', fault: 'error-500', untilReset: true });
    expect((await verify()).status).toBe(500);
    await simulators.endFaults('identity');
    expect((await verify()).status).toBe(200);
    const { deliveries } = await simulators.journal('identity');
    expect(deliveries.map(({ status, fault }) => [status, fault])).toEqual([
      [500, 'error-500'],
      [200, undefined],
    ]);
    await simulators.reset('identity');
    expect((await simulators.journal('identity')).deliveries).toEqual([]);
  });

  it('has somebody die whom the register knew alive, until the bureau is new again', async () => {
    const { realName, idNumber } = await simulators.person('单人-断收入');
    const asked = { YWLSH: '1', XM: realName, GMSFHM: idNumber };
    const answer = async () => (await (await world.call('identity', '/rzfw/v1/smhy', asked)).json()).JGDM as unknown;
    expect(await answer()).toBe('00');
    await simulators.dies('单人-断收入');
    expect(await answer()).toBe('03');
    await simulators.reset('identity');
    expect(await answer()).toBe('00');
    await expect(simulators.dies('没有这个人')).rejects.toThrow('400');
  });

  it('gives a yes to messages, and is told when it asks for something impossible', async () => {
    await simulators.grant('单人-断收入', 'T');
    await expect(simulators.grant('没有这个人', 'T')).rejects.toThrow('400');
    await expect(simulators.fault({ bureau: 'nobody', fault: 'reset', count: 1 })).rejects.toThrow('400');
  });
});

/** A relative who is in the list too goes by another name there. */
interface Named {
  readonly idNumber: string;
  readonly name: string;
  readonly realName?: string;
}

describe('the numbers of made-up people', () => {
  const everybody = knownPeople.flatMap((person) => [person, ...person.members]);

  it('pass every check, belong to one person each, and to no place that ever was', () => {
    for (const { idNumber } of everybody) {
      expect(readIdNumber(idNumber, '2026-11-25')).not.toHaveProperty('problem');
      expect(idNumber.slice(0, 6)).toBe('129999');
    }
    const people = new Set(everybody.map(({ idNumber, name, realName }: Named) => `${idNumber} ${realName ?? name}`));
    expect(new Set(everybody.map(({ idNumber }) => idNumber)).size).toBe(people.size);
  });

  it('say the day of birth that is told of the person', () => {
    for (const { idNumber, birth } of knownPeople) {
      expect(readIdNumber(idNumber, '2026-11-25')).toMatchObject({ birth });
    }
  });
});
