import type { WindowView } from '@jinmen/shared/bookings/views';
import { addDays } from '@jinmen/shared/kernel/civil-date';
import { act, fireEvent, render } from '@testing-library/react';
import { signedIn } from '../../../../test/applications';
import { aBooking, aSite, aWindow } from '../../../../test/bookings';
import { resetVault } from '../../../../test/memory-vault';
import { noNetwork, ok, problem, type Routes, sentTo, serve } from '../../../../test/server';
import { phone, resetPhone } from '../../../../test/taro';
import { today } from '../../../platform/clock';
import { forgetIntentions } from '../../../platform/intentions';
import { useBookings } from '../../../state/bookings';
import { usePublicLooks } from '../../../state/public-looks';
import { useSession } from '../../../state/session';
import { useBothMainland } from '../both-mainland';
import { useHolding } from './holding';
import SlotsPage from './index';

const DAY = addDays(today(), 5);
const SERVICE = 'GET /services/marriage-registration';
const OPENS_IN_MS = 10_000;
const known = { name: '张*', idNumber: '1****************X', birth: '1990-01-01', verifiedAt: '' } as const;

const later = (ms = 50) => act(() => jest.advanceTimersByTimeAsync(ms));
const text = (selector: string) => document.querySelector(selector)?.textContent ?? '';
const press = (id: string) => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`nothing to press at ${id}`);
  fireEvent.click(found);
};
const looks = () => phone.requests.filter((url) => url.includes('/windows')).length;

let soon: WindowView;
const open = async (windows: () => readonly WindowView[], routes: Routes = {}) => {
  serve({
    [`${SERVICE}/sites`]: () => ok({ sites: [aSite({ id: 'registry-120101' })] }),
    [`${SERVICE}/windows`]: () => ok({ windows: windows() }),
    [`${SERVICE}/days`]: () => ok({ days: [] }),
    'GET /bookings': () => ok({ items: [] }),
    'POST /bookings': () => ok(aBooking({ state: 'held' })),
    ...routes,
  });
  render(<SlotsPage />);
  await later();
};

/** The evening before the day many want, ten seconds to go. */
beforeEach(async () => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
  resetPhone();
  resetVault();
  await forgetIntentions();
  await signedIn();
  phone.params = { kind: 'marriage', site: 'registry-120101', day: DAY };
  useSession.setState({ status: 'signed-in', me: { accountId: 'a', realName: known } });
  useBookings.setState({ bookings: undefined, passes: {}, fetchedAtMs: undefined, trouble: undefined });
  usePublicLooks.setState({}, true);
  useHolding.setState({ underway: undefined, notHeld: undefined });
  useBothMainland.setState({ answer: true });
  const opensAt = new Date(Date.now() + OPENS_IN_MS).toISOString();
  soon = aWindow({ day: DAY, site: 'registry-120101', state: 'not-yet-open', left: 0, opensAt });
});
afterEach(() => jest.useRealTimers());

describe('times that are not released yet', () => {
  it('say when they are, and can be chosen ahead; a tap too early says so and sends nothing', async () => {
    await open(() => [soon]);
    expect(text('#not-yet')).toContain('放');
    press('slot-w1');
    expect(text('#take')).toContain('起可以约 9:30');
    press('take');
    expect(text('.too-early')).toContain('还没放号');
    expect(sentTo('POST', '/bookings')).toEqual([]);
  });

  it('are taken at the very moment, before anything was asked anew', async () => {
    await open(() => [soon]);
    press('slot-w1');
    const before = looks();
    jest.spyOn(Math, 'random').mockReturnValue(0.999);
    await later(OPENS_IN_MS - 40);
    expect(text('#take')).toBe('就约 9:30，先给您留着');
    expect(looks()).toBe(before);
    press('take');
    await later();
    expect(sentTo('POST', '/bookings')).toHaveLength(1);
    expect(phone.opened).toEqual(['/packages/marriage/review/index?id=b1']);
    jest.restoreAllMocks();
  });

  it('are counted anew within two seconds, once, and keep what was chosen', async () => {
    let windows = [soon];
    await open(() => windows);
    press('slot-w1');
    const before = looks();
    windows = [{ ...soon, state: 'open', left: 7 }];
    await later(OPENS_IN_MS);
    await later(2_000);
    expect(text('.slot-on')).toBe('9:30 还有 7 个');
    await later(120_000);
    expect(looks()).toBe(before + 1);
  });

  it('whose server does not answer then are asked for less and less often, a few times', async () => {
    let serves = true;
    await open(() => [soon], {
      [`${SERVICE}/windows`]: () => (serves ? ok({ windows: [soon] }) : noNetwork()),
    });
    const before = looks();
    serves = false;
    await later(OPENS_IN_MS);
    for (let minute = 0; minute < 10; minute += 1) await later(60_000);
    expect(looks() - before).toBeGreaterThan(2);
    expect(looks() - before).toBeLessThanOrEqual(6);
  });

  it('tapped a moment early by a clock that is ahead are wished for again by the phone, in time', async () => {
    const opensAt = Date.parse(soon.opensAt);
    await open(() => [{ ...soon, state: 'open' }], {
      'POST /bookings': () =>
        Date.now() < opensAt
          ? problem(409, 'booking.not-open-yet', '还没放号。', { opensAt: soon.opensAt })
          : ok(aBooking({ state: 'held' })),
    });
    await later(OPENS_IN_MS - 600);
    press('slot-w1');
    press('take');
    await later(100);
    expect(text('#in-line')).toContain('马上就放号了');
    await later(2_000);
    expect(phone.opened).toEqual(['/packages/marriage/review/index?id=b1']);
    expect(sentTo('POST', '/bookings')).toHaveLength(2);
  });

  it('are the moment to say who one is, which would cost the time later', async () => {
    useSession.setState({ status: 'signed-in', me: { accountId: 'a' } });
    await open(() => [soon]);
    press('name-before');
    expect(phone.opened).toEqual(['/packages/mine/real-name/index']);
    act(() => useSession.setState({ status: 'signed-out', me: undefined }));
    press('sign-in-before');
    expect(phone.opened.at(-1)).toBe('/packages/mine/sign-in/index');
  });
});
