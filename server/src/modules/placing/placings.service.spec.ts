import { crowdOf } from '@jinmen/shared/replacing/fixtures/families';
import { NoPlan } from './placings.port';
import { PlacingsService } from './placings.service';

// The thread runs the sources as they are.
process.execArgv.push('-r', require.resolve('../../../test/register-swc.cjs'));

const families = (seed: number, count = 8) => crowdOf({ families: count, slots: 3, placesForHundred: 100, seed });

describe('the thread that places people', () => {
  const placings = new PlacingsService();
  afterAll(() => placings.onApplicationShutdown());

  it('solves once what two members of staff ask for at the same time, and anew what is asked afterwards', async () => {
    const [one, other] = await Promise.all([placings.solve(families(1)), placings.solve(families(1))]);
    expect(other).toBe(one);
    const later = await placings.solve(families(1));
    expect(later).toEqual(one);
    expect(later).not.toBe(one);
  });

  it('solves each of two problems for itself', async () => {
    const [one, other] = await Promise.all([placings.solve(families(1)), placings.solve(families(2))]);
    expect(other).not.toEqual(one);
  });

  it('lets go of whoever may not wait, and still answers whoever does', async () => {
    const many = families(3, 120);
    const patient = placings.solve(many);
    await expect(placings.solve(many, 1)).rejects.toBeInstanceOf(NoPlan);
    expect((await patient).placed.length).toBeGreaterThan(0);
  });
});
