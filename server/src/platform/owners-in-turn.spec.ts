import fc from 'fast-check';
import { OwnersInTurn } from './owners-in-turn';

/** Everything in line at once, behind one thing that is being done; whose turns came, in their order. */
async function turnsOf(owners: readonly string[]): Promise<readonly string[]> {
  const turns = new OwnersInTurn();
  const came: string[] = [];
  const take = (owner: string) =>
    turns.take(owner, async () => {
      came.push(owner);
    });
  await Promise.all(['first', ...owners].map(take));
  return came.slice(1);
}

describe('turns', () => {
  it('come to each who waits, before anybody has a second one', async () => {
    expect(await turnsOf(['A', 'A', 'A', 'B', 'A', 'C', 'B'])).toEqual(['A', 'B', 'C', 'A', 'B', 'A', 'A']);
  });

  it('come to everything in line once, in rounds in which each who still waits has one', async () => {
    const owners = fc.array(fc.constantFrom('A', 'B', 'C', 'D'), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(owners, async (waiting) => {
        const thingsOf = (owner: string) => waiting.filter((each) => each === owner).length;
        const rounds = waiting.map((_, round) => [...new Set(waiting)].filter((owner) => thingsOf(owner) > round));
        expect(await turnsOf(waiting)).toEqual(rounds.flat());
      }),
    );
  });

  it('come to others before a second thing of whoever is having one', async () => {
    const turns = new OwnersInTurn();
    const came: string[] = [];
    const take = (owner: string) => turns.take(owner, async () => void came.push(owner));
    await Promise.all(['A', 'A', 'A', 'B'].map(take));
    expect(came).toEqual(['A', 'B', 'A', 'A']);
  });

  it('are one at a time, and go on after one that failed', async () => {
    const turns = new OwnersInTurn();
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await Promise.resolve();
      inside -= 1;
      throw new Error('failed');
    };
    const atOnce = () => {
      throw new Error('failed at once');
    };
    const tries = [turns.take('A', work), turns.take('A', atOnce), turns.take('B', work)];
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    await expect(turns.take('B', async () => 'done')).resolves.toBe('done');
    expect(most).toBe(1);
  });

  it('are counted until they are over', async () => {
    const turns = new OwnersInTurn();
    const both = Promise.all([turns.take('A', async () => {}), turns.take('A', async () => {})]);
    expect([turns.of('A'), turns.of('B'), turns.all]).toEqual([2, 0, 2]);
    await both;
    await turns.take('B', async () => {});
    expect([turns.of('A'), turns.all]).toEqual([0, 0]);
  });
});
