import { act, fireEvent, render } from '@testing-library/react';
import { signedIn } from '../../../../test/applications';
import { aBooking } from '../../../../test/bookings';
import { resetVault } from '../../../../test/memory-vault';
import { ok, problem, sentTo, serve } from '../../../../test/server';
import { phone, resetPhone } from '../../../../test/taro';
import { passWords } from '../../../copy/marriage-pass';
import { useBookings } from '../../../state/bookings';
import { useSession } from '../../../state/session';
import ReviewPage from './index';

const { review: words } = passWords;

const held = aBooking({
  state: 'held',
  holdUntil: '2099-11-26T07:40:00.000Z',
  acts: ['renew', 'confirm', 'cancel'],
  parties: [{ role: 'holder', name: '张*', you: true, confirmed: false }],
  details: { bothMainland: true },
});
const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 5))));
const show = async (booking = held, more = {}) => {
  serve({ 'GET /bookings/b1': () => ok(booking), 'GET /bookings/b1/pass': () => ({ status: 409 }), ...more });
  render(<ReviewPage />);
  await settle();
};
const press = async (selector: string) => {
  fireEvent.click(document.querySelector(selector) ?? document.body);
  await settle();
};
const type = (text: string) =>
  fireEvent.change(document.querySelector('#phone input') ?? document.body, { target: { value: text } });
const CONFIRM = '/bookings/b1/confirmation';

beforeEach(async () => {
  resetPhone();
  resetVault();
  await signedIn();
  useSession.setState({ status: 'signed-in', me: undefined });
  useBookings.setState({ bookings: undefined, passes: {}, fetchedAtMs: undefined, trouble: undefined });
  phone.params = { id: 'b1' };
});

describe('the look before the yes', () => {
  it('says until when the time is kept, by the clock of Tianjin, and that both must come', async () => {
    await show();
    expect(document.querySelector('.review-kept')?.textContent).toContain('15:40');
    expect(document.querySelector('#review-who')?.textContent).toContain(words.both);
  });

  it('books for two and goes to the other, with what was asked before kept', async () => {
    await show(held, { [`POST ${CONFIRM}`]: () => ok({ ...held, state: 'pending-partner', version: 4 }) });
    type('138 0000 0001');
    await press('#ceremony');
    await press('#confirm');
    expect(sentTo('POST', CONFIRM)).toEqual([
      { phone: '138 0000 0001', details: { bothMainland: true, ceremony: true }, partnerWay: 'own-phone' },
    ]);
    expect(phone.opened).toEqual(['/packages/marriage/parties/index?id=b1']);
  });

  it('books for one and shows the pass, without a word of anybody else', async () => {
    const alone = { ...held, kind: 'counselling', details: {} };
    await show(alone, { [`POST ${CONFIRM}`]: () => ok({ ...alone, state: 'confirmed', version: 4 }) });
    expect(document.querySelector('#review-who')?.textContent).not.toContain(words.both);
    await press('#confirm');
    expect(sentTo('POST', CONFIRM)).toEqual([{}]);
    expect(phone.opened).toEqual(['/packages/marriage/pass/index?id=b1']);
  });

  it('sends nothing while the number cannot be one', async () => {
    await show();
    type('12');
    await press('#confirm');
    expect(sentTo('POST', CONFIRM)).toEqual([]);
    expect(document.querySelector('.field-error')).not.toBeNull();
  });

  it('whose time ran out meanwhile leads to the times again', async () => {
    await show(held, { [`POST ${CONFIRM}`]: () => problem(409, 'booking.hold-lapsed', '给您留的时间已经过了。') });
    await press('#confirm');
    await press('#again');
    expect(phone.opened[0]).toContain('slots/index?kind=marriage&site=yifeng-street&day=2026-12-05');
  });

  it('can be kept for longer, once', async () => {
    const renewed = { ...held, version: 4, acts: ['confirm'], holdUntil: '2099-11-26T07:50:00.000Z' };
    await show(held, { 'POST /bookings/b1/renewal': () => ok(renewed) });
    await press('#renew');
    expect(document.querySelector('.review-kept')?.textContent).toContain('15:50');
    expect(document.querySelector('#renew')).toBeNull();
  });

  it('lets go of a time that ran out while it was looked at, and asks nothing more', async () => {
    await show({ ...held, holdUntil: '2026-01-01T00:00:00.000Z' });
    expect(document.querySelector('#lapsed')).not.toBeNull();
    expect(document.querySelector('#confirm')).toBeNull();
  });

  it('opened by the one who was asked offers no yes here', async () => {
    await show(aBooking({ state: 'pending-partner', acts: [] }));
    expect(document.querySelector('#confirm')).toBeNull();
    await press('#lead-on');
    expect(phone.opened).toEqual(['/packages/marriage/parties/index?id=b1']);
  });
});
