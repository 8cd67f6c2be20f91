import { civilDate } from '@jinmen/shared/kernel/civil-date';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { signedIn } from '../../../../test/applications';
import { aBooking, aWindow } from '../../../../test/bookings';
import { resetVault } from '../../../../test/memory-vault';
import { noNetwork, ok, serve } from '../../../../test/server';
import { phone, resetPhone } from '../../../../test/taro';
import { passWords } from '../../../copy/marriage-pass';
import { noteFarewell, noteFarewells } from '../../../state/bereavement';
import { useBookings } from '../../../state/bookings';
import { useSession } from '../../../state/session';
import BookingsPage from './index';

const { bookings: words } = passWords;

const on = (day: 1 | 3 | 5 | 7) =>
  aWindow({ startsAt: `2026-12-0${day}T01:30:00.000Z`, day: civilDate(`2026-12-0${day}`) });
const all = [
  aBooking({ id: 'over', state: 'checked-in', window: on(1), acts: [] }),
  aBooking({ id: 'late', window: on(5), acts: [] }),
  aBooking({ id: 'soon', window: on(3), acts: [] }),
  aBooking({ id: 'held', state: 'held', window: on(7), acts: ['confirm'] }),
];
const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 5))));
const show = async () => {
  render(<BookingsPage />);
  await settle();
};
const ids = () => [...document.querySelectorAll('.booking-row')].map(({ id }) => id);

beforeEach(async () => {
  resetPhone();
  resetVault();
  await signedIn();
  useSession.setState({ status: 'signed-in', me: undefined });
  useBookings.setState({ bookings: undefined, passes: {}, fetchedAtMs: undefined, trouble: undefined });
});

describe('my bookings', () => {
  it('stand with what waits for a tap first, then the next to come, then what is over', async () => {
    serve({ 'GET /bookings': () => ok({ items: all }) });
    await show();
    expect(ids()).toEqual(['booking-held', 'booking-soon', 'booking-late', 'booking-over']);
    fireEvent.click(document.querySelector('#booking-held') ?? document.body);
    fireEvent.click(document.querySelector('#booking-soon') ?? document.body);
    expect(phone.opened).toEqual(['/packages/marriage/review/index?id=held', '/packages/marriage/pass/index?id=soon']);
  });

  it('that are none lead to what can be booked', async () => {
    serve({ 'GET /bookings': () => ok({ items: [] }) });
    await show();
    expect(screen.getByText(words.empty)).toBeTruthy();
    expect(document.body.textContent).toContain('结婚');
  });

  it('that are none speak of no wedding in mourning', async () => {
    serve({ 'GET /bookings': () => ok({ items: [] }) });
    noteFarewell({ state: 'signed-up' });
    await show();
    expect(document.body.textContent).toContain(words.empty);
    expect(document.body.textContent).not.toContain('结婚');
    act(() => noteFarewells([]));
  });

  it('without a network are those seen last, and say of when', async () => {
    serve({ 'GET /bookings': () => ok({ items: all }) });
    await show();
    cleanup();
    phone.reply = noNetwork;
    await show();
    expect(ids()).toHaveLength(4);
    expect(document.querySelector('.notice-warn')?.textContent).toContain('没网');
  });

  it('ask for signing in where nobody is', async () => {
    useSession.setState({ status: 'signed-out', me: undefined });
    await show();
    expect(document.querySelector('#signed-out')).not.toBeNull();
    expect(phone.requests).toEqual([]);
  });
});
