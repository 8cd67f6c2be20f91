import type { BookingInvitationView } from '@jinmen/shared/bookings/views';
import { act, fireEvent, render } from '@testing-library/react';
import { signedIn } from '../../../../test/applications';
import { aBooking } from '../../../../test/bookings';
import { resetVault } from '../../../../test/memory-vault';
import { ok, problem, type Routes, sentTo, serve, unexpected } from '../../../../test/server';
import { phone, resetPhone } from '../../../../test/taro';
import { dropSession } from '../../../platform/session';
import { useSession } from '../../../state/session';
import InvitePage from './index';

const LINK = '/invitations/T0';
const me = {
  accountId: 'two',
  realName: { name: '李*', idNumber: '1****************X', birth: '1990-01-01', verifiedAt: '2026-11-24T01:00:00Z' },
} as const;
const open: BookingInvitationView = {
  state: 'open',
  from: '张*',
  service: 'marriage-registration',
  kind: 'marriage',
  title: '结婚登记',
  siteName: '和平区婚姻登记处',
  day: '2026-12-05',
  startsAt: '2026-12-05T01:30:00.000Z',
  until: '2026-11-26T04:00:00.000Z',
};
const serveAll = (seen: BookingInvitationView, more: Routes = {}) =>
  serve({
    'GET /me': () => ok(me),
    [`GET ${LINK}`]: () => ok(seen),
    'GET /bookings/b1/pass': () => problem(409, 'booking.no-pass'),
    ...more,
  });

beforeEach(async () => {
  resetPhone();
  resetVault();
  await signedIn();
  phone.params = { token: 'T0' };
  useSession.setState({ status: 'signed-in', me });
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
const show = async () => {
  render(<InvitePage />);
  await settle();
};

describe('a link that asks somebody to come along', () => {
  it('says who asks, for what and when, before anybody is signed in', async () => {
    await dropSession();
    useSession.setState({ status: 'signed-out', me: undefined });
    serveAll(open);
    await show();
    expect(find('#who-asks').textContent).toContain('张*想和您一起办结婚登记。12 月 5 日 周六 9:30，和平区婚姻登记处');
    expect(document.querySelector('#agree')).toBeNull();
    await press('#go-sign-in');
    expect(phone.opened).toEqual(['/packages/mine/sign-in/index']);
  });

  it('takes a yes, under a real name, and leads to the pass', async () => {
    serveAll(open, { [`POST ${LINK}/confirmation`]: () => ok(aBooking()) });
    await show();
    expect(find('#before-answer').textContent).toContain('两个人都要亲自来');
    await press('#agree');
    expect(sentTo('POST', `${LINK}/confirmation`)).toEqual([{ agree: true }]);
    await press('#see-pass');
    expect(phone.opened).toEqual(['/packages/marriage/pass/index?id=b1']);
  });

  it('takes a no without a real name, after it said that nobody sees it', async () => {
    useSession.setState({ status: 'signed-in', me: { accountId: 'two' } });
    serveAll(open, { 'GET /me': () => ok({ accountId: 'two' }), [`POST ${LINK}/decline`]: () => ({ status: 204 }) });
    await show();
    expect(document.querySelector('#agree')).toBeNull();
    phone.confirms = false;
    await press('#decline');
    expect(sentTo('POST', `${LINK}/decline`)).toEqual([]);
    phone.confirms = true;
    await press('#decline');
    expect(find('#declined').textContent).toContain('对方看不到');
  });

  it('lets whoever said no change their mind', async () => {
    serveAll({ ...open, youDeclined: true });
    await show();
    expect(find('.declined-before')).toBeTruthy();
    expect(find('#agree')).toBeTruthy();
    expect(document.querySelector('#decline')).toBeNull();
  });

  it('says on this phone alone why they cannot, and stays', async () => {
    const words = '您已经有一个“结婚登记”的预约了。';
    serveAll(open, { [`POST ${LINK}/confirmation`]: () => problem(409, 'booking.already-yours', words) });
    await show();
    await press('#agree');
    expect(find('#trouble').textContent).toContain(words);
    expect(find('#agree')).toBeTruthy();
  });

  it('of a sad matter names it only to whoever signed in', async () => {
    const { service: _service, kind: _kind, title: _title, ...bare } = open;
    serveAll({ ...bare, plain: true });
    await show();
    expect(find('#who-asks').textContent).toContain('张*请您一起办一件事');
  });

  it.each([
    ['used', '已经用过了'],
    ['expired', '过了时间'],
    ['revoked', '换了新的'],
  ] as const)('that is %s says so, and asks nothing', async (state, words) => {
    serveAll({ state });
    await show();
    expect(find('.closed-link').textContent).toContain(words);
    expect(document.querySelector('#agree')).toBeNull();
  });

  it('that nobody made is not there', async () => {
    serveAll(open, { [`GET ${LINK}`]: () => problem(404, 'request.not-found') });
    await show();
    expect(find('.no-link').textContent).toContain('打不开');
  });

  it('asks for another time, which needs nothing of whoever wants to keep the old one', async () => {
    serveAll({ ...open, change: true }, { [`POST ${LINK}/confirmation`]: () => ok(aBooking()) });
    await show();
    expect(find('#who-asks').textContent).toContain('没有点，就和现在一样');
    await press('#agree');
    expect(find('#agreed').textContent).toContain('新的时间定下来了');
  });
});
