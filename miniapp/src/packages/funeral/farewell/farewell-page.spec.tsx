import type { MeView } from '@jinmen/shared/residents/views';
import type { FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { act, fireEvent, render } from '@testing-library/react';
import { signedIn } from '../../../../test/applications';
import { aFarewell, aPlace, aVoyage, keepFarewell, signedUp } from '../../../../test/farewells';
import { memoryVault, resetVault } from '../../../../test/memory-vault';
import { noNetwork, ok, problem, type Routes, sentTo, serve, unexpected } from '../../../../test/server';
import { phone, resetPhone } from '../../../../test/taro';
import { dropSession } from '../../../platform/session';
import { isQuiet, useBereavement } from '../../../state/bereavement';
import { keptKeys } from '../../../state/kept-on-phone';
import { useSession } from '../../../state/session';
import DonePage from '../done/index';
import { answer, closedFarewell, stopRetrying, useFarewell } from '../draft/session';
import FarewellPage from './index';

const PATH = '/farewells/f1';
const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 10))));
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
const serveOne = (first: FarewellView, more: Routes = {}) => {
  const kept = keepFarewell(first);
  serve({
    [`GET ${PATH}`]: () => ok(kept.now()),
    [`PATCH ${PATH}`]: ({ body }) => ok(kept.patch(body).changed),
    ...more,
  });
  return kept;
};
const show = async () => {
  const page = render(<FarewellPage />);
  await settle();
  return page;
};

beforeEach(async () => {
  resetPhone();
  resetVault();
  useFarewell.setState(closedFarewell, true);
  await signedIn();
  phone.params = { id: 'f1' };
});
afterEach(() => {
  stopRetrying();
  expect(unexpected).toEqual([]);
});

describe('the farewell of one family', () => {
  it('just begun asks for one thing, a telephone, and lets everything else wait', async () => {
    serveOne(aFarewell());
    await show();
    expect(text('#standing')).toContain('还没登记');
    expect(text('#open-points')).toContain('可以以后再补');
    expect(document.querySelectorAll('.button-primary')).toHaveLength(1);
    await press('#next');
    await press('#section-deceased');
    expect(phone.opened).toEqual(['/packages/funeral/contact/index?id=f1', '/packages/funeral/deceased/index?id=f1']);
  });

  it('is signed up once, with what was typed last, and leads to a number and who calls', async () => {
    const kept = serveOne(aFarewell({ phone: '138****5678' }), {
      [`POST ${PATH}/sign-up`]: () => {
        kept.change({ state: 'signed-up', acts: ['edit', 'choose-voyage', 'withdraw'] });
        return ok(kept.now());
      },
    });
    const page = await show();
    await press('#next');
    expect(sentTo('POST', `${PATH}/sign-up`)).toEqual([{}]);
    expect(phone.opened).toEqual(['/packages/funeral/done/index?id=f1']);
    page.unmount();
    render(<DonePage />);
    await settle();
    expect(text('#receipt')).toContain('HM-7KQ2M9');
    expect(text('#what-next')).toContain('打电话给您');
    expect(text('#what-next')).toContain('138****5678');
  });

  it('of somebody their family signed up before leads to them, with nothing lost', async () => {
    const kept = serveOne(aFarewell({ phone: '138****5678', deceased: { name: '张三' } }), {
      [`POST ${PATH}/sign-up`]: () => {
        kept.change({ family: { name: '张*', ask: 'a1' } });
        return problem(409, 'farewell.family-already', '家里已经有人登记了。您填的都还在。');
      },
    });
    await show();
    await press('#next');
    expect(text('#family-already')).toContain('张*已经登记了');
    expect(text('#section-deceased')).toContain('张三');
    await press('#to-family');
    expect(phone.opened).toEqual(['/packages/funeral/ask/index?id=f1']);
  });

  it.each([
    [signedUp(), '登记好了，在等一班合适的船', '挑一班船'],
    [signedUp({ place: aPlace(), acts: ['edit', 'confirm', 'withdraw'] }), '位置给您留到', '看一遍，定下来'],
    [signedUp({ place: aPlace({ state: 'confirmed' }), acts: ['edit', 'passes'] }), '约定好了', '看上船的码'],
    [
      signedUp({ way: 'proxy', place: aPlace({ state: 'confirmed' }), acts: ['edit', 'passes'] }),
      '约定好了',
      '那天怎么送',
    ],
    [aFarewell({ state: 'scattered', acts: ['certificate', 'memory'] }), '已经送到海里了', '看证明'],
    [
      signedUp({
        place: aPlace({ state: 'displaced', voyage: aVoyage({ state: 'suspended' }) }),
        acts: ['edit', 'change-voyage'],
      }),
      '这一班停航了。您家的登记和位置的先后都在',
      '看看改到哪一班',
    ],
    [signedUp({ acts: ['edit', 'answer-relative', 'choose-voyage'] }), '登记好了', '有家里人想一起'],
    [aFarewell({ state: 'withdrawn', acts: ['restore'] }), '先放下了', '接着办'],
  ] as const)('says where it stands and has one next step (%#)', async (view, stands, next) => {
    serveOne(view);
    await show();
    expect(text('#standing')).toContain(stands);
    expect(text('#next')).toContain(next);
    expect(document.querySelectorAll('#next')).toHaveLength(1);
  });

  it('says that another family goes with them, or that the number they wrote met nobody, without pressing', async () => {
    const words = '要一起走的那一家（HM-22222B）还没有对上';
    const kept = serveOne(signedUp({ open: [{ section: 'wishes', words }] }));
    const page = await show();
    expect(text('#open-points')).toContain(words.replace('-', '\u2011'));
    expect(text('.open-point')).toContain('同一条船的那一家');
    await press('.open-point');
    expect(phone.opened).toEqual(['/packages/funeral/wishes/index?id=f1']);
    page.unmount();
    kept.change({ open: [], goesWith: 'HM-22222B' });
    await show();
    expect(text('#standing')).toContain('和 HM-22222B 那一家说好一起走');
  });

  it('is laid aside after one question that says what becomes of the place, and taken up again', async () => {
    const kept = serveOne(signedUp({ place: aPlace({ state: 'confirmed' }) }), {
      [`POST ${PATH}/withdrawal`]: () => {
        kept.change({ state: 'withdrawn', acts: ['restore'], gone: 'place' });
        return ok(kept.now());
      },
      [`POST ${PATH}/restoration`]: () => {
        kept.change({ state: 'signed-up', acts: ['edit', 'choose-voyage', 'withdraw'] });
        return ok(kept.now());
      },
    });
    await show();
    phone.confirms = false;
    await press('#withdraw');
    expect(sentTo('POST', `${PATH}/withdrawal`)).toEqual([]);
    phone.confirms = true;
    await press('#withdraw');
    expect(sentTo('POST', `${PATH}/withdrawal`)).toEqual([{ givePlaceBack: true }]);
    await press('#next');
    expect(text('#standing')).toContain('登记好了');
  });

  it('shows a relative the plan, and nothing to change', async () => {
    serveOne(signedUp({ you: 'kin', acts: ['speak'], open: [], papers: [] }));
    await show();
    expect(document.querySelector('#section-contact')).toBeNull();
    await press('#section-way');
    expect(phone.opened).toEqual([]);
    await press('#section-kin');
    expect(phone.opened).toEqual(['/packages/funeral/kin/index?id=f1']);
  });

  it('opens without a network as it was last seen, and says so', async () => {
    serveOne(signedUp());
    const page = await show();
    page.unmount();
    useFarewell.setState(closedFarewell, true);
    phone.reply = noNetwork;
    await show();
    expect(text('.as-of')).toContain('没网');
    expect(text('#standing')).toContain('登记好了');
  });
});

describe('a draft nobody wants to keep', () => {
  const onPhone = () => memoryVault.sealed.get(keptKeys.farewells) ?? '';
  const none = { 'GET /farewells': () => ok({ items: [] }) };
  const gone = { [`DELETE ${PATH}`]: () => ({ status: 204 }), ...none };

  it('is thrown away after one question, leaves this phone too, and leads back to where they came from', async () => {
    serveOne(aFarewell({ deceased: { name: '张三' } }), gone);
    await show();
    expect(onPhone()).toContain('张三');
    phone.confirms = false;
    await press('#throw-away');
    expect([sentTo('DELETE', PATH), phone.opened]).toEqual([[], []]);
    expect(phone.questions).toEqual([
      expect.objectContaining({ title: '删掉这一份？', content: expect.stringContaining('找不回来') }),
    ]);
    phone.confirms = true;
    await press('#throw-away');
    expect(sentTo('DELETE', PATH)).toHaveLength(1);
    expect(onPhone()).not.toContain('张三');
    expect(phone.opened).toEqual(['back']);
  });

  it('and was begun by mistake leaves nobody in mourning, unless another one of theirs does', async () => {
    serveOne(aFarewell(), gone);
    const page = await show();
    expect(isQuiet(useBereavement.getState())).toBe(true);
    await press('#throw-away');
    expect(isQuiet(useBereavement.getState())).toBe(false);
    page.unmount();
    const other = { id: 'f2', number: 'HM-22222B', state: 'signed-up', you: 'applicant', updatedAt: '' };
    serveOne(aFarewell(), { ...gone, 'GET /farewells': () => ok({ items: [other] }) });
    await show();
    await press('#throw-away');
    expect(isQuiet(useBereavement.getState())).toBe(true);
  });

  it('leads to the list where the app was killed on its page', async () => {
    serveOne(aFarewell(), gone);
    phone.pagesBelow = 0;
    await show();
    await press('#throw-away');
    expect(phone.opened).toEqual(['/packages/funeral/farewell/index']);
  });

  it('is not put back on this phone by what was still on its way to the server', async () => {
    let arrive: (() => void) | undefined;
    const kept = serveOne(aFarewell({ deceased: { name: '张三' } }), {
      ...gone,
      [`PATCH ${PATH}`]: async ({ body }) => {
        await new Promise<void>((resolve) => {
          arrive = resolve;
        });
        return ok(kept.patch(body).changed);
      },
    });
    await show();
    await act(async () => answer({ 'deceased.died': '2026-11-20' }));
    await press('#throw-away');
    arrive?.();
    await settle();
    expect(onPhone()).not.toContain('张三');
    expect(useFarewell.getState().server).toBeUndefined();
  });

  it('that another phone threw away before is as gone', async () => {
    serveOne(aFarewell(), { [`DELETE ${PATH}`]: () => problem(404, 'http.404'), ...none });
    await show();
    await press('#throw-away');
    expect(phone.opened).toEqual(['back']);
  });

  it('without a network stays as it is and says that nothing was sent', async () => {
    serveOne(aFarewell({ deceased: { name: '张三' } }));
    await show();
    const network = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await press('#throw-away');
    network.mockRestore();
    expect([sentTo('DELETE', PATH), text('.deed-said')]).toEqual([[], expect.stringContaining('还没送出去')]);
    expect(onPhone()).toContain('张三');
    expect(phone.opened).toEqual([]);
  });

  it('that was signed up meanwhile says so, and shows what can be done now', async () => {
    const kept = serveOne(aFarewell(), {
      [`DELETE ${PATH}`]: () => {
        kept.change(signedUp());
        return problem(409, 'farewell.draft-only', '登记过的不能删，写过的都替您留着。');
      },
    });
    await show();
    await press('#throw-away');
    expect(text('#trouble')).toContain('登记过的不能删');
    expect(text('#standing')).toContain('登记好了');
    expect(document.querySelector('#throw-away')).toBeNull();
  });

  it.each([
    ['put down before it was signed up can be thrown away too', ['restore', 'throw-away'], true],
    ['that was signed up cannot', ['restore'], false],
  ] as const)('%s', async (_what, acts, offered) => {
    serveOne(aFarewell({ state: 'withdrawn', acts }));
    await show();
    expect(document.querySelector('#throw-away') !== null).toBe(offered);
  });
});

describe('who has no farewell yet', () => {
  beforeEach(() => {
    phone.params = {};
  });

  it('begins one with a tap', async () => {
    serve({
      'GET /farewells': () => ok({ items: [] }),
      'GET /farewell-asks': () => ok({ items: [] }),
      'POST /farewells': () => ({ status: 201, data: aFarewell() }),
    });
    await show();
    await press('#begin');
    expect(phone.opened).toEqual(['/packages/funeral/farewell/index?id=f1']);
  });

  it.each([
    ['reads that a desk may have signed them up, and how to see it, while nobody knows who they are', {}, true],
    ['reads nothing of a desk once it is known who they are', { realName: { name: '张*' } }, false],
  ] as const)('%s', async (_what, known, told) => {
    serve({ 'GET /farewells': () => ok({ items: [] }), 'GET /farewell-asks': () => ok({ items: [] }) });
    useSession.setState({ status: 'signed-in', me: { accountId: 'a', ...known } as MeView });
    await show();
    expect(document.querySelector('#by-phone') !== null).toBe(told);
    if (told) await press('#by-phone-go');
    expect(phone.opened).toEqual(told ? ['/packages/mine/real-name/index'] : []);
  });

  it('who began too many is told, and that one can be thrown away', async () => {
    serve({
      'GET /farewells': () => ok({ items: [] }),
      'GET /farewell-asks': () => ok({ items: [] }),
      'POST /farewells': () => problem(409, 'farewell.too-many-drafts', '还没登记的已经有 50 份了。'),
    });
    await show();
    await press('#begin');
    expect(text('#trouble')).toContain('还没登记的已经有 50 份了');
    expect(phone.opened).toEqual([]);
  });

  it('sees those there are, and where the family was asked', async () => {
    const line = { id: 'f1', number: 'HM-7KQ2M9', state: 'signed-up', you: 'applicant', name: '张三', updatedAt: '' };
    serve({
      'GET /farewells': () => ok({ items: [line] }),
      'GET /farewell-asks': () => ok({ items: [{ id: 'a1', name: '李*', state: 'asked', at: '' }] }),
    });
    await show();
    expect(text('#farewell-f1')).toContain('送别张三HM-7KQ2M9，登记好了');
    expect(text('#asks')).toContain('问了李*，等回话');
  });

  it('signs in first, and stays on the page', async () => {
    await dropSession();
    serve({});
    await show();
    await press('#go-sign-in');
    expect(phone.opened).toEqual(['/packages/mine/sign-in/index']);
  });
});
