import { act, fireEvent, render, screen } from '@testing-library/react';
import { signedIn } from '../../../test/applications';
import { aBooking, aSite, aWindow } from '../../../test/bookings';
import { resetVault } from '../../../test/memory-vault';
import { noNetwork, ok, serve } from '../../../test/server';
import { phone, resetPhone } from '../../../test/taro';
import { useBookings } from '../../state/bookings';
import { usePublicLooks } from '../../state/public-looks';
import { useSession } from '../../state/session';
import BookingPage from './index';

const SITES = 'GET /services/marriage-registration/sites';
const settle = () => act(async () => new Promise((later) => setTimeout(later, 5)));
const open = async () => {
  const page = render(<BookingPage />);
  await settle();
  return page;
};
const press = (id: string) => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`nothing to press at ${id}`);
  fireEvent.click(found);
};

beforeEach(async () => {
  resetPhone();
  resetVault();
  await signedIn();
  useSession.setState({ status: 'signed-in', me: undefined });
  useBookings.setState({ bookings: undefined, passes: {}, fetchedAtMs: undefined, trouble: undefined });
  usePublicLooks.setState({}, true);
});

describe('the hub of bookings', () => {
  it('claims no booking that there is not', async () => {
    serve({
      'GET /bookings': () => ok({ items: [aBooking({ state: 'cancelled' })] }),
      [SITES]: () => ok({ sites: [] }),
    });
    await open();
    expect(screen.getByText('您现在没有预约。')).toBeTruthy();
    expect(document.getElementById('next-booking')).toBeNull();
  });

  it.each([
    ['held', ['confirm', 'renew'], '接着办', 'review'],
    ['pending-partner', ['invite'], '看看确认了没有', 'parties'],
    ['confirmed', ['pass'], '打开预约单', 'pass'],
    ['displaced', ['reschedule'], '去换个时间', 'change'],
  ] as const)('shows the nearest that is %s with the one thing to do about it', async (state, acts, text, page) => {
    const late = aBooking({ id: 'late', window: aWindow({ startsAt: '2026-12-30T01:00:00.000Z', day: '2026-12-30' }) });
    serve({
      'GET /bookings': () => ok({ items: [late, aBooking({ state, acts })] }),
      [SITES]: () => ok({ sites: [] }),
    });
    await open();
    expect(document.querySelector('.booking-when')?.textContent).toBe('12 月 5 日 周六 9:30');
    fireEvent.click(screen.getByText(text));
    expect(phone.opened).toEqual([`/packages/marriage/${page}/index?id=b1`]);
  });

  it.each([
    ['confirmed', 'passes'],
    ['displaced', 'change'],
    ['held', 'farewell'],
  ] as const)('leads from a place on a voyage that is %s to the farewell', async (state, page) => {
    const voyage = aBooking({ state, acts: [], kind: 'voyage', details: { farewell: 'f1' } });
    serve({ 'GET /bookings': () => ok({ items: [voyage] }), [SITES]: () => ok({ sites: [] }) });
    await open();
    press('next-open');
    expect(phone.opened).toEqual([`/packages/funeral/${page}/index?id=f1`]);
  });

  it('asks whoever is not signed in for nothing before they want it, and sends nothing of theirs', async () => {
    useSession.setState({ status: 'signed-out', me: undefined });
    serve({ [SITES]: () => ok({ sites: [] }) });
    await open();
    expect(phone.requests.filter((url) => url.includes('/bookings'))).toEqual([]);
    expect(document.getElementById('booking-signed-out')).not.toBeNull();
    expect(document.getElementById('booking-marriage')).not.toBeNull();
  });

  it('names the three nearest days, the soonest first, and leads straight to their times', async () => {
    const sites = [
      aSite({ id: 'c', nextFreeDay: '2026-12-09' }),
      aSite({ id: 'none' }),
      aSite({ id: 'a', name: '意风街', nextFreeDay: '2026-12-01' }),
      aSite({ id: 'd', nextFreeDay: '2026-12-11' }),
      aSite({ id: 'b', nextFreeDay: '2026-12-02' }),
    ];
    serve({ 'GET /bookings': () => ok({ items: [] }), [SITES]: () => ok({ sites }) });
    await open();
    expect([...document.querySelectorAll('#nearest .list-row')].map(({ id }) => id)).toEqual([
      'near-a',
      'near-b',
      'near-c',
    ]);
    press('near-a');
    expect(phone.opened).toEqual(['/packages/marriage/slots/index?kind=marriage&site=a&day=2026-12-01']);
  });

  it('without a network still leads everywhere, and says of when it is', async () => {
    serve({ 'GET /bookings': () => ok({ items: [aBooking()] }), [SITES]: () => ok({ sites: [] }) });
    (await open()).unmount();
    serve({ 'GET /bookings': noNetwork, [SITES]: noNetwork });
    await open();
    expect(screen.getAllByText(/^没网，看的是/)[0]).toBeTruthy();
    for (const id of ['booking-marriage', 'booking-kinds', 'booking-waitlist', 'booking-funeral', 'booking-elder'])
      press(id);
    expect(phone.opened).toEqual([
      '/packages/marriage/venues/index?kind=marriage',
      '/packages/marriage/kinds/index',
      '/packages/marriage/waitlist/index',
      '/packages/funeral/voyages/index',
      '/pages/later/index?door=elder',
    ]);
  });
});
