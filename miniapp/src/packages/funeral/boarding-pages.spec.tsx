import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { ComponentType } from 'react';
import { signedIn } from '../../../test/applications';
import { aCertificate, aPlace, aPlacedFarewell, somePasses } from '../../../test/boarding';
import { aBooking } from '../../../test/bookings';
import { aVoyage } from '../../../test/farewells';
import { memoryVault, resetVault } from '../../../test/memory-vault';
import { noNetwork, ok, problem, sentTo, serve } from '../../../test/server';
import { phone, resetPhone } from '../../../test/taro';
import {
  seaChangeWords as changeWords,
  memoryWords,
  passesWords,
  seaCertificateWords,
} from '../../copy/funeral-boarding';
import { useBookings } from '../../state/bookings';
import { forgetLooks } from '../../state/public-looks';
import { signOut, useSession } from '../../state/session';
import CertificatePage from './certificate/index';
import ChangePage from './change/index';
import MemoryPage from './memory/index';
import { forgetOwnLooks, useOwnLooks } from './own-look';
import PassesPage from './passes/index';
import { qrPicture } from './passes/qr';

const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 10))));
const show = async (Page: ComponentType) => {
  const page = render(<Page />);
  await settle();
  return page;
};
const press = async (selector: string) => {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`nothing to press at ${selector}`);
  fireEvent.click(found);
  await settle();
};
const text = (selector: string) => document.querySelector(selector)?.textContent ?? '';
const shownQr = () => document.querySelector('.sea-pass-picture')?.getAttribute('src');
/** The app was killed: what is left is in the vault. */
const restarted = () => {
  cleanup();
  useOwnLooks.setState({}, true);
};

beforeEach(async () => {
  resetPhone();
  resetVault();
  await signedIn();
  useSession.setState({ status: 'signed-in', me: undefined });
  useBookings.setState({ bookings: undefined, passes: {}, fetchedAtMs: undefined, trouble: undefined });
  await forgetOwnLooks();
  forgetLooks();
  phone.params = { id: 'f1' };
  jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2027-04-09T02:00:00Z'));
});

describe('the passes of a family', () => {
  const PASSES = 'GET /farewells/f1/passes';

  it('say first where to be and when, and show one code at a time, each person’s own', async () => {
    serve({ [PASSES]: () => ok(somePasses()) });
    await show(PassesPage);
    expect(text('#passes-when')).toContain('8:00 在示例码头集合，8:40 开船');
    expect(shownQr()).toBe(qrPicture('JM-7KQ2M9-1.482177.aa'));
    expect(document.querySelectorAll('.sea-pass-picture')).toHaveLength(1);
    await press('#next-pass');
    expect(shownQr()).toBe(qrPicture('JM-7KQ2M9-2.015533.bb'));
    expect([text('#sea-pass-number'), text('#sea-pass-code')]).toEqual(['JM-7KQ2M9-2', '015533']);
    await press('#pass-of-4');
    expect(text('#shown-pass')).toContain('在岸上送');
    expect(text('#passes-bring')).toContain('身份证');
  });

  it('open without a network after the app was killed, and leave the phone with whoever signs out', async () => {
    serve({ [PASSES]: () => ok(somePasses()) });
    await show(PassesPage);
    restarted();
    phone.reply = noNetwork;
    await show(PassesPage);
    expect(shownQr()).toBe(qrPicture('JM-7KQ2M9-1.482177.aa'));
    expect(text('.as-of')).toContain('没网');
    await act(async () => void (await signOut()));
    expect(JSON.stringify([...memoryVault.sealed])).not.toContain('482177');
    expect(shownQr()).toBeUndefined();
  });

  it('begin with whoever has not boarded yet, and say when the others did', async () => {
    const [first, ...rest] = somePasses().passes;
    const boarded = { ...(first ?? rest[0]), boardedAt: '2027-04-10T00:20:00.000Z' };
    serve({ [PASSES]: () => ok({ ...somePasses(), passes: [boarded, ...rest] }) });
    await show(PassesPage);
    expect(text('#shown-pass')).toContain('第 2 位');
    expect(text('#pass-of-1')).toContain('8:20 上了船');
  });

  it('show no code for a voyage that does not sail, and lead to another day', async () => {
    serve({ [PASSES]: () => ok(somePasses({ state: 'displaced', voyage: aVoyage({ state: 'suspended' }) })) });
    await show(PassesPage);
    expect(shownQr()).toBeUndefined();
    expect(text('#passes-suspended')).toContain(passesWords.suspended.line);
    await press('#passes-to-change');
    expect(phone.opened).toEqual(['/packages/funeral/change/index?id=f1']);
  });

  it('of a place that is no longer theirs are no codes', async () => {
    serve({ [PASSES]: () => ok(somePasses({ state: 'cancelled' })) });
    await show(PassesPage);
    expect(shownQr()).toBeUndefined();
    expect(text('#passes-over')).toContain('96456');
  });

  it('are none for 代撒, said without blame; and before there is a place', async () => {
    serve({ [PASSES]: () => ok(somePasses({ passes: [] })) });
    const page = await show(PassesPage);
    expect(text('#nobody-comes')).toContain(passesWords.nobody.line);
    expect(phone.barTitles.at(-1)).toBe('那天怎么送');
    expect(text('#passes-when')).toContain('8:40 开船');
    expect(text('.page-root')).not.toMatch(/集合|上船的码|到了报/);
    page.unmount();
    await forgetOwnLooks();
    serve({ [PASSES]: () => problem(409, 'farewell.no-passes') });
    await show(PassesPage);
    expect(text('#no-passes')).toContain(passesWords.none);
    expect(document.querySelector('#trouble')).toBeNull();
  });

  it('lead to another day only before anybody of them is aboard and before it sails, by the server’s clock', async () => {
    const change = () => document.querySelector('#passes-change');
    const at = async (now: string, state: 'confirmed' | 'checked-in') => {
      jest.spyOn(Date, 'now').mockReturnValue(Date.parse(now));
      await forgetOwnLooks();
      serve({ [PASSES]: () => ok(somePasses({ state })) });
      const page = await show(PassesPage);
      const offered = change() !== null;
      page.unmount();
      return offered;
    };
    expect(await at('2027-04-10T00:00:00Z', 'confirmed')).toBe(true);
    expect(await at('2027-04-10T00:00:00Z', 'checked-in')).toBe(false);
    expect(await at('2027-04-10T00:41:00Z', 'confirmed')).toBe(false);
  });

  it('after their day lead to the certificate', async () => {
    jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2027-04-11T02:00:00Z'));
    serve({ [PASSES]: () => ok(somePasses()) });
    await show(PassesPage);
    await press('#passes-certificate');
    expect(phone.opened).toEqual(['/packages/funeral/certificate/index?id=f1']);
  });
});

describe('another day', () => {
  const FAREWELL = 'GET /farewells/f1';
  const MOVE = 'POST /bookings/b7/reschedule';
  const lost = aVoyage({ state: 'suspended', why: '明天海上风大，船不能出去。' });
  const [kept, ...others] = ['v2', 'v3', 'v4'].map((id, at) =>
    aVoyage({ id, day: `2027-04-${17 + at}`, startsAt: `2027-04-${17 + at}T00:40:00.000Z` } as object),
  );
  const offered = aPlace({
    state: 'displaced',
    voyage: lost,
    keptUntil: '2027-04-14T08:00:00.000Z',
    offers: { ...(kept && { kept }), others },
  });
  const moved = aPlace({ voyage: kept ?? lost });

  it('stands there as the place held, two others and leaving it, none drawn louder than the rest', async () => {
    serve({ [FAREWELL]: () => ok(aPlacedFarewell(offered)) });
    await show(ChangePage);
    expect(text('#suspended')).toContain('明天海上风大，船不能出去。您可以改到任意一班，也可以等我们电话。');
    expect(text('#kept')).toContain('给您留到 4 月 14 日 16:00');
    const looks = ['#take-v2', '#take-v3', '#take-v4', '#leave-it'].map((id) => document.querySelector(id)?.className);
    expect(new Set(looks).size).toBe(1);
    expect(document.querySelector('.button-primary')).toBeNull();
  });

  it('is taken in one tap, sent once, and every pass stays as it was', async () => {
    let place = offered;
    serve({
      [FAREWELL]: () => ok(aPlacedFarewell(place)),
      [MOVE]: () => {
        place = moved;
        return ok(aBooking({ id: 'b7', details: { farewell: 'f1' } }));
      },
    });
    await show(ChangePage);
    fireEvent.click(document.querySelector('#take-v2') as Element);
    await press('#take-v2');
    expect(sentTo('POST', '/bookings/b7/reschedule')).toEqual([{ windowId: 'v2' }]);
    expect(text('.change-said')).toBe(changeWords.moved('4 月 17 日 周六 上午'));
    expect(text('#now-placed')).toContain('4 月 17 日');
  });

  it('may be left open: that is said once, moves nothing, and the page says who calls', async () => {
    serve({ [FAREWELL]: () => ok(aPlacedFarewell(offered)), 'POST /bookings/b7/later': () => ok({}) });
    await show(ChangePage);
    await press('#leave-it');
    expect(text('#later')).toContain(changeWords.later.done);
    expect(sentTo('POST', '/bookings/b7/later')).toHaveLength(1);
    expect(sentTo('POST', '/bookings/b7/reschedule')).toEqual([]);
    expect(document.querySelector('#take-v2')).not.toBeNull();
  });

  it('that somebody else was given meanwhile loses nothing', async () => {
    serve({ [FAREWELL]: () => ok(aPlacedFarewell(offered)), [MOVE]: () => problem(409, 'booking.window-full') });
    await show(ChangePage);
    await press('#take-v3');
    expect(text('.change-said')).toBe(changeWords.gone);
    expect(document.querySelector('#take-v2')).not.toBeNull();
  });

  it('without a network is not claimed, and the next tap sends the same', async () => {
    serve({ [FAREWELL]: () => ok(aPlacedFarewell(offered)) });
    await show(ChangePage);
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    await press('#take-v2');
    Object.defineProperty(navigator, 'onLine', { value: true, configurable: true });
    expect(text('.change-said')).toBe(changeWords.offline);
    expect(sentTo('POST', '/bookings/b7/reschedule')).toEqual([]);
  });

  it('while none was found promises a call and nothing else', async () => {
    serve({ [FAREWELL]: () => ok(aPlacedFarewell(aPlace({ state: 'displaced', voyage: lost }))) });
    await show(ChangePage);
    expect(text('#nothing-found')).toContain(changeWords.nothing.line);
    expect(text('#later')).toContain(changeWords.later.line);
  });

  it('whose kept place was taken over by time says so without blame, and shows what there is', async () => {
    const late = { ...offered, offers: { others } };
    serve({ [FAREWELL]: () => ok(aPlacedFarewell(late)), 'GET /voyages': () => ok({ voyages: [kept, lost] }) });
    await show(ChangePage);
    expect(document.body.textContent).toContain(changeWords.passed);
    await press('#all-voyages');
    expect(text('#other-voyages')).toContain('4 月 17 日');
    expect(document.querySelectorAll('#other-voyages .voyage-card')).toHaveLength(1);
  });

  it('is read along by the rest of the family, who cannot take it', async () => {
    serve({ [FAREWELL]: () => ok(aPlacedFarewell(offered, { you: 'kin' })) });
    await show(ChangePage);
    expect(text('#kept')).toContain('4 月 17 日');
    expect(document.querySelector('#take-v2')).toBeNull();
    expect(document.body.textContent).toContain(changeWords.kinOnly);
  });

  it('of their own keeps what they have until the new one is sure, and can be given back without a reason', async () => {
    jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2027-04-01T02:00:00Z'));
    serve({
      [FAREWELL]: () => ok(aPlacedFarewell(aPlace())),
      'GET /voyages': () => ok({ voyages: [aVoyage(), kept] }),
      'DELETE /bookings/b7': () => ok(aBooking({ id: 'b7', state: 'cancelled' })),
    });
    await show(ChangePage);
    expect(document.body.textContent).toContain(changeWords.own.line);
    await press('#pick-voyage');
    expect(document.querySelectorAll('#other-voyages .voyage-card')).toHaveLength(1);
    phone.confirms = false;
    await press('#cancel');
    expect(sentTo('DELETE', '/bookings/b7')).toHaveLength(0);
    phone.confirms = true;
    await press('#cancel');
    expect(sentTo('DELETE', '/bookings/b7')).toHaveLength(1);
    expect(text('.change-said')).toBe(changeWords.own.cancel.done);
  });

  it('is none once somebody of them is there, or it has sailed: nothing is offered, and nothing can be given back', async () => {
    const page = async (now: string, state: 'confirmed' | 'checked-in') => {
      jest.spyOn(Date, 'now').mockReturnValue(Date.parse(now));
      await forgetOwnLooks();
      serve({ [FAREWELL]: () => ok(aPlacedFarewell(aPlace({ state }))) });
      const shown = await show(ChangePage);
      const seen = [text('.voyage-begun'), document.querySelector('#cancel')];
      shown.unmount();
      return seen;
    };
    expect(await page('2027-04-10T00:20:00Z', 'checked-in')).toEqual([changeWords.own.aboard, null]);
    expect(await page('2027-04-10T00:50:00Z', 'confirmed')).toEqual([changeWords.own.sailed, null]);
  });

  it('close before sailing is a call, not a closed door', async () => {
    serve({ [FAREWELL]: () => ok(aPlacedFarewell(aPlace())) });
    await show(ChangePage);
    expect(document.body.textContent).toContain(changeWords.own.closed);
    expect(document.querySelector('#pick-voyage')).toBeNull();
    expect(document.querySelector('#cancel')).not.toBeNull();
  });
});

describe('the certificate', () => {
  const CERTIFICATE = 'GET /farewells/f1/certificate';

  it('says when and where in words, opens without a network, and can be printed', async () => {
    serve({ [CERTIFICATE]: () => ok(aCertificate()) });
    await show(CertificatePage);
    expect(text('.certificate-lead')).toBe('4 月 10 日 周六 9:52，船在北纬 38 度 56.20 分，东经 117 度 58.40 分停过。');
    expect(text('#certificate')).toContain('王建国');
    restarted();
    phone.reply = noNetwork;
    await show(CertificatePage);
    expect(text('#certificate')).toContain('7K2QF-0M3D1-9AXB4-22C7E');
    const print = jest.spyOn(globalThis, 'print').mockImplementation(() => undefined);
    await press('#print');
    expect(print).toHaveBeenCalledTimes(1);
  });

  it('of somebody whose name the family never gave has the number of the sign-up, and no name made of it', async () => {
    const { name: _name, ...nameless } = aCertificate();
    serve({ [CERTIFICATE]: () => ok(nameless) });
    await show(CertificatePage);
    expect(text('#certificate')).toContain('登记号HM-7KQ2M9');
    expect(text('#certificate')).not.toContain('亲人');
  });

  it('before the vessel reported says that it comes', async () => {
    serve({ [CERTIFICATE]: () => problem(409, 'farewell.no-certificate') });
    await show(CertificatePage);
    expect(text('#no-certificate')).toContain(seaCertificateWords.none);
  });
});

describe('what somebody keeps for themselves', () => {
  const MEMORY = '/farewells/f1/memory';
  const view = { yearly: 'not-asked', certificate: aCertificate() };
  const type = (words: string) =>
    act(async () => void fireEvent.input(document.querySelector('textarea') as Element, { target: { value: words } }));

  it('is saved when they say so, and survives a killed app before', async () => {
    serve({ [`GET ${MEMORY}`]: () => ok(view), [`PUT ${MEMORY}`]: () => ok({ ...view, words: '那天海很平。' }) });
    await show(MemoryPage);
    await type('那天海很平。');
    restarted();
    await show(MemoryPage);
    expect(document.querySelector('textarea')?.value).toBe('那天海很平。');
    await press('#save-words');
    expect(sentTo('PUT', MEMORY)).toEqual([{ words: '那天海很平。' }]);
    expect(text('.memory-said')).toBe(memoryWords.saved);
    expect(JSON.stringify([...memoryVault.sealed])).not.toContain('海很平');
  });

  it('that does not open once is left as it is, is said to be here, and stands there when it opens', async () => {
    memoryVault.sealed.set('farewell-words', '{"f1":"没存上的话"}');
    memoryVault.unreadable = true;
    serve({ [`GET ${MEMORY}`]: () => ok(view) });
    await show(MemoryPage);
    expect(screen.getByText(memoryWords.shut)).toBeTruthy();
    memoryVault.unreadable = false;
    await press('#open-again');
    expect(document.querySelector('textarea')?.value).toBe('没存上的话');
    expect(screen.queryByText(memoryWords.shut)).toBeNull();
  });

  it('is neither written over nor let go of by what is written and saved instead', async () => {
    memoryVault.sealed.set('farewell-words', '{"f1":"没存上的话"}');
    memoryVault.unreadable = true;
    serve({ [`GET ${MEMORY}`]: () => ok(view), [`PUT ${MEMORY}`]: () => ok({ ...view, words: '新的话' }) });
    await show(MemoryPage);
    memoryVault.unreadable = false;
    await type('新的话');
    expect(document.querySelector('#open-again')).toBeNull();
    await press('#save-words');
    expect(text('.memory-said')).toBe(memoryWords.saved);
    expect(memoryVault.sealed.get('farewell-words')).toBe('{"f1":"没存上的话"}');
  });

  it('typed on a phone that keeps nothing says that only 存下来 keeps it', async () => {
    serve({ [`GET ${MEMORY}`]: () => ok(view) });
    await show(MemoryPage);
    memoryVault.refuses = true;
    await type('新的话');
    await settle();
    expect(screen.getByText(memoryWords.notKept)).toBeTruthy();
  });

  it('is wiped after one question', async () => {
    serve({ [`GET ${MEMORY}`]: () => ok({ ...view, words: '旧的话' }), [`PUT ${MEMORY}`]: () => ok(view) });
    await show(MemoryPage);
    await press('#wipe-words');
    expect(sentTo('PUT', MEMORY)).toEqual([{ words: '' }]);
    expect(document.querySelector('textarea')?.value).toBe('');
  });

  it('asks about the day of each year once; no is an answer', async () => {
    let yearly = 'not-asked';
    serve({
      [`GET ${MEMORY}`]: () => ok({ ...view, yearly }),
      [`PUT ${MEMORY}`]: () => {
        yearly = 'no';
        return ok({ ...view, yearly });
      },
    });
    const page = await show(MemoryPage);
    expect(text('#yearly')).toContain(memoryWords.yearly.title);
    await press('#yearly-no');
    page.unmount();
    await show(MemoryPage);
    expect(text('#yearly')).not.toContain(memoryWords.yearly.title);
    expect(text('#yearly')).toContain(memoryWords.yearly.isNo);
  });

  it('asks nothing while there is no day to be told of', async () => {
    serve({ [`GET ${MEMORY}`]: () => ok({ yearly: 'not-asked' }) });
    await show(MemoryPage);
    expect(document.querySelector('#yearly')).toBeNull();
  });
});
