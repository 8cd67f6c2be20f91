import { daysToldOn } from './yearly-day';

describe('the day that is told of once a year', () => {
  it('is the same day of the month, in every year', () => {
    expect(daysToldOn('2028-04-11')).toEqual(['04-11']);
    expect(daysToldOn('2028-02-29')).toEqual(['02-29']);
    expect(daysToldOn('2028-02-28')).toEqual(['02-28']);
  });

  it('is the last of February for the 29th, where the year has none', () => {
    expect(daysToldOn('2027-02-28')).toEqual(['02-28', '02-29']);
    expect(daysToldOn('2100-02-28')).toEqual(['02-28', '02-29']);
    expect(daysToldOn('2027-03-01')).toEqual(['03-01']);
  });
});
