import { signedIn } from '../../test/applications';
import { aBooking, aPass, aWindow } from '../../test/bookings';
import { memoryVault, resetVault } from '../../test/memory-vault';
import { noNetwork, ok, problem, sentTo, serve } from '../../test/server';
import { phone, resetPhone } from '../../test/taro';
import {
  aheadOf,
  forgetBookings,
  keptBookings,
  loadBooking,
  loadBookings,
  putBooking,
  readBookings,
  useBookings,
} from './bookings';
import { signOut, useSession } from './session';

const passesAsked = () => sentTo('GET', '/bookings/b1/pass').length;
const serveOne = (booking = aBooking()) =>
  serve({
    'GET /bookings': () => ok({ items: [booking] }),
    'GET /bookings/b1': () => ok(booking),
    'GET /bookings/b1/pass': () => ok(aPass()),
    'DELETE /sessions/current': () => ({ status: 204 }),
  });
/** Nothing is left in memory, as after a restart. */
const restarted = () =>
  useBookings.setState({ bookings: undefined, passes: {}, fetchedAtMs: undefined, trouble: undefined });

beforeEach(async () => {
  resetPhone();
  resetVault();
  await signedIn();
  useSession.setState({ status: 'signed-in', me: undefined });
  restarted();
});

describe('the bookings on this phone', () => {
  it('bring every pass with the list, so that one never opened before is there without a network', async () => {
    serveOne();
    await loadBookings();
    restarted();
    phone.reply = noNetwork;
    await loadBookings();
    const { bookings, passes, trouble } = useBookings.getState();
    expect(bookings).toHaveLength(1);
    expect(passes.b1?.token).toBe(aPass().token);
    expect(trouble?.kind).toBe('offline');
  });

  it('are there after the app was killed, and nobody signed in any more', async () => {
    serveOne();
    await loadBookings();
    restarted();
    useSession.setState({ status: 'signed-out', me: undefined });
    await readBookings();
    expect(useBookings.getState().passes.b1).toBeDefined();
  });

  it('ask for a pass again only when something changed', async () => {
    serveOne();
    await loadBookings();
    await loadBookings();
    expect(passesAsked()).toBe(1);
    serveOne(aBooking({ version: 9 }));
    await loadBooking('b1');
    expect(passesAsked()).toBe(2);
  });

  it('lie in the vault, and nowhere else', async () => {
    serveOne();
    await loadBookings();
    expect(memoryVault.sealed.get('bookings')).toContain(aPass().token);
    expect([...phone.stored.values()].join()).not.toContain(aPass().token);
  });

  it('keep the pass of a booking that was cancelled, with its new state beside it', async () => {
    serveOne();
    await loadBookings();
    await putBooking(aBooking({ state: 'cancelled', version: 4, acts: [] }));
    const { bookings, passes } = useBookings.getState();
    expect(bookings?.map(({ state }) => state)).toEqual(['cancelled']);
    expect(passes.b1).toBeDefined();
  });

  it('leave with whoever signs out', async () => {
    serveOne();
    await loadBookings();
    await signOut();
    expect(useBookings.getState().bookings).toBeUndefined();
    await expect(keptBookings()).resolves.toBe(0);
  });

  it('stand when one of them is not found', async () => {
    serveOne();
    await loadBookings();
    serve({ 'GET /bookings/b2': () => problem(404, 'not-found') });
    await expect(loadBooking('b2')).resolves.toMatchObject({ kind: 'problem', status: 404 });
    expect(useBookings.getState().bookings).toHaveLength(1);
  });

  it('put the next one first that is still to come, not one that is over', () => {
    const at = (id: string, day: number, state: 'confirmed' | 'cancelled') =>
      aBooking({ id, state, window: aWindow({ startsAt: `2026-12-0${day}T01:30:00.000Z` }) });
    const ahead = aheadOf([at('late', 5, 'confirmed'), at('gone', 1, 'cancelled'), at('soon', 3, 'confirmed')]);
    expect(ahead.map(({ id }) => id)).toEqual(['soon', 'late']);
  });

  it('are forgotten on demand', async () => {
    serveOne();
    await loadBookings();
    await forgetBookings();
    expect(memoryVault.sealed.has('bookings')).toBe(false);
  });
});
