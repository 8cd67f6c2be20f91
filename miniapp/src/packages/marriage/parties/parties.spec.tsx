import type { BookingView } from '@jinmen/shared/bookings/views';
import { act, fireEvent, render } from '@testing-library/react';
import { signedIn } from '../../../../test/applications';
import { aBooking, aWindow } from '../../../../test/bookings';
import { resetVault } from '../../../../test/memory-vault';
import { ok, problem, type Routes, sentTo, serve, unexpected } from '../../../../test/server';
import { phone, resetPhone } from '../../../../test/taro';
import PartiesPage from './index';

const UNTIL = '2026-11-26T04:00:00.000Z';
const waiting = (change: Partial<BookingView> = {}) =>
  aBooking({
    state: 'pending-partner',
    parties: [{ role: 'holder', name: '张*', you: true, confirmed: true }],
    asked: { way: 'own-phone', until: UNTIL },
    acts: ['invite', 'confirm-here', 'choose-desk', 'cancel'],
    ...change,
  });
const serveAll = (booking: BookingView, more: Routes = {}) => {
  const pass = { 'GET /bookings/b1/pass': () => problem(409, 'booking.no-pass') };
  serve({ 'GET /bookings/b1': () => ok(booking), ...pass, ...more });
};

beforeEach(async () => {
  resetPhone();
  resetVault();
  await signedIn();
  phone.params = { id: 'b1' };
});
afterEach(() => expect(unexpected).toEqual([]));

const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 10))));
const find = (selector: string): Element => {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`nothing at ${selector}`);
  return found;
};
const press = async (selector: string) => {
  fireEvent.click(find(selector));
  await settle();
};
const type = (selector: string, value: string) => fireEvent.input(find(`${selector} input`), { target: { value } });
const show = async () => {
  render(<PartiesPage />);
  await settle();
};

describe('the two people of a booking', () => {
  it('are told that both come in person, until when the other can agree, and by which ways', async () => {
    serveAll(waiting());
    await show();
    expect(find('.both-come').textContent).toContain('两个人都要亲自来');
    expect(document.body.textContent).toContain('11 月 26 日 12:00 以前');
    for (const way of ['#by-link', '#here', '#at-desk']) expect(find(way)).toBeTruthy();
    expect([...document.querySelectorAll('.party-row')].map(({ textContent }) => textContent)).toEqual([
      '张*（您自己）同意了',
      '另一位等本人同意',
    ]);
  });

  it('send a link by a card that names the day, and of a sad matter nothing', async () => {
    const made = { 'POST /bookings/b1/invitations': () => ok({ token: 'T0', until: UNTIL }) };
    serveAll(waiting(), made);
    await show();
    expect(phone.card?.().path).not.toContain('invite');
    await press('#make-link');
    expect(phone.card?.()).toEqual({
      title: '想和您 12 月 5 日 周六 9:30 一起去登记，愿意的话点这里',
      path: '/packages/marriage/invite/index?token=T0',
    });
    expect(JSON.stringify([...phone.stored])).not.toContain('T0');
  });

  it('say nothing of a divorce in the card', async () => {
    const made = { 'POST /bookings/b1/invitations': () => ok({ token: 'T0', until: UNTIL }) };
    serveAll(waiting({ kind: 'divorce-application' }), made);
    await show();
    await press('#make-link');
    expect(phone.card?.().title).toBe('有一件事，请您看一看');
  });

  it('take the phone in turn: a page with nothing but what is asked, and one sentence for every no', async () => {
    const answers = [
      { outcome: 'not-here', words: '这次没能在这部手机上同意。' },
      { outcome: 'confirmed', booking: aBooking() },
    ];
    serveAll(waiting(), { 'POST /bookings/b1/partner': () => ok(answers.shift()) });
    await show();
    await press('#hand-over');
    expect(document.querySelector('#by-link')).toBeNull();
    await press('#agree-here');
    expect(sentTo('POST', '/bookings/b1/partner')).toEqual([]);
    type('#partner-name', '李四');
    type('#partner-number', '110101199001011234');
    await press('#agree-here');
    expect(find('.not-here').textContent).toContain('没能在这部手机上同意');
    await press('#agree-here');
    expect(sentTo('POST', '/bookings/b1/partner')[0]).toEqual({
      name: '李四',
      idNumber: '110101199001011234',
      agree: true,
    });
    await press('#hand-back');
    expect(find('#agreed').textContent).toContain('两个人都同意了');
    expect(document.body.textContent).not.toContain('李四');
  });

  it('choose the desk, and read that this is no yes', async () => {
    const chosen = waiting({ asked: { way: 'desk', until: UNTIL } });
    serveAll(waiting(), { 'POST /bookings/b1/partner-way': () => ok(chosen) });
    await show();
    await press('#choose-desk');
    expect(sentTo('POST', '/bookings/b1/partner-way')).toEqual([{ way: 'desk' }]);
    expect(find('.desk-chosen').textContent).toContain('到了窗口才算同意');
  });
});

describe('another time', () => {
  const change = { window: aWindow({ id: 'w2' }), siteName: '河西区婚姻登记处', until: UNTIL };

  it('is agreed to by the one who is asked', async () => {
    const asked = aBooking({ change: { ...change, yours: true }, acts: ['agree-change'] });
    serveAll(asked, { 'POST /bookings/b1/change-agreement': () => ok(aBooking()) });
    await show();
    expect(find('#change').textContent).toContain('什么都不用点');
    await press('#agree-change');
    expect(document.querySelector('#change')).toBeNull();
  });

  it('is taken back by the one who asked, after a second question', async () => {
    const asking = aBooking({
      change: { ...change, yours: false },
      acts: ['withdraw-change', 'invite', 'confirm-here', 'choose-desk'],
    });
    serveAll(asking, { 'POST /bookings/b1/change-withdrawal': () => ok(aBooking()) });
    await show();
    expect(find('#by-link')).toBeTruthy();
    phone.confirms = false;
    await press('#withdraw-change');
    expect(sentTo('POST', '/bookings/b1/change-withdrawal')).toEqual([]);
    phone.confirms = true;
    await press('#withdraw-change');
    expect(document.querySelector('#change')).toBeNull();
  });
});

describe('what is over', () => {
  it('says that nobody agreed in time, and blames nobody', async () => {
    serveAll(waiting({ state: 'expired', acts: [] }));
    await show();
    expect(find('#over').textContent).toContain('没有在时间里等到另一位同意');
    await press('#pick-again');
    expect(phone.opened).toEqual(['/packages/marriage/month/index?kind=marriage']);
  });
});
