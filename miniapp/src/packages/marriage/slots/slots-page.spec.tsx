import type { BookingDayView, WindowView } from '@jinmen/shared/bookings/views';
import { addDays } from '@jinmen/shared/kernel/civil-date';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { signedIn } from '../../../../test/applications';
import { aBooking, aDay, aSite, aWindow } from '../../../../test/bookings';
import { resetVault } from '../../../../test/memory-vault';
import { noNetwork, ok, problem, type Routes, sentTo, serve } from '../../../../test/server';
import { phone, resetPhone } from '../../../../test/taro';
import { dayAndWeekday, today } from '../../../platform/clock';
import { forgetIntentions } from '../../../platform/intentions';
import { dropSession } from '../../../platform/session';
import { useBookings } from '../../../state/bookings';
import { usePublicLooks } from '../../../state/public-looks';
import { useSession } from '../../../state/session';
import { useBothMainland } from '../both-mainland';
import SlotsPage from './index';

const DAY = addDays(today(), 5);
const SERVICE = 'GET /services/marriage-registration';
const w1 = aWindow({ day: DAY, site: 'registry-120101' });
const w2 = aWindow({ id: 'w2', day: DAY, startsAt: '2026-12-05T02:00:00.000Z', state: 'sold-out', left: 0 });

const settle = (ms = 5) => act(async () => new Promise((later) => setTimeout(later, ms)));
const open = async (windows: readonly WindowView[], routes: Routes = {}, days: readonly BookingDayView[] = []) => {
  serve({
    [`${SERVICE}/sites`]: () => ok({ sites: [aSite({ id: 'registry-120101' })] }),
    [`${SERVICE}/windows`]: () => ok({ windows }),
    [`${SERVICE}/days`]: () => ok({ days }),
    'GET /bookings': () => ok({ items: [] }),
    ...routes,
  });
  const page = render(<SlotsPage />);
  await settle();
  return page;
};
const press = (id: string) => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`nothing to press at ${id}`);
  fireEvent.click(found);
};
const take = async () => {
  press('slot-w1');
  press('take');
  await settle(20);
};

beforeEach(async () => {
  resetPhone();
  resetVault();
  await forgetIntentions();
  await signedIn();
  phone.params = { kind: 'marriage', site: 'registry-120101', day: DAY };
  useSession.setState({ status: 'signed-in', me: undefined });
  useBookings.setState({ bookings: undefined, passes: {}, fetchedAtMs: undefined, trouble: undefined });
  usePublicLooks.setState({}, true);
  useBothMainland.setState({ answer: true });
});

describe('the times of a day', () => {
  it('say how many each has, and what is full stands there without being pressed', async () => {
    await open([w1, w2]);
    expect(screen.getByText('9:30 还有 3 个')).toBeTruthy();
    expect(screen.getByText('10:00 满').getAttribute('role')).toBeNull();
  });

  it('are kept by one tap, with what was asked before, and lead on to be looked through', async () => {
    await open([w1], { 'POST /bookings': () => ok(aBooking({ state: 'held' })) });
    press('slot-w1');
    press('take');
    press('take');
    await settle(20);
    expect(sentTo('POST', '/bookings')).toEqual([
      { service: 'marriage-registration', kind: 'marriage', windowId: 'w1', details: { bothMainland: true } },
    ]);
    expect(phone.opened).toEqual(['/packages/marriage/review/index?id=b1']);
  });

  it('are asked for only after the one question, for whoever came by a link', async () => {
    useBothMainland.setState({ answer: undefined });
    await open([w1]);
    expect(document.getElementById('take')).toBeNull();
    fireEvent.click(screen.getByText('都是内地居民'));
    expect(document.getElementById('take')).not.toBeNull();
  });

  it('lost by a moment name three others, and one of them is kept by one tap', async () => {
    const near = { ...aWindow({ id: 'n1', day: addDays(DAY, 1) }), siteName: '河西区婚姻登记处' };
    let asked = 0;
    await open([w1], {
      'POST /bookings': () => {
        asked += 1;
        return asked === 1
          ? problem(409, 'booking.window-full', '满了。', { near: [near] })
          : ok(aBooking({ state: 'held' }));
      },
    });
    await take();
    expect(screen.getByText('就差一点，9:30 刚被约走了。')).toBeTruthy();
    press('near-n1');
    await settle(20);
    expect(sentTo('POST', '/bookings').map((body) => (body as { windowId: string }).windowId)).toEqual(['w1', 'n1']);
    expect(phone.opened).toEqual(['/packages/marriage/review/index?id=b1']);
  });

  it('that somebody has already lead to theirs', async () => {
    await open([w1], {
      'POST /bookings': () => problem(409, 'booking.already-yours', '您已经约了。', { booking: 'b7' }),
    });
    await take();
    press('mine');
    expect(phone.opened).toEqual(['/packages/marriage/review/index?id=b7']);
  });

  it('ask for signing in only now, and nothing is lost on the way back', async () => {
    await open([w1]);
    await dropSession();
    await take();
    expect(phone.opened).toEqual(['/packages/mine/sign-in/index']);
    expect(document.querySelector('.slot-on')?.id).toBe('slot-w1');
  });

  it('claim nothing without a network', async () => {
    await open([w1], { 'POST /bookings': noNetwork });
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    await take();
    Object.defineProperty(navigator, 'onLine', { value: true, configurable: true });
    expect(screen.getByText('现在没有网，还没约上。有网了再点一次。')).toBeTruthy();
    expect(sentTo('POST', '/bookings')).toEqual([]);
  });

  it('for another time of a booking go to its page, and hold nothing beside it', async () => {
    phone.params = { ...phone.params, change: 'b1' };
    await open([w1]);
    await take();
    expect(phone.opened).toEqual([`/packages/marriage/change/index?id=b1&window=w1&site=registry-120101&day=${DAY}`]);
    expect(sentTo('POST', '/bookings')).toEqual([]);
  });
});

describe('a day with nothing to have', () => {
  const near = [-2, -1, 1, 4].map((away) => aDay({ day: addDays(DAY, away), left: 5 }));

  it('whose hours are all past says so: there were some', async () => {
    await open([{ ...w1, state: 'over' }]);
    expect(screen.getByText('今天的时间都过了。')).toBeTruthy();
    expect(screen.queryByText('这天没有安排。')).toBeNull();
  });

  it('that is full names the three nearest, and turns to one of them', async () => {
    await open([w2], {}, near);
    expect(screen.getByText('这天约满了。')).toBeTruthy();
    const inMonth = [...document.querySelectorAll('#nothing .list-row')].map(({ id }) => id);
    expect(inMonth).toEqual([-2, -1, 1].map((away) => `near-${addDays(DAY, away)}`));
    press(`near-${addDays(DAY, 1)}`);
    await settle();
    expect(screen.getByText(dayAndWeekday(addDays(DAY, 1)))).toBeTruthy();
    expect(phone.opened).toEqual([]);
  });

  it('that is full offers to tell when one is free', async () => {
    await open([w2]);
    press('notify');
    expect(phone.opened).toEqual([`/packages/marriage/waitlist/index?kind=marriage&site=registry-120101&day=${DAY}`]);
  });

  it('that is closed says why', async () => {
    await open([{ ...w1, state: 'closed', left: 0, why: '登记处搬家' }]);
    expect(screen.getByText('这天不办：登记处搬家')).toBeTruthy();
    expect(document.getElementById('take')).toBeNull();
  });
});

it('a day further ahead than times are made still says when it is released', async () => {
  const opensAt = `${DAY}T00:30:00.000Z`;
  await open([], {}, [aDay({ day: DAY, state: 'not-yet-open', left: 0, opensAt })]);
  expect(document.getElementById('not-yet')?.textContent).toContain('8:30 放');
  expect(document.getElementById('nothing')).toBeNull();
});

describe('a time that is kept already', () => {
  const held = (ms: number) =>
    aBooking({ state: 'held', acts: ['confirm', 'renew'], holdUntil: new Date(Date.now() + ms).toISOString() });

  it('stands first, with the time still left and the way on', async () => {
    await open([w1], { 'GET /bookings': () => ok({ items: [held(488_500)] }) });
    expect(document.querySelector('.hold-clock')?.textContent).toMatch(/^还有 8 分 0\d 秒$/);
    press('held-go');
    expect(phone.opened).toEqual(['/packages/marriage/review/index?id=b1']);
  });

  it('that ran out says so', async () => {
    await open([w1], { 'GET /bookings': () => ok({ items: [held(-1_000)] }) });
    expect(screen.getByText('留的时间到了，这个号放回去了。')).toBeTruthy();
  });
});
