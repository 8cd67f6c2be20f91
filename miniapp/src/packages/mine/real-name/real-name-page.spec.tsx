import { act, fireEvent, render, screen } from '@testing-library/react';
import { memoryVault, resetVault } from '../../../../test/memory-vault';
import { noNetwork, ok, problem, type Routes, sentTo, serve } from '../../../../test/server';
import { phone, resetPhone } from '../../../../test/taro';
import { beginSession, dropSession } from '../../../platform/session';
import { useConsents } from '../../../state/consents';
import { useSession } from '../../../state/session';
import RealNamePage from './index';

const NUMBER = '12010119900307003X';
const consent = (state: string) => ({
  purpose: 'real-name-verification',
  title: '查对您是不是本人',
  text: '把姓名和号码交给查对身份的系统。',
  version: 2,
  state,
  without: '不同意，就到街道办。',
});
const realName = {
  name: '张*',
  idNumber: '1****************X',
  birth: '1990-03-07',
  verifiedAt: '2026-11-24T02:00:00Z',
};

/** A server where the first check is answered with `outcome`. */
function aServer(outcome: object, given = false, more: Routes = {}): void {
  const seen = { given, verified: false };
  serve({
    'GET /me': () => ok({ accountId: 'one', ...(seen.verified && { realName }) }),
    'GET /consents': () => ok({ items: [consent(seen.given ? 'given' : 'not-asked')] }),
    'POST /consents': () => {
      seen.given = true;
      return ok(consent('given'));
    },
    'POST /identity/verifications': () => {
      seen.verified = 'outcome' in outcome && outcome.outcome === 'verified';
      return 'status' in outcome ? (outcome as { status: number }) : ok(outcome);
    },
    ...more,
  });
}

const settle = () => act(async () => new Promise((later) => setTimeout(later)));
const open = async () => {
  const page = render(<RealNamePage />);
  await settle();
  return page;
};
const type = (label: string, value: string, leave = true) => {
  const field = screen.getByLabelText(label);
  fireEvent.change(field, { target: { value } });
  if (leave) fireEvent.blur(field);
};
const submit = async () => {
  fireEvent.click(screen.getByText('查对一下'));
  await settle();
};
const fillIn = () => {
  type('姓名', '张三');
  type('身份证号', NUMBER);
};

beforeEach(async () => {
  resetPhone();
  resetVault();
  useConsents.setState({ consents: undefined, trouble: undefined });
  useSession.setState({ status: 'signed-in', me: { accountId: 'one' } });
  await dropSession();
  await beginSession({ accessToken: 'a', refreshToken: 'r' });
});

describe('the real name', () => {
  it('is sent as it should be written, after a yes of its own, and goes on', async () => {
    aServer({ outcome: 'verified' });
    await open();
    type('姓名', ' 阿依古丽•买买提 ');
    type('身份证号', '１２０１０１ 19900307 003x');
    fireEvent.click(screen.getByText('我同意'));
    await submit();
    expect(sentTo('POST', '/consents')).toEqual([{ purpose: 'real-name-verification', version: 2, state: 'given' }]);
    expect(sentTo('POST', '/identity/verifications')).toEqual([{ name: '阿依古丽·买买提', idNumber: NUMBER }]);
    expect(screen.getByText('张*，1****************X')).toBeTruthy();
    fireEvent.click(screen.getByText('接着办'));
    expect(phone.opened).toEqual(['back']);
  });

  it('whose use they took back is asked for with one yes, and no number is typed again', async () => {
    let state = 'withdrawn';
    aServer({ outcome: 'verified' }, true, {
      'GET /me': () => ok({ accountId: 'one', ...(state === 'given' ? { realName } : { withheldName: realName }) }),
      'GET /consents': () => ok({ items: [consent(state)] }),
      'POST /consents': () => {
        state = 'given';
        return ok(consent(state));
      },
    });
    await open();
    expect(screen.queryByLabelText('身份证号')).toBeNull();
    expect(screen.getByText('名字查对过，先不用')).toBeTruthy();
    fireEvent.click(screen.getByText('再看一遍'));
    fireEvent.click(screen.getByText('同意'));
    await settle();
    expect(screen.getByText('对上了')).toBeTruthy();
    expect(screen.getByText('接着办')).toBeTruthy();
  });

  it('leaves what was typed as it was typed', async () => {
    aServer({ outcome: 'verified' });
    await open();
    type('身份证号', '１２０１０１ 19900307 003x');
    expect((screen.getByLabelText('身份证号') as HTMLInputElement).value).toBe('１２０１０１ 19900307 003x');
  });

  it('goes nowhere without the yes, which nobody ticked for them', async () => {
    aServer({ outcome: 'verified' });
    const { container } = await open();
    expect(container.querySelector('[role=checkbox]')?.getAttribute('aria-checked')).toBe('false');
    fillIn();
    await submit();
    expect(screen.getByText(/上面这一句还没有同意/)).toBeTruthy();
    expect(sentTo('POST', '/identity/verifications')).toEqual([]);
  });

  it('asks for no second yes', async () => {
    aServer({ outcome: 'verified' }, true);
    await open();
    fillIn();
    await submit();
    expect(sentTo('POST', '/consents')).toEqual([]);
    expect(sentTo('POST', '/identity/verifications')).toHaveLength(1);
  });

  it.each([
    ['120101199003070031', '号码里好像有一位填错了，请照着身份证再看看。'],
    ['12010119901307003X', '号码里的生日不太对，请照着身份证再看看。'],
    ['1201011990', '身份证号是 18 位，最后一位可能是字母。请再看看。'],
    ['120101900307001', '这是以前 15 位的号码，请填现在身份证上的 18 位。'],
    ['E12345678', '这里现在只认身份证号。没有身份证的，带着证件到街道当面办。'],
    ['1****************X', '这个号码没有填全，请再填一次。'],
  ])('with the number %s is told so at leaving the field, and not before', async (number, words) => {
    aServer({ outcome: 'verified' }, true);
    await open();
    type('身份证号', number, false);
    expect(screen.queryByText(words)).toBeNull();
    fireEvent.blur(screen.getByLabelText('身份证号'));
    expect(screen.getByText(words)).toBeTruthy();
    await submit();
    expect(sentTo('POST', '/identity/verifications')).toEqual([]);
  });

  it('takes a name with characters outside the usual planes', async () => {
    aServer({ outcome: 'verified' }, true);
    await open();
    type('姓名', '𠮷𠀀');
    type('身份证号', NUMBER);
    await submit();
    expect(sentTo('POST', '/identity/verifications')).toEqual([{ name: '𠮷𠀀', idNumber: NUMBER }]);
  });

  it('that is not confirmed accuses nobody, names the usual slips and the street, and keeps the form', async () => {
    aServer({ outcome: 'not-confirmed' }, true);
    const { container } = await open();
    fillIn();
    await submit();
    expect(container.querySelector('#not-confirmed')?.textContent).toMatch(/带身份证到街道.*填错了一位/);
    expect((screen.getByLabelText('身份证号') as HTMLInputElement).value).toBe(NUMBER);
  });

  it('that is not confirmed says what the server says of it', async () => {
    aServer({ outcome: 'not-confirmed', words: '没有对上，请到街道办。' }, true);
    await open();
    fillIn();
    await submit();
    expect(screen.getByText('没有对上，请到街道办。')).toBeTruthy();
  });

  it('whose check does not answer can be tried again from the same form', async () => {
    aServer({ outcome: 'later' }, true);
    const { container } = await open();
    fillIn();
    await submit();
    expect(container.querySelector('#later')).not.toBeNull();
    await submit();
    expect(sentTo('POST', '/identity/verifications')).toHaveLength(2);
  });

  it('checked too often says what the server says', async () => {
    aServer(problem(429, 'identity.too-often', '今天查得多了，明天再来，或者到街道办。'), true);
    await open();
    fillIn();
    await submit();
    expect(screen.getByText('今天查得多了，明天再来，或者到街道办。')).toBeTruthy();
    expect(screen.queryByText('再试一次')).toBeNull();
  });

  it('refused for a field is told at that field', async () => {
    const errors = [{ field: 'name', code: 'name.letters', message: '名字里有不认识的符号。' }];
    aServer(problem(400, 'request.invalid', '有一处要改。', { errors }), true);
    await open();
    fillIn();
    await submit();
    expect(screen.getByText('名字里有不认识的符号。')).toBeTruthy();
  });

  it('typed when the session runs out is still there, and goes on after signing in', async () => {
    aServer({ outcome: 'verified' }, true, {
      'POST /identity/verifications': () => ({ status: 401 }),
      'POST /sessions/refresh': () => ({ status: 401 }),
    });
    await open();
    fillIn();
    await submit();
    expect(screen.queryByText('查对一下')).toBeNull();
    fireEvent.click(screen.getByText('登录'));
    expect(phone.opened).toEqual(['/packages/mine/sign-in/index']);
    expect((screen.getByLabelText('身份证号') as HTMLInputElement).value).toBe(NUMBER);
  });

  it('without a network says so and loses nothing', async () => {
    aServer({ outcome: 'verified' }, true, { 'POST /identity/verifications': noNetwork });
    await open();
    fillIn();
    await submit();
    expect(screen.getByText('现在没有网，您填的都还在。有网了再试一次。')).toBeTruthy();
    expect((screen.getByLabelText('姓名') as HTMLInputElement).value).toBe('张三');
  });

  it('is kept nowhere on the phone', async () => {
    aServer({ outcome: 'not-confirmed' }, true);
    await open();
    fillIn();
    await submit();
    expect(JSON.stringify([...memoryVault.sealed, ...phone.stored])).not.toContain(NUMBER);
  });
});
