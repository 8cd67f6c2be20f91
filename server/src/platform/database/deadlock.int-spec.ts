import { randomUUID } from 'node:crypto';
import { openTeaHouse, TeaCup, type TeaHouse } from '../../../test/tea-house';

let house: TeaHouse;

beforeEach(async () => {
  house = await openTeaHouse();
});

afterEach(() => house.close());

/** A signal both sides wait for once; later tries pass at once. */
function meeting(): () => Promise<void> {
  let arrived = 0;
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    arrived += 1;
    if (arrived >= 2) open();
    return gate;
  };
}

const atOnce = () => Promise.resolve();

it('a real deadlock is cured by repeating the loser in a new transaction, and nothing is written twice', async () => {
  const { transactions, dialect } = house;
  await transactions.manager.insert(TeaCup, [
    { id: randomUUID(), label: 'left', sips: 0 },
    { id: randomUUID(), label: 'right', sips: 0 },
  ]);
  // the embedded database lets only one writer in at a time, so the two never meet there
  const [written, meet] = dialect === 'mysql' ? [meeting(), meeting()] : [atOnce, atOnce];
  let tries = 0;
  const sip = (first: string, second: string) =>
    transactions.run(async () => {
      tries += 1;
      await transactions.manager.insert(TeaCup, { id: randomUUID(), label: `${first} try ${tries}`, sips: 0 });
      // a lock on one cup covers the gap beside it: a row written later would wait for it, and nobody would ever meet
      await written();
      await transactions.manager.increment(TeaCup, { label: first }, 'sips', 1);
      await meet();
      await transactions.manager.increment(TeaCup, { label: second }, 'sips', 1);
    });
  await Promise.all([sip('left', 'right'), sip('right', 'left')]);
  const cups = await transactions.manager.find(TeaCup);
  expect(cups.filter(({ label }) => label === 'left' || label === 'right').map(({ sips }) => sips)).toEqual([2, 2]);
  expect(cups.filter(({ label }) => label?.includes('try'))).toHaveLength(2);
  expect(tries).toBe(dialect === 'mysql' ? 3 : 2);
});
