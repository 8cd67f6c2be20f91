import { pastDuplicates } from './past-duplicates';

const duplicate = Object.assign(new Error(), { code: 'ER_DUP_ENTRY' });

/** Loses so many races, then succeeds; counts its runs. */
function work(losses: number, error: Error = duplicate) {
  let runs = 0;
  return {
    runs: () => runs,
    run: async () => {
      runs += 1;
      if (runs <= losses) throw error;
      return 'done';
    },
  };
}

it.each([
  [0, 1],
  [1, 2],
  [2, 3],
])('work on two rows that loses %d races is done after %d runs', async (losses, runs) => {
  const racing = work(losses);
  await expect(pastDuplicates(2, racing.run)).resolves.toBe('done');
  expect(racing.runs()).toBe(runs);
});

it('is not run for ever: more losses than rows are a mistake', async () => {
  const racing = work(3);
  await expect(pastDuplicates(2, racing.run)).rejects.toBe(duplicate);
  expect(racing.runs()).toBe(3);
});

it('is not run again for any other error', async () => {
  const failing = work(1, new Error('something else'));
  await expect(pastDuplicates(2, failing.run)).rejects.toThrow('something else');
  expect(failing.runs()).toBe(1);
});
