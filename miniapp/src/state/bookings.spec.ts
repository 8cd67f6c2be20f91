import { signedIn } from '../../test/applications';
import { aBooking, aPass } from '../../test/bookings';
import { memoryVault, resetVault } from '../../test/memory-vault';
import { noNetwork, ok, problem, sentTo, serve } from '../../test/server';
import { phone, resetPhone } from '../../test/taro';
import {
  forgetBookings,
  keptBookings,
  loadBookings,
  lookAtBooking,
  nextBooking,
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
const restarted = () => useBookings.setState({ seen: undefined, problems: {}, listedAtMs: undefined });

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
    await readBookings();
    expect(useBookings.getState().seen?.b1?.pass?.token).toBe(aPass().token);
  });

  it('ask for a pass again only when something changed', async () => {
    serveOne();
    await loadBookings();
    await loadBookings();
    expect(passesAsked()).toBe(1);
    serveOne(aBooking({ version: 9 }));
    await lookAtBooking('b1');
    expect(passesAsked()).toBe(2);
  });

  it('lie in the vault, and nowhere else', async () => {
    serveOne();
    await loadBookings();
    expect(memoryVault.sealed.get('bookings')).toContain(aPass().token);
    expect([...phone.stored.values()].join()).not.toContain(aPass().token);
  });

  it('stand as they were seen when the server cannot be asked, and say why', async () => {
    serveOne();
    await loadBookings();
    phone.reply = noNetwork;
    await lookAtBooking('b1');
    expect(useBookings.getState().seen?.b1).toBeDefined();
    expect(useBookings.getState().problems.b1?.kind).toBe('offline');
  });

  it('keep the pass of a booking that was cancelled, with its new state beside it', async () => {
    serveOne();
    await loadBookings();
    serve({ 'GET /bookings/b1': () => ok(aBooking({ state: 'cancelled', version: 4, acts: [] })) });
    await lookAtBooking('b1');
    expect(useBookings.getState().seen?.b1).toMatchObject({ booking: { state: 'cancelled' }, pass: { booking: 'b1' } });
  });

  it('leave with whoever signs out', async () => {
    serveOne();
    await loadBookings();
    await signOut();
    expect(useBookings.getState().seen).toBeUndefined();
    await expect(keptBookings()).resolves.toBe(0);
  });

  it('say that one is not there, without losing the others', async () => {
    serveOne();
    await loadBookings();
    serve({ 'GET /bookings/b2': () => problem(404, 'not-found') });
    await lookAtBooking('b2');
    expect(useBookings.getState().problems.b2).toMatchObject({ status: 404 });
    expect(useBookings.getState().seen?.b1).toBeDefined();
  });

  it('put the next one first that is still to come, not one that is over', () => {
    const at = (id: string, day: number, state: 'confirmed' | 'cancelled') => {
      const startsAt = `2026-12-0${day}T01:30:00.000Z`;
      const booking = aBooking({ id, state, window: { ...aBooking().window, startsAt } });
      return [id, { booking, pass: undefined, atMs: 0 }] as const;
    };
    const seen = Object.fromEntries([
      at('late', 5, 'confirmed'),
      at('gone', 1, 'cancelled'),
      at('soon', 3, 'confirmed'),
    ]);
    expect(nextBooking(seen)?.id).toBe('soon');
  });

  it('are forgotten on demand', async () => {
    serveOne();
    await loadBookings();
    await forgetBookings();
    expect(memoryVault.sealed.has('bookings')).toBe(false);
  });
});
