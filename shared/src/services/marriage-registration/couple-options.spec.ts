import { coupleOptions, type RegistryTime } from './couple-options';

const at = (site: string, day: RegistryTime['day'], hour: string): RegistryTime => ({
  ...{ slot: `${site} ${day} ${hour}`, site, day },
  startsAt: new Date(`${day}T${hour}:00+08:00`),
});
const lost = at('heping', '2027-02-02', '09:00');

describe('the times a couple could have instead', () => {
  it('are the cheaper the nearer, and another place costs as much as three days', () => {
    const times = [
      lost,
      at('heping', '2027-02-03', '09:00'),
      at('heping', '2027-02-03', '14:00'),
      at('hexi', '2027-02-02', '09:00'),
    ];
    expect(coupleOptions(lost, undefined, times).map(({ cost, worse }) => [cost, worse])).toEqual([
      [24, false],
      [29, false],
      [72, false],
    ]);
  });

  it('are none on a day they cannot come on, and worse at a place they did not name', () => {
    const times = [at('heping', '2027-02-03', '09:00'), at('hexi', '2027-02-04', '09:00')];
    const wishes = { impossible: ['2027-02-03'], sites: ['heping'] } as const;
    expect(coupleOptions(lost, wishes, times)).toEqual([{ slot: 'hexi 2027-02-04 09:00', cost: 120, worse: true }]);
    expect(coupleOptions(lost, { ...wishes, sites: [] }, times)[0]?.worse).toBe(false);
  });
});
