import type { AdultView } from '@jinmen/shared/applications/adults';
import { act, fireEvent, render } from '@testing-library/react';
import { aDraft, signedIn } from '../../../../test/applications';
import { resetVault } from '../../../../test/memory-vault';
import { noNetwork, ok, problem, type Routes, sentTo, serve, unexpected } from '../../../../test/server';
import { phone, resetPhone } from '../../../../test/taro';
import SignInTurnPage from '../sign-in-turn';
import AdultPage from './index';

const AUTHORISATIONS = '/relief/applications/a1/authorisations';
const wife = (change: Partial<AdultView> = {}): AdultView => ({
  member: 'm1',
  name: '示*偶',
  idNumber: '1****************X',
  you: false,
  state: 'not-asked',
  ...change,
});
const link = { sentAt: '2026-11-25T02:00:00Z', expiresAt: '2026-11-28T02:00:00Z', state: 'open' } as const;

const view = (adult: AdultView) => aDraft({ adults: [adult], fields: { statement: '家里的难处' } });
const serveAll = (adult: AdultView, more: Routes = {}) =>
  serve({ 'GET /relief/applications/a1': () => ok(view(adult)), ...more });

beforeEach(async () => {
  resetPhone();
  resetVault();
  await signedIn();
  phone.params = { id: 'a1', member: 'm1' };
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
const type = (selector: string, value: string) =>
  fireEvent.input(find(`${selector} input, ${selector} textarea`), { target: { value } });
const show = async (page: React.JSX.Element) => {
  render(page);
  await settle();
};

describe('the ways in which somebody else can sign', () => {
  it('lead to a page that is theirs, in place of this one', async () => {
    serveAll(wife());
    await show(<AdultPage />);
    await press('#hand-over');
    expect(phone.opened).toEqual(['/packages/mine/sign-in-turn/index?id=a1&member=m1']);
  });

  it('are a link that is copied or sent as a card, known only until the page is left', async () => {
    serveAll(wife(), {
      [`POST ${AUTHORISATIONS}`]: () =>
        ok({
          ...view(wife({ state: 'link-sent', link })),
          invitation: { token: 'T0', expiresAt: link.expiresAt, bySms: false },
        }),
    });
    await show(<AdultPage />);
    expect(phone.card?.().path).not.toContain('authorise');
    await press('#make-link');
    expect(sentTo('POST', AUTHORISATIONS)).toEqual([{ member: 'm1', way: 'link' }]);
    expect(phone.card?.()).toEqual({ title: '家里人请您看一件事', path: '/packages/mine/authorise/index?t=T0' });
    const written = jest.fn(async (_text: string) => undefined);
    Object.assign(navigator, { clipboard: { writeText: written } });
    await press('#copy-link');
    expect(written.mock.calls[0]?.[0]).toMatch(/#\/packages\/mine\/authorise\/index\?t=T0$/);
    expect(phone.copied).toEqual([]);
    expect(JSON.stringify([...phone.stored])).not.toContain('T0');
  });

  it('show the link to be copied by hand where the phone does not copy', async () => {
    serveAll(wife(), {
      [`POST ${AUTHORISATIONS}`]: () =>
        ok({ ...view(wife({ link })), invitation: { token: 'T1', expiresAt: link.expiresAt, bySms: false } }),
    });
    await show(<AdultPage />);
    await press('#make-link');
    Object.assign(navigator, { clipboard: undefined });
    await press('#copy-link');
    expect(find('.link-address').textContent).toContain('t=T1');
  });

  it('are a link that is still good where it could not be taken back, which is said; two taps ask once', async () => {
    serveAll(wife({ state: 'link-sent', link }), {
      [`DELETE ${AUTHORISATIONS}/m1/link`]: noNetwork,
    });
    await show(<AdultPage />);
    act(() => {
      fireEvent.click(find('#revoke-link'));
      fireEvent.click(find('#revoke-link'));
    });
    await settle();
    expect(sentTo('DELETE', `${AUTHORISATIONS}/m1/link`)).toHaveLength(1);
    expect(find('.link-said').textContent).toContain('链接可能还能用');
  });

  it('are a text message only to a number that is one', async () => {
    serveAll(wife(), { [`POST ${AUTHORISATIONS}`]: () => problem(422, 'signature.no-sms', '现在发不了短信。') });
    await show(<AdultPage />);
    await press('#by-sms');
    type('#sms-phone', '12');
    await press('#send-sms');
    expect(sentTo('POST', AUTHORISATIONS)).toEqual([]);
    type('#sms-phone', '13800000000');
    await press('#send-sms');
    expect(sentTo('POST', AUTHORISATIONS)).toEqual([{ member: 'm1', way: 'link', phone: '13800000000' }]);
    expect(find('#trouble').textContent).toContain('现在发不了短信');
  });

  it('are also that they are not there, with a reason for staff', async () => {
    serveAll(wife(), {
      [`POST ${AUTHORISATIONS}`]: () => ok(view(wife({ state: 'unreachable' }))),
    });
    await show(<AdultPage />);
    await press('#say-unreachable');
    expect(sentTo('POST', AUTHORISATIONS)).toEqual([]);
    expect(find('.field-error').textContent).toContain('先写一句');
    type('#reason', '在外地，电话不通');
    await press('#say-unreachable');
    expect(sentTo('POST', AUTHORISATIONS)).toEqual([{ member: 'm1', way: 'unreachable', reason: '在外地，电话不通' }]);
    expect(find('.adult-saved')).toBeTruthy();
  });

  it('are a link still where they signed on this phone, and nobody looks before the street has asked them', async () => {
    serveAll(wife({ state: 'signed', way: 'this-phone', at: link.sentAt, unasked: true }));
    await show(<AdultPage />);
    expect(find('.adult-unasked').textContent).toContain('问过本人，才查');
    expect(find('#make-link')).toBeTruthy();
    for (const way of ['#hand-over', '#say-desk', '#absent']) expect(document.querySelector(way)).toBeNull();
  });

  it('are none once they signed', async () => {
    serveAll(wife({ state: 'signed', way: 'own-phone', at: link.sentAt }));
    await show(<AdultPage />);
    expect(document.querySelector('#hand-over')).toBeNull();
    expect(find('.adult-signed').textContent).toContain('示*偶签过了');
  });
});

describe('on this phone, in turn', () => {
  it('whoever it is handed to sees who is asked and for what, and nothing of the application', async () => {
    serveAll(wife());
    await show(<SignInTurnPage />);
    expect(find('#asked').textContent).toContain('示*偶');
    expect(find('#asked').textContent).toContain('存款');
    expect(document.body.textContent).not.toContain('家里的难处');
  });

  it('their own number is asked for, a wrong one is said with how often is left, and the right one signs', async () => {
    let left = 1;
    serveAll(wife(), {
      [`POST ${AUTHORISATIONS}`]: ({ body }) =>
        (body as { idNumber: string }).idNumber === '123X'
          ? ok(view(wife({ state: 'signed', way: 'this-phone' })))
          : ok({ ...view(wife()), wrongNumber: { left: left-- } }),
    });
    await show(<SignInTurnPage />);
    await press('#agree');
    expect(find('.field-error').textContent).toContain('最后四位');
    type('#own-number', '0000');
    await press('#agree');
    expect(find('.field-error').textContent).toContain('还能填 1 次');
    type('#own-number', '123X');
    await press('#agree');
    expect(find('#signed-in-turn').textContent).toContain('请把手机还给');
    expect(sentTo('POST', AUTHORISATIONS).at(-1)).toEqual({
      member: 'm1',
      way: 'this-phone',
      accepted: true,
      idNumber: '123X',
    });
    expect(JSON.stringify([...phone.stored])).not.toContain('123X');
  });

  it('is not offered again where it was refused: the other ways are', async () => {
    const why = '这个字在这部手机上签不了。';
    serveAll(wife(), { [`POST ${AUTHORISATIONS}`]: () => problem(409, 'signature.not-here', why) });
    await show(<SignInTurnPage />);
    type('#own-number', '123X');
    await press('#agree');
    expect(find('#trouble').textContent).toContain(why);
    expect(document.querySelector('#agree')).toBeNull();
    await press('#other-ways');
    expect(phone.opened).toEqual(['/packages/mine/adult/index?id=a1&member=m1&here=no']);
    phone.params = { id: 'a1', member: 'm1', here: 'no' };
    document.body.innerHTML = '';
    await show(<AdultPage />);
    expect(document.querySelector('#hand-over')).toBeNull();
    expect(find('#make-link')).toBeTruthy();
    expect(find('#say-desk')).toBeTruthy();
  });

  it('without a network nothing is claimed, and the next tap is the same wish', async () => {
    serveAll(wife());
    await show(<SignInTurnPage />);
    type('#own-number', '123X');
    phone.reply = noNetwork;
    await press('#agree');
    expect(document.querySelector('#signed-in-turn')).toBeNull();
    serveAll(wife(), { [`POST ${AUTHORISATIONS}`]: () => ok(view(wife({ state: 'signed' }))) });
    await press('#agree');
    const keys = phone.asked.flatMap(({ method, header }) => (method === 'POST' ? [header['Idempotency-Key']] : []));
    expect(new Set(keys).size).toBe(1);
    expect(find('#signed-in-turn')).toBeTruthy();
  });
});
