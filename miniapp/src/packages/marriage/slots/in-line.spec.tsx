import type { BookingView } from '@jinmen/shared/bookings/views';
import { addDays } from '@jinmen/shared/kernel/civil-date';
import { act, cleanup, fireEvent, render } from '@testing-library/react';
import { signedIn } from '../../../../test/applications';
import { aBooking, aSite, aWindow } from '../../../../test/bookings';
import { resetVault } from '../../../../test/memory-vault';
import { noNetwork, ok, problem, type Routes, sentTo, serve } from '../../../../test/server';
import { phone, resetPhone } from '../../../../test/taro';
import { today } from '../../../platform/clock';
import { forgetIntentions, keptIntention } from '../../../platform/intentions';
import { useBookings } from '../../../state/bookings';
import { usePublicLooks } from '../../../state/public-looks';
import { useSession } from '../../../state/session';
import { useBothMainland } from '../both-mainland';
import { useHolding } from './holding';
import { about } from './in-line';
import SlotsPage from './index';

const DAY = addDays(today(), 5);
const SERVICE = 'GET /services/marriage-registration';
const w1 = aWindow({ day: DAY, site: 'registry-120101' });
const held = aBooking({ state: 'held', window: w1 });
const busy = (ahead = 300) => ({ ...problem(429, 'booking.busy', '请稍等。', { ahead }), retryAfter: '2' });

const later = (ms = 50) => act(() => jest.advanceTimersByTimeAsync(ms));
const text = (selector: string) => document.querySelector(selector)?.textContent ?? '';
const press = async (id: string) => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`nothing to press at ${id}`);
  fireEvent.click(found);
  await later();
};
const keys = () =>
  phone.asked.flatMap(({ method, header }, at) =>
    method === 'POST' && phone.requests[at]?.endsWith('/bookings') ? [header['Idempotency-Key']] : [],
  );

/** The booking route answers one after the other; the last answer stays. Bookings that are held are listed. */
type Answer = ReturnType<NonNullable<Routes[string]>>;
let mine: readonly BookingView[] = [];
async function open(...answers: (() => Answer)[]): Promise<void> {
  serve({
    [`${SERVICE}/sites`]: () => ok({ sites: [aSite({ id: 'registry-120101' })] }),
    [`${SERVICE}/windows`]: () => ok({ windows: [w1] }),
    [`${SERVICE}/days`]: () => ok({ days: [] }),
    'GET /bookings': () => ok({ items: mine }),
    'POST /bookings': () => (answers.length > 1 ? answers.shift() : answers[0])?.() ?? noNetwork(),
  });
  render(<SlotsPage />);
  await later();
}
async function openAndTake(...answers: (() => Answer)[]): Promise<void> {
  await open(...answers);
  await press('slot-w1');
  await press('take');
}

beforeEach(async () => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
  resetPhone();
  resetVault();
  await forgetIntentions();
  await signedIn();
  mine = [];
  phone.params = { kind: 'marriage', site: 'registry-120101', day: DAY };
  useSession.setState({ status: 'signed-in', me: undefined });
  useBookings.setState({ bookings: undefined, passes: {}, fetchedAtMs: undefined, trouble: undefined });
  usePublicLooks.setState({}, true);
  useHolding.setState({ underway: undefined, notHeld: undefined });
  useBothMainland.setState({ answer: true });
});
afterEach(async () => {
  await later(400_000);
  jest.useRealTimers();
});

describe('a tap the server has no room for', () => {
  it('says how many are before it and how long it goes on, is read out, and needs no second tap', async () => {
    const region = () => document.querySelector('[aria-live="polite"][role="status"]');
    await open(() => busy(312), held201);
    expect(region()).not.toBeNull();
    await press('slot-w1');
    await press('take');
    expect(text('#in-line')).toContain('正在为您排队，前面大约还有 350 位。');
    expect(text('#in-line')).toMatch(/不用重复点，也不用退出。最多替您排到 \d{1,2}:\d\d/);
    expect(document.querySelector('#in-line')?.closest('[aria-live="polite"]')).not.toBeNull();
    expect(document.querySelector('#take')).toBeNull();
    await later(10_000);
    expect(phone.opened).toEqual(['/packages/marriage/review/index?id=b1']);
    expect(new Set(keys()).size).toBe(1);
  });

  it('that is stopped took nothing, says so, and asks nothing more', async () => {
    await openAndTake(busy);
    await press('stop-waiting');
    expect(text('.hold-stopped')).toBe('不等了。什么也没占，想约随时再来。');
    await later(300_000);
    expect(keys()).toHaveLength(1);
    await expect(keptIntention('booking-w1')).resolves.toBeUndefined();
    expect(text('#take')).toBe('就约 9:30，先给您留着');
  });

  it('that is stopped after a request without an answer is looked for first', async () => {
    await openAndTake(noNetwork, busy);
    mine = [held];
    await press('stop-waiting');
    expect(text('.hold-stopped')).toContain('正好给您留上了');
    await expect(keptIntention('booking-w1')).resolves.toBeUndefined();
  });

  it('and not found says so, without claiming that nothing can come of it', async () => {
    await openAndTake(noNetwork, busy);
    await press('stop-waiting');
    expect(text('.hold-stopped')).toContain('刚替您查过，没有留上');
  });

  it('that was never answered in three minutes goes on at one more tap, as the same wish', async () => {
    await openAndTake(busy);
    await later(200_000);
    expect(text('#unsettled')).toContain('约的人多，9:30 这次还没排上');
    expect(text('#unsettled')).toContain('什么也没占。');
    for (const id of ['other-day', 'other-venue', 'notify']) expect(document.getElementById(id)).not.toBeNull();
    expect(document.getElementById('take')).toBeNull();
    const tries = keys().length;
    expect(tries).toBeGreaterThan(10);
    expect(tries).toBeLessThanOrEqual(41);
    await press('go-on');
    await later(10_000);
    expect(keys().length).toBeGreaterThan(tries);
    expect(new Set(keys()).size).toBe(1);
  });

  it('goes on while its page is left, is seen on another, and leads nobody away from where they are', async () => {
    await openAndTake(busy, busy, held201);
    cleanup();
    phone.params = { ...phone.params, day: addDays(DAY, 1) };
    render(<SlotsPage />);
    await later();
    expect(text('#in-line')).toContain('正在约');
    await later(20_000);
    expect(sentTo('POST', '/bookings')).toHaveLength(3);
    expect(phone.opened).toEqual([]);
    expect(document.querySelector('#held, .hold-clock, #in-line')?.id).not.toBe('in-line');
  });

  it('that is slow to be answered says so after five seconds', async () => {
    await openAndTake(() => new Promise((answer) => setTimeout(() => answer(ok(held)), 8_000)));
    expect(text('#take')).toBe('正在留…');
    await later(5_500);
    expect(text('#in-line')).toContain('正在等回音');
    await later(4_000);
    expect(phone.opened).toEqual(['/packages/marriage/review/index?id=b1']);
  });
});

describe('a wish left in the middle by an app that was closed', () => {
  /** What was in memory is gone; what is in the vault stays. */
  async function leaveWith(answer: () => Answer): Promise<void> {
    await openAndTake(answer);
    await later(400_000);
    cleanup();
    useHolding.setState({ underway: undefined, notHeld: undefined });
  }

  it('is one tap away, and the same wish', async () => {
    await leaveWith(busy);
    await open(held201);
    expect(text('#unsettled')).toContain('9:30 上次还没约完');
    await press('go-on');
    await later(5_000);
    expect(phone.opened).toEqual(['/packages/marriage/review/index?id=b1']);
    expect(new Set(keys()).size).toBe(1);
  });

  it('that had been kept for them after all is shown as theirs', async () => {
    await leaveWith(noNetwork);
    mine = [{ ...held, holdUntil: new Date(Date.now() + 300_000).toISOString() }];
    // an app just started does not know yet who is signed in
    useSession.setState({ status: 'unknown', me: undefined });
    await open(held201);
    expect(document.getElementById('unsettled')).toBeNull();
    act(() => useSession.setState({ status: 'signed-in' }));
    await later();
    expect(document.getElementById('unsettled')).toBeNull();
    expect(document.getElementById('held')).not.toBeNull();
    await expect(keptIntention('booking-w1')).resolves.toBeUndefined();
  });
});

it.each([
  [1, 1],
  [9, 9],
  [11, 20],
  [94, 100],
  [101, 150],
  [300, 300],
  [4_983, 5_000],
])('%s before one are about %s', (ahead, said) => expect(about(ahead)).toBe(said));

function held201(): Answer {
  mine = [held];
  return { status: 201, data: held };
}
