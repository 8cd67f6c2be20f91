import { inTurns } from './in-turns';

it('makes something of each in their order', async () => {
  expect(await inTurns([1, 2, 3], (each) => each * 2)).toEqual([2, 4, 6]);
  expect(await inTurns([1, 2], async (each) => each)).toEqual([1, 2]);
});

it('lets whoever waits have a turn between two rows, not after all of them', async () => {
  const order: string[] = [];
  const list = inTurns(['row 1', 'row 2', 'row 3'], (row) => order.push(row));
  setImmediate(() => order.push('somebody else'));
  await list;
  expect(order).toEqual(['row 1', 'somebody else', 'row 2', 'row 3']);
});

it('fails where one of them does', async () => {
  await expect(inTurns([1], () => Promise.reject(new Error('no')))).rejects.toThrow('no');
});
