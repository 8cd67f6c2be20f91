import type { BookingView } from '@jinmen/shared/bookings/views';
import type { FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { act, fireEvent, render } from '@testing-library/react';
import { signedIn } from '../../../../test/applications';
import { aBooking } from '../../../../test/bookings';
import { aFarewell, aPlace, aVoyage, keepFarewell, signedUp } from '../../../../test/farewells';
import { resetVault } from '../../../../test/memory-vault';
import { ok, problem, type Routes, sentTo, serve, unexpected } from '../../../../test/server';
import { phone, resetPhone } from '../../../../test/taro';
import { forgetBookings } from '../../../state/bookings';
import { forgetLooks } from '../../../state/public-looks';
import ConfirmPage from '../confirm/index';
import { closedFarewell, stopRetrying, useFarewell } from '../draft/session';
import ChoosePage from './index';

const PATH = '/farewells/f1';
const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 20))));
const find = (selector: string): Element => {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`nothing at ${selector}`);
  return found;
};
const text = (selector: string) => document.querySelector(selector)?.textContent ?? '';
const press = async (selector: string) => {
  fireEvent.click(find(selector));
  await settle();
};
const booked = (change: Partial<BookingView> = {}) =>
  aBooking({
    service: 'sea-scattering',
    kind: 'voyage',
    state: 'held',
    acts: ['confirm', 'renew', 'cancel'],
    ...change,
  });
const serveOne = (first: FarewellView, more: Routes = {}) => {
  const kept = keepFarewell(first);
  serve({
    [`GET ${PATH}`]: () => ok(kept.now()),
    [`PATCH ${PATH}`]: ({ body }) => ok(kept.patch(body).changed),
    'GET /voyages/v1': () => ok(aVoyage()),
    'GET /bookings/b1': () => ok(booked()),
    'GET /bookings/b1/pass': () => problem(409, 'booking.no-pass'),
    ...more,
  });
  return kept;
};
const held = signedUp({ place: aPlace(), acts: ['edit', 'confirm', 'change-voyage', 'withdraw'] });

beforeEach(async () => {
  resetPhone();
  resetVault();
  forgetLooks();
  await forgetBookings();
  useFarewell.setState(closedFarewell, true);
  await signedIn();
  phone.params = { voyage: 'v1', id: 'f1' };
});
afterEach(() => {
  stopRetrying();
  expect(unexpected).toEqual([]);
});

describe('a voyage that is chosen', () => {
  const show = async () => {
    render(<ChoosePage />);
    await settle();
  };

  it('says first what is not known of its price, then is kept, with who comes along', async () => {
    const kept = serveOne(signedUp(), {
      'POST /bookings': () => {
        kept.change({ place: aPlace() });
        return { status: 201, data: booked() };
      },
    });
    await show();
    expect(text('#money')).toContain('船票：待核定');
    await press('#company-aboard-more');
    await press('#hold');
    expect(kept.now().company.aboard).toBe(2);
    const body = { service: 'sea-scattering', kind: 'voyage', windowId: 'v1', details: { farewell: 'f1' } };
    expect(sentTo('POST', '/bookings')).toEqual([body]);
    expect(phone.opened).toEqual(['/packages/funeral/confirm/index?id=f1']);
  });

  it('by a family that did not sign up yet does it with the same tap, once there is a telephone', async () => {
    const kept = serveOne(aFarewell(), {
      [`POST ${PATH}/sign-up`]: () => {
        kept.change({ state: 'signed-up', phone: '138****5678', acts: ['edit', 'choose-voyage'] });
        return ok(kept.now());
      },
      'POST /bookings': () => ({ status: 201, data: booked() }),
    });
    await show();
    fireEvent.input(find('#field-contact-phone input'), { target: { value: '13812345678' } });
    fireEvent.blur(find('#field-contact-phone input'));
    await settle();
    await press('#hold');
    expect(sentTo('PATCH', PATH)).toEqual([{ version: 1, contact: { phone: '13812345678', wantsCalls: false } }]);
    expect(sentTo('POST', `${PATH}/sign-up`)).toEqual([{}]);
    expect(phone.opened).toEqual(['/packages/funeral/confirm/index?id=f1']);
  });

  it('that went to another family is told kindly, with others that have places', async () => {
    const near = aVoyage({ id: 'v2', day: '2027-04-11', startsAt: '2027-04-11T00:40:00.000Z' });
    serveOne(signedUp(), {
      'POST /bookings': () => problem(409, 'booking.window-full'),
      'GET /voyages': () =>
        ok({ voyages: [aVoyage({ state: 'full' }), near, aVoyage({ id: 'v3', state: 'planned' })] }),
    });
    await show();
    await press('#hold');
    expect(text('#lost')).toContain('这一班的位置刚刚定给了别家');
    expect(text('#lost')).toContain('4 月 11 日 周日 上午');
    expect(document.querySelector('#near-v3')).toBeNull();
    await press('#near-v2');
    expect(phone.opened).toEqual(['/packages/funeral/choose/index?voyage=v2&id=f1']);
  });

  it('on a day they said was impossible is asked about, and theirs when they say it is not', async () => {
    let asked = 0;
    serveOne(signedUp(), {
      'POST /bookings': () => {
        asked += 1;
        return asked === 1 ? problem(409, 'farewell.impossible-day', '这一天您说过去不了。') : ok(booked());
      },
    });
    await show();
    await press('#hold');
    expect(text('#trouble')).toContain('这一天您说过去不了');
    await press('#even-then');
    expect(sentTo('POST', '/bookings').at(-1)).toMatchObject({ details: { farewell: 'f1', evenThen: true } });
    expect(phone.opened).toEqual(['/packages/funeral/confirm/index?id=f1']);
  });

  it('that has no seats for all of them says so, and that some may be ashore', async () => {
    serveOne(signedUp({ company: { aboard: 5, ashore: 0, named: [] } }), {
      'POST /bookings': () => problem(409, 'booking.window-full'),
      'GET /voyages': () => ok({ voyages: [aVoyage({ state: 'nearly-full' })] }),
    });
    await show();
    await press('#hold');
    expect(text('#lost')).toContain('坐不下这么多位');
    expect(text('#lost')).toContain('岸上送');
  });

  it('without a network is not said to be kept', async () => {
    serveOne(signedUp());
    await show();
    const network = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await press('#hold');
    network.mockRestore();
    expect(phone.opened).toEqual([]);
    expect(text('.deed-said')).toContain('还没送出去');
    expect(sentTo('POST', '/bookings')).toEqual([]);
  });

  it('by somebody with several farewells is for one of them', async () => {
    phone.params = { voyage: 'v1' };
    const line = { id: 'f1', number: 'HM-7KQ2M9', state: 'signed-up', you: 'applicant', name: '张三', updatedAt: '' };
    serve({
      'GET /voyages/v1': () => ok(aVoyage()),
      'GET /farewells': () => ok({ items: [line, { ...line, id: 'f2', you: 'kin' }] }),
      'GET /farewell-asks': () => ok({ items: [] }),
    });
    await show();
    expect(document.querySelector('#for-f2')).toBeNull();
    await press('#for-f1');
    expect(phone.opened).toEqual(['/packages/funeral/choose/index?voyage=v1&id=f1']);
  });
});

describe('a place that is kept', () => {
  const show = async () => {
    render(<ConfirmPage />);
    await settle();
  };

  it('is kept until a time of day, with where to be, what to wear and what may be given to the sea', async () => {
    serveOne(held);
    await show();
    expect(text('.kept-until')).toContain('给您留到');
    expect(text('#meet')).toContain('示例码头');
    for (const card of ['#wear', '#scatter', '#weather', '#money']) expect(text(card)).not.toBe('');
    expect(text('#weather')).toContain('您没回话，也不会取消');
  });

  it('tells whom nobody comes along for neither where to be nor what to wear', async () => {
    serveOne({ ...held, way: 'proxy' });
    await show();
    expect(text('#their-voyage')).toContain('8:40 开船');
    expect(text('.page-root')).not.toContain('集合');
    expect(document.querySelector('#meet, #wear')).toBeNull();
    expect(text('#scatter')).toContain('由工作人员替您家送进海里');
  });

  it('is confirmed by one tap, and renewed where that is offered', async () => {
    const kept = serveOne(held, {
      'POST /bookings/b1/renewal': () => ok(booked({ version: 4, acts: ['confirm', 'cancel'] })),
      'POST /bookings/b1/confirmation': () => {
        kept.change({ place: aPlace({ state: 'confirmed' }), acts: ['edit', 'withdraw'] });
        return ok(booked({ state: 'confirmed', version: 5 }));
      },
    });
    await show();
    await press('#renew');
    expect(document.querySelector('#renew')).toBeNull();
    await press('#confirm');
    expect(phone.opened).toEqual(['/packages/funeral/farewell/index?id=f1']);
  });

  it('whose time is over says that the sign-up stands, and how to go on', async () => {
    const kept = serveOne(held, {
      'POST /bookings/b1/confirmation': () => {
        kept.change({ gone: 'place', acts: ['edit', 'choose-voyage', 'withdraw'] });
        return problem(409, 'booking.hold-lapsed');
      },
    });
    await show();
    await press('#confirm');
    expect(text('#lapsed')).toContain('您家的登记还在');
    await press('#again');
    expect(phone.opened).toEqual(['/packages/funeral/voyages/index?id=f1']);
  });

  it('is given back after a question, and the sign-up stays', async () => {
    const kept = serveOne(held, {
      'DELETE /bookings/b1': () => {
        kept.change({ gone: 'place', acts: ['edit', 'choose-voyage', 'withdraw'] });
        return { status: 204 };
      },
    });
    await show();
    phone.confirms = false;
    await press('#release');
    expect(sentTo('DELETE', '/bookings/b1')).toEqual([]);
    phone.confirms = true;
    await press('#release');
    expect(text('#lapsed')).toContain('您家的登记还在');
  });
});
