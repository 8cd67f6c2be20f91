import type { BookingState } from '@jinmen/shared/bookings/views';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { aBooking } from '../../../../test/bookings';
import { memoryVault, resetVault } from '../../../../test/memory-vault';
import { noNetwork, ok, sentTo, serve } from '../../../../test/server';
import { phone, resetPhone } from '../../../../test/taro';
import { beginSession, dropSession } from '../../../platform/session';
import { useBookings } from '../../../state/bookings';
import { useTemplates } from '../../../state/messages';
import { loadNotices, useNotices } from '../../../state/notices';
import { signOut, useSession } from '../../../state/session';
import NoticesPage from './index';

const notice = (id: string, read: boolean) => ({
  id,
  title: `第${id}条`,
  line: '点开看看。',
  at: '2026-11-24T02:05:00Z',
  read,
  about: { kind: 'application', id: `a${id}` },
});
const nothing = { notices: undefined, nextCursor: undefined, fetchedAtMs: undefined, trouble: undefined };
const settle = () => act(async () => new Promise((later) => setTimeout(later)));
const titles = (container: HTMLElement) =>
  [...container.querySelectorAll('.notice-row .list-row-title')].map(({ textContent }) => textContent);
const open = async () => {
  const page = render(<NoticesPage />);
  await settle();
  return page;
};

beforeEach(async () => {
  resetPhone();
  resetVault();
  useNotices.setState(nothing);
  useTemplates.setState({ templates: [] });
  useSession.setState({ status: 'signed-in', me: undefined });
  await dropSession();
  await beginSession({ accessToken: 'a', refreshToken: 'r' });
});

describe('the messages', () => {
  it('show what was not read first, and say which in words', async () => {
    serve({ 'GET /notices': () => ok({ items: [notice('1', true), notice('2', false)] }) });
    const { container } = await open();
    expect(titles(container)).toEqual(['第2条', '第1条']);
    expect(screen.getAllByText('没看过')).toHaveLength(1);
  });

  it('lead to the application they are about, and are read from then on', async () => {
    serve({
      'GET /notices': () => ok({ items: [notice('2', false)] }),
      'POST /notices/2/read': () => ({ status: 204 }),
    });
    await open();
    fireEvent.click(screen.getByText('第2条'));
    await settle();
    expect(phone.opened).toEqual(['/packages/relief/case/index?id=a2']);
    expect(sentTo('POST', '/notices/2/read')).toHaveLength(1);
    expect(screen.queryByText('没看过')).toBeNull();
  });

  it.each(['known', 'unknown'] as const)(
    'about a place on a voyage, %s before, lead where it is now',
    async (before) => {
      const about = { kind: 'booking', id: 'b7' };
      const place = (state: BookingState) => aBooking({ id: 'b7', state, acts: [], details: { farewell: 'f1' } });
      useBookings.setState({ bookings: before === 'known' ? [place('confirmed')] : [] });
      serve({
        'GET /notices': () => ok({ items: [{ ...notice('2', true), about }] }),
        'POST /notices/2/read': () => ({ status: 204 }),
        'GET /bookings/b7': () => ok(place('displaced')),
      });
      await open();
      fireEvent.click(screen.getByText('第2条'));
      await settle();
      await settle();
      expect(phone.opened).toEqual(['/packages/funeral/change/index?id=f1']);
    },
  );

  it('about one application are all read at once, and the others stay', async () => {
    const same = { ...notice('3', false), about: { kind: 'application', id: 'a2' } };
    serve({
      'GET /notices': () => ok({ items: [notice('2', false), same, notice('4', false)] }),
      'POST /notices/2/read': () => ({ status: 204 }),
      'POST /notices/3/read': () => ({ status: 204 }),
    });
    await open();
    fireEvent.click(screen.getByText('第2条'));
    await settle();
    expect([sentTo('POST', '/notices/2/read'), sentTo('POST', '/notices/3/read')].map(({ length }) => length)).toEqual([
      1, 1,
    ]);
    expect(screen.getAllByText('没看过')).toHaveLength(1);
  });

  it('when there are none say what will come here', async () => {
    serve({ 'GET /notices': () => ok({ items: [] }) });
    await open();
    expect(screen.getByText('现在没有消息。')).toBeTruthy();
  });

  it('go on with older ones, none twice', async () => {
    const pages = [
      { items: [notice('3', true), notice('2', true)], nextCursor: 'c' },
      { items: [notice('2', true), notice('1', true)] },
    ];
    serve({ 'GET /notices': ({ path }) => ok(path.includes('cursor=c') ? pages[1] : pages[0]) });
    const { container } = await open();
    fireEvent.click(screen.getByText('再看早一些的'));
    await settle();
    expect(titles(container)).toEqual(['第3条', '第2条', '第1条']);
    expect(screen.queryByText('再看早一些的')).toBeNull();
  });

  it('without a network are those of the last time, with its moment, also after the app was killed', async () => {
    serve({ 'GET /notices': () => ok({ items: [notice('1', true)] }) });
    await loadNotices();
    useNotices.setState(nothing);
    phone.reply = noNetwork;
    const { container } = await open();
    expect(titles(container)).toEqual(['第1条']);
    expect(screen.getByText(/^现在没有网，看的是 .+ 的内容。$/)).toBeTruthy();
  });

  it('without a network and without a copy say so, with a way to try again', async () => {
    phone.reply = noNetwork;
    await open();
    serve({ 'GET /notices': () => ok({ items: [notice('1', true)] }) });
    fireEvent.click(screen.getByText('再试一次'));
    await settle();
    expect(screen.getByText('第1条')).toBeTruthy();
  });

  it('are shown to nobody who is not signed in, not even those of the last time', async () => {
    serve({ 'GET /notices': () => ok({ items: [notice('1', true)] }) });
    await loadNotices();
    serve({ 'GET /notices': () => ({ status: 401 }), 'POST /sessions/refresh': () => ({ status: 401 }) });
    await open();
    expect(screen.queryByText('第1条')).toBeNull();
    expect(screen.getByText('登录')).toBeTruthy();
  });

  it('leave the phone with whoever signs out', async () => {
    serve({ 'GET /notices': () => ok({ items: [notice('1', true)] }) });
    await loadNotices();
    expect(memoryVault.sealed.has('notices')).toBe(true);
    await signOut();
    expect(memoryVault.sealed.has('notices')).toBe(false);
    expect(useNotices.getState().notices).toBeUndefined();
  });
});
