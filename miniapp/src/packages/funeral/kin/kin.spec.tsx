import { act, fireEvent, render } from '@testing-library/react';
import type { ComponentType } from 'react';
import { signedIn } from '../../../../test/applications';
import { aFarewell, keepFarewell, signedUp } from '../../../../test/farewells';
import { resetVault } from '../../../../test/memory-vault';
import { ok, problem, type Routes, sentTo, serve, unexpected } from '../../../../test/server';
import { phone, resetPhone } from '../../../../test/taro';
import { dropSession } from '../../../platform/session';
import { useSession } from '../../../state/session';
import AskPage from '../ask/index';
import { closedFarewell, stopRetrying, useFarewell } from '../draft/session';
import JoinPage from '../join/index';
import KinPage from './index';

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
const type = (selector: string, words: string) =>
  fireEvent.input(find(`${selector} input, ${selector} textarea`), { target: { value: words } });
const show = async (Page: ComponentType, first = signedUp(), more: Routes = {}) => {
  const kept = keepFarewell(first);
  serve({ [`GET ${PATH}`]: () => ok(kept.now()), 'GET /me': () => ok({ accountId: 'two' }), ...more });
  render(<Page />);
  await settle();
  return kept;
};

beforeEach(async () => {
  resetPhone();
  resetVault();
  useFarewell.setState(closedFarewell, true);
  await signedIn();
  useSession.setState({ status: 'signed-in', me: { accountId: 'two' } });
  phone.params = { id: 'f1' };
});
afterEach(() => {
  stopRetrying();
  expect(unexpected).toEqual([]);
});

const brother = { id: 'k1', name: '张*', relation: '弟弟', you: false, state: 'asks', words: '我也想去' } as const;

describe('a family', () => {
  it('whose brother was first: he is asked, in a word of their own, and nothing typed is lost', async () => {
    await show(AskPage, aFarewell({ family: { name: '张*', ask: 'a1' } }), {
      'POST /farewell-asks': () => ({ status: 201, data: { id: 'x', name: '张*', state: 'asked', at: '' } }),
    });
    await press('#send-me');
    expect(text('.field-error')).toContain('关系');
    type('#relation', '女儿');
    type('#words', '我想一起去');
    await press('#send-me');
    expect(sentTo('POST', '/farewell-asks')).toEqual([{ ask: 'a1', relation: '女儿', words: '我想一起去' }]);
    expect(text('#asked')).toContain('不用守着');
  });

  it('sees who asks and what they wrote, and takes them in with one tap', async () => {
    const kept = await show(
      KinPage,
      signedUp({ kin: [brother], acts: ['edit', 'invite-relative', 'answer-relative'] }),
      {
        [`POST ${PATH}/kin/k1/answer`]: () => {
          kept.change({ kin: [{ ...brother, state: 'silent' }] });
          return ok(kept.now());
        },
      },
    );
    expect(text('#asks-k1')).toContain('弟弟 张*想一起');
    expect(text('#asks-k1')).toContain('我也想去');
    await press('#yes-k1');
    expect(sentTo('POST', `${PATH}/kin/k1/answer`)).toEqual([{ takeIn: true }]);
    expect(document.querySelector('#asks-k1')).toBeNull();
    expect(text('#people')).toContain('弟弟 张*还没说');
  });

  it('hears of another wish in words, and never of an empty one', async () => {
    const you = { ...brother, you: true, state: 'silent' } as const;
    const kept = await show(KinPage, signedUp({ you: 'kin', kin: [you], acts: ['speak'] }), {
      [`PUT ${PATH}/view-of-mine`]: () => {
        kept.change({ kin: [{ ...you, state: 'differs' }] });
        return ok(kept.now());
      },
    });
    type('#my-words', ' ');
    await press('#differ');
    expect(sentTo('PUT', `${PATH}/view-of-mine`)).toEqual([]);
    type('#my-words', '想等到秋天');
    await press('#differ');
    expect(sentTo('PUT', `${PATH}/view-of-mine`)).toEqual([{ state: 'differs', words: '想等到秋天' }]);
    expect(text('#my-view')).toContain('位置照旧留着');
  });

  it('sends a relative a link that is copied and names nobody', async () => {
    await show(KinPage, signedUp(), {
      [`POST ${PATH}/invitations`]: () => ok({ token: 'T0', until: '2026-12-03T01:00:00.000Z' }),
    });
    const copied = jest.fn(async (_address: string) => undefined);
    Object.assign(navigator, { clipboard: { writeText: copied } });
    await press('#make-link');
    await press('#copy-link');
    Object.assign(navigator, { clipboard: undefined });
    expect(copied).toHaveBeenCalledWith(expect.stringContaining('/packages/funeral/join/index?token=T0'));
    expect(phone.card).toBeUndefined();
  });
});

describe('whoever signed up', () => {
  const uncle = { ...brother, relation: '舅舅', state: 'differs', words: '不行' } as const;
  const ask = (yes: boolean) => {
    phone.confirms = yes;
  };

  it('takes a relative out who came by a link that was not meant for them, asked once', async () => {
    const kept = await show(KinPage, signedUp({ kin: [uncle], acts: ['edit', 'invite-relative'] }), {
      [`DELETE ${PATH}/kin/k1`]: () => {
        kept.change({ kin: [] });
        return ok(kept.now());
      },
    });
    ask(false);
    await press('#out-k1');
    expect(sentTo('DELETE', `${PATH}/kin/k1`)).toHaveLength(0);
    ask(true);
    await press('#out-k1');
    expect(sentTo('DELETE', `${PATH}/kin/k1`)).toHaveLength(1);
    expect(text('#people')).toContain('还没有别的家里人');
  });

  it('takes the links back that are out, and this page keeps none', async () => {
    const kept = await show(KinPage, signedUp(), {
      [`POST ${PATH}/invitations`]: () => ok({ token: 'T0', until: '2026-12-03T01:00:00.000Z' }),
      [`DELETE ${PATH}/invitations`]: () => ok(kept.now()),
    });
    await press('#make-link');
    expect(document.querySelector('#copy-link')).toBeTruthy();
    await press('#take-back');
    expect(sentTo('DELETE', `${PATH}/invitations`)).toHaveLength(1);
    expect(text('.links-taken')).toContain('都收回了');
    expect(document.querySelector('#copy-link')).toBeNull();
  });

  it('is the only one who can', async () => {
    await show(KinPage, signedUp({ you: 'kin', kin: [uncle], acts: ['speak'] }));
    expect(document.querySelector('#out-k1, #take-back')).toBeNull();
  });
});

describe('a link from the family', () => {
  beforeEach(() => {
    phone.params = { token: 'T0' };
  });
  const LINK = '/farewell-invitations/T0';

  it('says who sent it, and joins whoever says yes', async () => {
    await show(JoinPage, signedUp({ you: 'kin' }), {
      [`GET ${LINK}`]: () => ok({ state: 'open', from: '张*', deceased: '张三' }),
      [`POST ${LINK}/acceptance`]: () => ok(signedUp({ you: 'kin' })),
    });
    expect(text('#who-asks')).toContain('张*请您一起。要送别的是 张三。');
    type('#relation', '女儿');
    await press('#send-me');
    expect(sentTo('POST', `${LINK}/acceptance`)).toEqual([{ join: true, relation: '女儿' }]);
    expect(phone.opened).toEqual(['/packages/funeral/kin/index?id=f1']);
  });

  it('asks whoever is not signed in to do that first', async () => {
    await dropSession();
    useSession.setState({ status: 'signed-out', me: undefined });
    await show(JoinPage, signedUp(), { [`GET ${LINK}`]: () => ok({ state: 'open', from: '张*' }) });
    expect(document.querySelector('#send-me')).toBeNull();
    expect(find('#go-sign-in')).toBeTruthy();
  });

  it.each([
    ['used', '已经用过了'],
    ['expired', '过了时间'],
  ] as const)('that is %s says so', async (state, words) => {
    await show(JoinPage, signedUp(), { [`GET ${LINK}`]: () => ok({ state }) });
    expect(text('.closed-link')).toContain(words);
  });

  it('that nobody made is not there', async () => {
    await show(JoinPage, signedUp(), { [`GET ${LINK}`]: () => problem(404, 'request.not-found') });
    expect(text('.closed-link')).toContain('打不开');
  });
});
