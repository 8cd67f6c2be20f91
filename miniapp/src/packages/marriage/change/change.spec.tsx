import { addDays } from '@jinmen/shared/kernel/civil-date';
import { act, cleanup, fireEvent, render } from '@testing-library/react';
import { signedIn } from '../../../../test/applications';
import { aBooking, aSite, aWindow } from '../../../../test/bookings';
import { resetVault } from '../../../../test/memory-vault';
import { ok, problem, sentTo, serve } from '../../../../test/server';
import { phone, resetPhone } from '../../../../test/taro';
import { passWords } from '../../../copy/marriage-pass';
import { today } from '../../../platform/clock';
import { useBookings } from '../../../state/bookings';
import { useSession } from '../../../state/session';
import ChangePage from './index';

const { change: words } = passWords;

const later = aWindow({ id: 'w2', startsAt: '2026-12-05T06:00:00.000Z', endsAt: '2026-12-05T06:30:00.000Z' });
const asked = aBooking({
  version: 4,
  acts: ['pass', 'withdraw-change', 'cancel'],
  change: { window: later, siteName: '意风街', until: '2026-11-27T06:00:00.000Z', yours: false },
});
const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 5))));
const show = async (booking = aBooking(), more = {}) => {
  serve({
    'GET /bookings/b1': () => ok(booking),
    'GET /bookings/b1/pass': () => problem(409, 'booking.no-pass'),
    'GET /services/marriage-registration/windows': () => ok({ windows: [aWindow(), later] }),
    'GET /services/marriage-registration/sites': () => ok({ sites: [aSite()] }),
    ...more,
  });
  render(<ChangePage />);
  await settle();
};
const press = async (selector: string) => {
  fireEvent.click(document.querySelector(selector) ?? document.body);
  await settle();
};
const text = (selector: string) => document.querySelector(selector)?.textContent ?? '';

beforeEach(async () => {
  resetPhone();
  resetVault();
  await signedIn();
  useSession.setState({ status: 'signed-in', me: undefined });
  useBookings.setState({ bookings: undefined, passes: {}, fetchedAtMs: undefined, trouble: undefined });
  phone.params = { id: 'b1' };
});

describe('another time', () => {
  it('is looked for at the same place or another, and brought back here', async () => {
    await show();
    await press('#move-time');
    await press('#move-site');
    expect(phone.opened).toEqual([
      '/packages/marriage/month/index?kind=marriage&site=yifeng-street&change=b1',
      '/packages/marriage/venues/index?kind=marriage&change=b1',
    ]);
  });

  it('for the second step of a divorce is at the same registry alone', async () => {
    await show(aBooking({ kind: 'divorce-certificate' }));
    expect(document.querySelector('#move-site')).toBeNull();
    expect(text('#move')).toContain(words.sameSite);
  });

  it('that was found asks the other first, and says that the old one stays', async () => {
    phone.params = { id: 'b1', window: 'w2', site: 'yifeng-street', day: '2026-12-05' };
    await show(aBooking(), { 'POST /bookings/b1/reschedule': () => ok(asked) });
    expect(text('#move-to')).toContain('14:00');
    expect(text('#move-yes')).toBe(words.confirm.two);
    await press('#move-yes');
    expect(sentTo('POST', '/bookings/b1/reschedule')).toEqual([{ windowId: 'w2' }]);
    expect(phone.opened).toEqual([]);
  });

  it('for one person takes the place of the old one at once', async () => {
    phone.params = { id: 'b1', window: 'w2', site: 'yifeng-street', day: '2026-12-05' };
    const alone = aBooking({
      kind: 'replacement',
      parties: [{ role: 'holder', name: '张*', you: true, confirmed: true }],
    });
    const moved = { ...alone, window: later, version: 4 };
    await show(alone, { 'POST /bookings/b1/reschedule': () => ok(moved) });
    await press('#move-yes');
    expect(phone.opened).toEqual(['/packages/marriage/pass/index?id=b1']);
  });

  it('that somebody else was given meanwhile is gone, and nothing is lost', async () => {
    phone.params = { id: 'b1', window: 'w9', site: 'yifeng-street', day: '2026-12-05' };
    await show();
    expect(document.querySelector('#move-yes')).toBeNull();
    expect(document.body.textContent).toContain(words.gone);
    expect(text('#booked-now')).toContain('9:30');
  });

  it('the other is asked to agree to can be agreed to here', async () => {
    const change = { ...(asked.change ?? { window: later, siteName: '', until: '' }), yours: true };
    await show(
      { ...asked, acts: ['pass', 'agree-change'], change },
      { 'POST /bookings/b1/change-agreement': () => ok(aBooking({ window: later, version: 5 })) },
    );
    expect(text('#change')).toContain('14:00');
    await press('#agree-change');
    expect(sentTo('POST', '/bookings/b1/change-agreement')).toHaveLength(1);
  });

  it('can be thought better of before the other agreed', async () => {
    await show(asked, { 'POST /bookings/b1/change-withdrawal': () => ok(aBooking({ version: 5 })) });
    await press('#withdraw-change');
    expect(sentTo('POST', '/bookings/b1/change-withdrawal')).toHaveLength(1);
  });
});

describe('a booking whose time was closed', () => {
  const free = { ...later, siteName: '意风街' };
  const offers = { windows: [{ ...free, kept: true as const }], until: '2026-11-27T06:00:00.000Z' };
  const displaced = aBooking({ state: 'displaced', acts: ['reschedule', 'cancel'], offers });

  it('is offered what is kept for it, in one tap', async () => {
    await show(displaced, { 'POST /bookings/b1/reschedule': () => ok(asked) });
    await press('#take-w2');
    expect(sentTo('POST', '/bookings/b1/reschedule')).toEqual([{ windowId: 'w2' }]);
    expect(document.querySelector('#move')).toBeNull();
  });

  it('can say which days would not do when none of them suits, and keeps what is kept', async () => {
    await show(displaced, { 'GET /bookings/b1/wishes': () => ok({}), 'PUT /bookings/b1/wishes': () => ok({}) });
    await press('#wish-here');
    await press('#say-wishes');
    expect(sentTo('PUT', '/bookings/b1/wishes')).toEqual([{ impossible: [], sites: [] }]);
    expect(text('.wishes-said')).toBe(words.wishes.done);
    expect(document.querySelector('#take-w2')).not.toBeNull();
    expect(text('#wishes')).toContain(words.wishes.stillKept);
  });

  it('takes the day that stands in the field too, added to the others or not', async () => {
    await show(displaced, { 'GET /bookings/b1/wishes': () => ok({}), 'PUT /bookings/b1/wishes': () => ok({}) });
    const day = addDays(today(), 20);
    for (const [at, part] of day.split('-').entries()) {
      const lists = document.querySelectorAll('#wishes select');
      fireEvent.change(lists[at] as Element, { target: { value: part } });
    }
    await press('#say-wishes');
    expect(sentTo('PUT', '/bookings/b1/wishes')).toMatchObject([{ impossible: [day] }]);
    expect(document.querySelector(`#remove-${day}`)).not.toBeNull();
  });

  it('shows what was said before, so that coming back and saying more loses none of it', async () => {
    const said = { impossible: ['2026-12-09'], sites: [] };
    await show(displaced, {
      'GET /bookings/b1/wishes': () => ok({ said }),
      'PUT /bookings/b1/wishes': () => ok({}),
    });
    expect(text('.wishes-said')).toBe(words.wishes.before);
    await press('#say-wishes');
    expect(sentTo('PUT', '/bookings/b1/wishes')).toEqual([said]);
  });

  it('says so where what was said before cannot be read, as it would be replaced', async () => {
    await show(displaced, { 'GET /bookings/b1/wishes': () => ({ kind: 'offline' }) });
    expect(text('.wishes-said')).toBe(words.wishes.unread);
  });

  it('is promised nothing that is not kept, or is kept no longer', async () => {
    const other = { ...free, id: 'w3' };
    await show({ ...displaced, offers: { ...offers, windows: [...offers.windows, other] } });
    expect(text('#displaced')).toContain(words.displaced.oneKept);
    cleanup();
    await show({ ...displaced, offers: { ...offers, windows: [free, other] } });
    expect(text('#displaced')).toContain(words.displaced.noneKept);
    expect(text('#displaced')).not.toContain('留到');
    expect(text('#wishes')).toContain(words.wishes.line);
    expect(text('#wishes')).not.toContain(words.wishes.stillKept);
  });

  it('is promised no old time to go back to while the other is asked', async () => {
    await show({ ...asked, state: 'displaced', offers });
    expect(text('#change')).toContain('预约还在，再挑一个就行');
    expect(text('#change')).not.toContain('原来的时间还');
    expect(text('#booked-now')).toContain(words.lost);
  });
});

describe('giving the time back', () => {
  it('is asked once and done once, without a reason', async () => {
    const cancelled = aBooking({ state: 'cancelled', acts: [], version: 4 });
    await show(aBooking(), { 'DELETE /bookings/b1': () => ok(cancelled), 'GET /bookings/b1': () => ok(cancelled) });
    await act(async () => useBookings.setState({ bookings: [aBooking()] }));
    await press('#cancel');
    expect(sentTo('DELETE', '/bookings/b1')).toHaveLength(1);
    expect(text('.cancel-said')).toBe(words.cancel.done);
    expect(document.querySelector('#cancel')).toBeNull();
  });

  it('says beforehand from when the next could be booked where it is the last this month, and only there', async () => {
    await show(aBooking({ againFrom: '2027-01-01' }));
    expect(text('.cancel-last')).toBe(words.cancel.last('1 月 1 日'));
    expect(text('.cancel-last')).toContain('要到 1 月 1 日');
    cleanup();
    await show();
    expect(document.querySelector('#cancel')).not.toBeNull();
    expect(document.querySelector('.cancel-last')).toBeNull();
  });

  it('is not done when it was thought better of', async () => {
    await show();
    phone.confirms = false;
    await press('#cancel');
    expect(sentTo('DELETE', '/bookings/b1')).toEqual([]);
  });
});

describe('a booking that ended before this page was opened', () => {
  it('reads why an office called it off, and nothing of booking again', async () => {
    const why = '这一次办不成了，已经替您取消，那天不用去。';
    const steps = [{ at: '2026-11-20T02:00:00.000Z', words: `取消了（${why}）`, why }];
    await show(aBooking({ state: 'cancelled', acts: [], steps }));
    expect(text('#cancel-card')).toContain(why);
    expect(document.body.textContent).not.toContain('再约');
    expect(document.querySelector('.theme-marriage')).toBeNull();
  });

  it('is said to be cancelled, and not by whoever reads it', async () => {
    await show(aBooking({ state: 'cancelled', acts: [] }));
    expect(text('#cancel-card')).toContain(passWords.pass.none.cancelled.line);
    expect(document.body.textContent).not.toContain(words.cancel.done);
  });

  it('reads the reason its time was closed for above what is kept for it', async () => {
    const steps = [
      { at: '2026-11-20T02:00:00.000Z', words: '原来的时间不开了（停电）', why: '停电' },
      { at: '2026-11-20T03:00:00.000Z', words: '挑了新的时间，等另一位同意' },
    ];
    await show(aBooking({ state: 'displaced', acts: ['reschedule', 'cancel'], steps }));
    expect(text('#displaced')).toContain(passWords.ended.why('停电'));
  });
});
