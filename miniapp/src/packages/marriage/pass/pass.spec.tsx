import type { BookingState } from '@jinmen/shared/bookings/views';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { signedIn } from '../../../../test/applications';
import { aBooking, aPass, aWindow } from '../../../../test/bookings';
import { memoryVault, resetVault } from '../../../../test/memory-vault';
import { noNetwork, ok, serve } from '../../../../test/server';
import { phone, resetPhone } from '../../../../test/taro';
import { passWords } from '../../../copy/marriage-pass';
import { putBooking, useBookings } from '../../../state/bookings';
import { useSession } from '../../../state/session';
import PassPage from './index';
import { calendarEntryOf, greetingOf, passState } from './pass-view';
import { qrPicture } from './qr';

const { pass: words } = passWords;

const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 5))));
const show = async () => {
  const shown = render(<PassPage />);
  await settle();
  return shown;
};
const restarted = () =>
  useBookings.setState({ bookings: undefined, passes: {}, fetchedAtMs: undefined, trouble: undefined });
const far = aWindow({
  day: '2099-12-05',
  startsAt: '2099-12-05T01:30:00.000Z',
  endsAt: '2099-12-05T02:00:00.000Z',
});

beforeEach(async () => {
  resetPhone();
  resetVault();
  await signedIn();
  useSession.setState({ status: 'signed-in', me: undefined });
  restarted();
  phone.params = { id: 'b1' };
  serve({
    'GET /bookings/b1': () => ok(aBooking({ window: far })),
    'GET /bookings/b1/pass': () => ok(aPass({ window: far })),
  });
});

describe('the pass', () => {
  it('shows the day large, the code to scan and the one to read out', async () => {
    await show();
    expect(document.querySelector('.pass-date')?.textContent).toBe('12 月 5 日 9:30');
    expect(document.querySelector('.pass-qr-picture')?.getAttribute('src')).toBe(qrPicture(aPass().token));
    expect(document.querySelector('#pass-code')?.textContent).toBe('4821 7730');
  });

  it('opens without a network after the app was killed', async () => {
    await show();
    cleanup();
    restarted();
    phone.reply = noNetwork;
    await show();
    expect(document.querySelector('.pass-qr-picture')).not.toBeNull();
    expect(document.querySelector('.notice-warn')?.textContent).toContain('没网');
  });

  it('masks the names of both, and says which is the reader', async () => {
    await show();
    expect(document.querySelector('#party-holder')?.textContent).toContain('张*（您）');
    expect(document.querySelector('#party-partner')?.textContent).toContain('李*');
  });

  it('shows the reader their own name in full when they ask, keeps it nowhere, and covers it again', async () => {
    const own = 'POST /bookings/b1/pass/own-name';
    const parties = () => document.querySelector('.booking-parties')?.textContent ?? '';
    const press = async (id: string) => {
      fireEvent.click(document.querySelector(id) ?? document.body);
      await settle();
    };
    await show();
    phone.reply = noNetwork;
    await press('#show-name');
    expect(document.querySelector('.own-name-said')?.textContent).toBe(passWords.ownName.offline);
    expect(document.querySelector('.pass-qr-picture')).not.toBeNull();
    serve({ [own]: () => ok({ name: '张三丰' }) });
    await press('#show-name');
    expect(parties()).toContain('张三丰（您）');
    expect(parties()).toContain('李*');
    await press('#hide-name');
    expect(parties()).not.toContain('张三丰');
    expect(JSON.stringify([useBookings.getState(), [...memoryVault.sealed]])).not.toContain('张三丰');
  });

  it('says that another time waits for a word, and leads to it', async () => {
    const change = { window: far, siteName: '意风街', until: '2099-12-04T01:30:00.000Z', yours: true };
    serve({
      'GET /bookings/b1': () => ok(aBooking({ window: far, change })),
      'GET /bookings/b1/pass': () => ok(aPass({ window: far })),
    });
    await show();
    expect(document.querySelector('#pass-other-time')?.textContent).toContain(words.otherTime.yours);
    fireEvent.click(document.querySelector('#see-other-time') ?? document.body);
    expect(phone.opened).toEqual(['/packages/marriage/change/index?id=b1']);
  });

  it('takes no code to the desk once the booking was cancelled, though the phone still has it', async () => {
    await show();
    cleanup();
    await act(() => putBooking(aBooking({ state: 'cancelled', version: 9, acts: [], window: far })));
    phone.reply = noNetwork;
    await show();
    expect(document.querySelector('.pass-qr')).toBeNull();
    expect(document.querySelector('#pass-cancelled')?.textContent).toContain(words.none.cancelled.line);
  });

  it('leads to the record of what was missed, to another time, or to the other of the two', async () => {
    const goes = async (state: BookingState) => {
      phone.opened = [];
      cleanup();
      serve({ 'GET /bookings/b1': () => ok(aBooking({ state, acts: [] })) });
      const shown = await show();
      fireEvent.click(document.querySelector('#no-pass-go') ?? document.body);
      shown.unmount();
      return phone.opened[0];
    };
    expect(await goes('no-show')).toContain('no-shows');
    expect(await goes('displaced')).toContain('change/index?id=b1');
    expect(await goes('pending-partner')).toContain('parties/index?id=b1');
    expect(await goes('expired')).toContain('venues/index?kind=marriage');
  });

  it('that an office called off says why in its words, and offers whoever is left no other wedding', async () => {
    const why = '这一次办不成了，已经替您取消，那天不用去。';
    const steps = [{ at: '2026-11-20T02:00:00.000Z', words: `取消了（${why}）`, why }];
    serve({ 'GET /bookings/b1': () => ok(aBooking({ state: 'cancelled', acts: [], steps })) });
    await show();
    expect(document.querySelector('#pass-cancelled')?.textContent).toContain(why);
    expect(document.querySelector('#pass-cancelled')?.textContent).toContain('12345');
    expect(document.querySelector('#no-pass-go')).toBeNull();
    expect(document.querySelector('.theme-marriage')).toBeNull();
  });

  it('whose time an office closed says the reason it typed', async () => {
    const steps = [{ at: '2026-11-20T02:00:00.000Z', words: '原来的时间不开了（停电）', why: '停电' }];
    serve({ 'GET /bookings/b1': () => ok(aBooking({ state: 'displaced', acts: ['reschedule'], steps })) });
    await show();
    expect(document.querySelector('.why-ended')?.textContent).toBe(passWords.ended.why('停电'));
    expect(document.querySelector('#no-pass-go')).not.toBeNull();
  });

  it('that one of the two cancelled says no reason, and may be booked again', async () => {
    const steps = [{ at: '2026-11-20T02:00:00.000Z', words: '取消了' }];
    serve({ 'GET /bookings/b1': () => ok(aBooking({ state: 'cancelled', acts: [], steps })) });
    await show();
    expect(document.querySelector('.why-ended')).toBeNull();
    expect(document.querySelector('#no-pass-go')?.textContent).toBe(words.none.cancelled.go);
    expect(document.querySelector('.theme-marriage')).not.toBeNull();
  });

  it('of another service is not drawn here: whoever mourns is led on at once', async () => {
    serve({ 'GET /bookings/b1': () => ok(aBooking({ kind: 'voyage', acts: [], details: { farewell: 'f1' } })) });
    await show();
    expect(phone.opened).toEqual(['/packages/funeral/passes/index?id=f1']);
  });

  it('says kindly that no such booking is to be seen here', async () => {
    serve({});
    await show();
    expect(screen.getByText(passWords.notFound)).toBeTruthy();
  });

  it('goes into the calendar as a file in a browser', async () => {
    const saved: string[] = [];
    Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined });
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(this.download);
    });
    await show();
    fireEvent.click(document.querySelector('#pass-calendar') ?? document.body);
    await settle();
    expect(saved).toEqual(['JM-7KQ2M9.ics']);
    expect(document.querySelector('.calendar-said')?.textContent).toBe(words.calendarDone.browser);
  });
});

describe('what a pass is worth', () => {
  it('is drawn on its own day to the end, and the day after no more', () => {
    const booking = aBooking();
    expect(passState(booking, aPass(), '2026-12-05')).toBe('shown');
    expect(passState(booking, aPass(), '2026-12-06')).toBe('past');
    expect(passState(booking, undefined, '2026-12-05')).toBe('confirmed');
  });

  it('greets a couple by the day, and nobody who parts', () => {
    expect(greetingOf(aBooking(), '2026-12-05')).toBe('今天见');
    expect(greetingOf(aBooking(), '2026-12-04')).toBe('明天见');
    expect(greetingOf(aBooking(), '2026-12-01')).toBe('周六见');
    expect(greetingOf(aBooking(), '2026-11-01')).toBe('到时候见');
    expect(greetingOf(aBooking({ kind: 'divorce-application' }), '2026-12-05')).toBe('预约单');
  });

  it('tells a calendar nothing of a divorce, and nobody by name', () => {
    const entry = calendarEntryOf(aBooking({ kind: 'divorce-application' }));
    expect(JSON.stringify(entry)).not.toMatch(/离婚|登记|张|李/);
    expect(calendarEntryOf(aBooking()).title).toBe('去意风街登记');
  });
});
