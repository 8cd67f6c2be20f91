import type { BookingDayView } from '@jinmen/shared/bookings/views';
import { addDays } from '@jinmen/shared/kernel/civil-date';
import { MARRIAGE_KINDS } from '@jinmen/shared/services/marriage-registration/kinds';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { aDay, aSite, aWindow } from '../../../test/bookings';
import { noNetwork, ok, serve } from '../../../test/server';
import { phone, resetPhone } from '../../../test/taro';
import { dayAndWeekday, today } from '../../platform/clock';
import { usePublicLooks } from '../../state/public-looks';
import BeforePage from './before/index';
import { useBothMainland } from './both-mainland';
import KindsPage from './kinds/index';
import MonthPage from './month/index';
import VenuePage from './venue/index';
import VenuesPage from './venues/index';

const SERVICE = 'GET /services/marriage-registration';
const themed = aSite({
  id: 'yifeng-street',
  name: '意风街',
  sort: 'themed',
  kinds: ['marriage'],
  districtName: '河北区',
});
const homeless = {
  ...aSite({ id: 'creative-park-1946', name: '1946创意产业园', sort: 'themed' }),
  districtName: undefined,
};
const registry = aSite({ id: 'registry-120101', name: '和平区婚姻登记处', sort: 'registry', kinds: MARRIAGE_KINDS });
const DAY = addDays(today(), 3);

const settle = () => act(async () => new Promise((later) => setTimeout(later, 5)));
const show = async (page: React.ReactElement) => {
  const shown = render(page);
  await settle();
  return shown;
};
const press = (id: string) => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`nothing to press at ${id}`);
  fireEvent.click(found);
};
const serveSites = (sites: readonly object[]): void => serve({ [`${SERVICE}/sites`]: () => ok({ sites }) });
const serveDays = (days: readonly BookingDayView[], sites = [themed]) =>
  serve({ [`${SERVICE}/sites`]: () => ok({ sites }), [`${SERVICE}/days`]: () => ok({ days }) });

beforeEach(() => {
  resetPhone();
  usePublicLooks.setState({}, true);
  useBothMainland.setState({ answer: undefined });
});

describe('what one comes for', () => {
  it('stands in one list in the plain theme, also without a network, and each leads to its own way', async () => {
    serve({ 'GET /services': noNetwork });
    const { container } = await show(<KindsPage />);
    expect(container.querySelector('.theme-base')).not.toBeNull();
    for (const kind of MARRIAGE_KINDS) press(`kind-${kind}`);
    expect(phone.opened).toEqual([
      '/packages/marriage/venues/index?kind=marriage',
      '/packages/marriage/venues/index?kind=replacement',
      '/packages/marriage/divorce/index',
      '/packages/marriage/divorce/index',
      '/packages/marriage/counselling/index',
    ]);
  });
});

describe('the places', () => {
  it('are drawn where they are themed, and say from when they have something, or that a district is not settled', async () => {
    serveSites([{ ...themed, nextFreeDay: DAY }, homeless, registry]);
    const { container } = await show(<VenuesPage />);
    expect(container.querySelectorAll('.site-drawing')).toHaveLength(2);
    expect(screen.getByText(`${dayAndWeekday(DAY)}起有号`)).toBeTruthy();
    expect(screen.getByText('在哪个区：待核定')).toBeTruthy();
    press('site-yifeng-street');
    expect(phone.opened).toEqual(['/packages/marriage/venue/index?kind=marriage&site=yifeng-street']);
  });

  it.each(['replacement', 'divorce-application', 'counselling'])('for %s stand in the plain theme', async (kind) => {
    phone.params = { kind };
    serveSites([registry]);
    const { container } = await show(<VenuesPage />);
    expect(container.querySelector('.theme-base')).not.toBeNull();
    expect(container.querySelector('.theme-marriage')).toBeNull();
  });

  it('of a chosen day say how many each has then, and lead straight to its times', async () => {
    phone.params = { kind: 'marriage', day: DAY };
    const windows = [aWindow({ site: themed.id, left: 2 }), aWindow({ id: 'w2', site: themed.id, left: 3 })];
    serve({
      [`${SERVICE}/sites`]: () => ok({ sites: [themed, registry] }),
      [`${SERVICE}/windows`]: () => ok({ windows }),
    });
    await show(<VenuesPage />);
    expect(screen.getByText('这天还有 5 个号')).toBeTruthy();
    expect(screen.getByText('这天没有号了')).toBeTruthy();
    press('site-yifeng-street');
    expect(phone.opened).toEqual([`/packages/marriage/slots/index?kind=marriage&site=yifeng-street&day=${DAY}`]);
  });

  it('can be looked at without a network, with their time', async () => {
    serveSites([themed]);
    (await show(<VenuesPage />)).unmount();
    usePublicLooks.setState({}, true);
    serve({ [`${SERVICE}/sites`]: noNetwork });
    await show(<VenuesPage />);
    expect(screen.getByText(/没网，看的是 \d{1,2}:\d\d 的内容/)).toBeTruthy();
    expect(document.getElementById('site-yifeng-street')).not.toBeNull();
  });

  it('looked at for a divorce leave nothing on a phone that others use too', async () => {
    phone.params = { kind: 'divorce-application' };
    serveSites([registry]);
    await show(<VenuesPage />);
    expect([...phone.stored.values()].join()).not.toContain('divorce');
  });
});

describe('one place', () => {
  it('says 待核定 for everything nobody has published, and invents nothing', async () => {
    phone.params = { kind: 'marriage', site: homeless.id };
    serveSites([homeless]);
    await show(<VenuePage />);
    expect(screen.getAllByText('待核定')).toHaveLength(7);
  });

  it('that is not there leads on instead of nowhere', async () => {
    phone.params = { kind: 'marriage', site: 'nowhere' };
    serveSites([themed]);
    await show(<VenuePage />);
    fireEvent.click(screen.getByText('回首页'));
    expect(phone.opened).toEqual(['/pages/home/index']);
  });

  it('asks the one question before its days, once while the app is open', async () => {
    phone.params = { kind: 'marriage', site: themed.id };
    serveSites([themed]);
    await show(<VenuePage />);
    press('days');
    useBothMainland.setState({ answer: true });
    press('days');
    expect(phone.opened).toEqual([
      '/packages/marriage/before/index?kind=marriage&site=yifeng-street',
      '/packages/marriage/month/index?kind=marriage&site=yifeng-street',
    ]);
  });
});

describe('the question before', () => {
  it('sends a couple not both from the mainland to the right office, and no further', async () => {
    await show(<BeforePage />);
    fireEvent.click(screen.getByText('有一位是港澳台居民、华侨或外国人'));
    expect(document.getElementById('other-office')?.textContent).toContain('12345');
    expect(document.getElementById('next')).toBeNull();
  });

  it('lets the others on, wherever they live', async () => {
    phone.params = { kind: 'marriage', site: themed.id };
    await show(<BeforePage />);
    press('next');
    expect(screen.getByRole('alert').textContent).toBe('先点一个。');
    fireEvent.click(screen.getByText('都是内地居民'));
    press('next');
    expect(phone.opened).toEqual(['/packages/marriage/month/index?kind=marriage&site=yifeng-street']);
  });
});

describe('the month', () => {
  it('prints what is left on each day and opens its times', async () => {
    phone.params = { kind: 'marriage', site: themed.id, day: DAY };
    serveDays([aDay({ day: DAY, left: 7 })]);
    await show(<MonthPage />);
    expect(document.querySelector(`#day-${DAY} .month-figure`)?.textContent).toBe('7');
    press(`day-${DAY}`);
    expect(phone.opened).toEqual([`/packages/marriage/slots/index?kind=marriage&site=yifeng-street&day=${DAY}`]);
  });

  it('of all places together leads from a day to the places that have it', async () => {
    phone.params = { kind: 'marriage', day: DAY };
    serveDays([aDay({ day: DAY })]);
    await show(<MonthPage />);
    press(`day-${DAY}`);
    expect(phone.opened).toEqual([`/packages/marriage/venues/index?kind=marriage&day=${DAY}`]);
  });

  it('says when the next days are released, what waits for the holiday notice, and what is a demonstration', async () => {
    phone.params = { kind: 'marriage', site: themed.id, day: DAY };
    serveDays([
      aDay({ day: DAY, state: 'not-yet-open', left: 0, opensAt: `${DAY}T00:30:00.000Z`, expected: true, sample: true }),
    ]);
    await show(<MonthPage />);
    const notes = document.getElementById('month-notes')?.textContent ?? '';
    for (const said of ['8:30 放', '待节假日通知', '示例']) expect(notes).toContain(said);
  });

  it.each([
    ['marriage', true],
    ['replacement', false],
    ['divorce-application', false],
    ['divorce-certificate', false],
    ['counselling', false],
  ])('of %s names a day many marry on: %s', async (kind, named) => {
    phone.params = { kind, day: DAY };
    serveDays([aDay({ day: DAY, hot: '双十二' })]);
    const { container } = await show(<MonthPage />);
    expect(container.textContent?.includes('双十二')).toBe(named);
    expect(document.getElementById(`day-${DAY}`)?.getAttribute('aria-label')?.includes('双十二')).toBe(named);
  });

  it('keeps the booking whose time is changed, on the way to the day', async () => {
    phone.params = { kind: 'marriage', site: themed.id, day: DAY, change: 'b1' };
    serveDays([aDay({ day: DAY })]);
    await show(<MonthPage />);
    press(`day-${DAY}`);
    expect(phone.opened[0]).toContain('change=b1');
  });

  it('without anything in it says so, and what to do', async () => {
    serveDays([]);
    await show(<MonthPage />);
    expect(screen.getByText('这个月还没有安排。')).toBeTruthy();
  });
});
