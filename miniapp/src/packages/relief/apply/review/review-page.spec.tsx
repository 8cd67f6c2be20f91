import type { FieldValues } from '@jinmen/shared/applications/field';
import { fieldsOf, formOf } from '@jinmen/shared/applications/form';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import type { ConsentView, MeView } from '@jinmen/shared/residents/views';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { aDraft, signedIn } from '../../../../../test/applications';
import { memoryVault, resetVault } from '../../../../../test/memory-vault';
import { noNetwork, ok, problem, type Routes, sentTo, serve, unexpected } from '../../../../../test/server';
import { phone, resetPhone } from '../../../../../test/taro';
import { reviewWords } from '../../../../copy/submit';
import { today } from '../../../../platform/clock';
import { forgetApplications } from '../../../../state/applications-on-phone';
import { useConsents } from '../../../../state/consents';
import { keptKeys } from '../../../../state/kept-on-phone';
import { useSession } from '../../../../state/session';
import { closedDraft, stopRetrying, useDraft } from '../draft-session';
import ReviewPage from './index';

const PROGRAMMES = ['minimum-living-allowance', 'disability-living-subsidy'];
const SUBMISSION = '/relief/applications/a1/submission';
const AUTHORISATIONS = '/relief/applications/a1/authorisations';

/** Everything these programmes ask, answered; every fact 不清楚. */
const whole: FieldValues = {
  'applicant.phone': '13800000001',
  'applicant.street': '120111001',
  'applicant.address': '一号楼一门',
  'household.members': [],
  ...Object.fromEntries(
    fieldsOf(formOf(PROGRAMMES, {}, today()))
      .filter(({ kind }) => kind === 'fact')
      .map(({ name }) => [name, null]),
  ),
};
const me: MeView = {
  accountId: 'one',
  realName: { name: '张*', idNumber: '1****************X', birth: '1990-01-01', verifiedAt: '2026-11-24T01:00:00Z' },
};
const consent = (purpose: string, state: ConsentView['state']): ConsentView => ({
  purpose,
  title: purpose,
  text: '要用到这些。',
  version: 1,
  state,
  without: '就递不出去。',
});
const given = ['relief-application', 'sensitive-circumstances'].map((purpose) => consent(purpose, 'given'));

let view: ApplicationView;
const serveAll = (more: Routes = {}, consents: readonly ConsentView[] = given, who: MeView = me) =>
  serve({
    'GET /relief/applications/a1': () => ok(view),
    'GET /me': () => ok(who),
    'GET /consents': () => ok({ items: consents }),
    [`POST ${AUTHORISATIONS}`]: () => ok({ ...view, authorised: true }),
    ...more,
  });

beforeEach(async () => {
  resetPhone();
  resetVault();
  await forgetApplications();
  await signedIn();
  phone.params = { id: 'a1' };
  useConsents.setState({ consents: undefined, trouble: undefined });
  useSession.setState({ status: 'signed-in', me });
  view = aDraft({ programmes: PROGRAMMES, fields: whole });
});
afterEach(() => {
  stopRetrying();
  Object.defineProperty(navigator, 'onLine', { value: true, configurable: true });
  expect(unexpected).toEqual([]);
});

const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 10))));
const show = async () => {
  const shown = render(<ReviewPage />);
  await settle();
  return shown;
};
const find = (selector: string): Element => {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`nothing at ${selector}`);
  return found;
};
const press = async (selector: string) => {
  fireEvent.click(find(selector));
  await settle();
};
const keys = () =>
  phone.requests.flatMap((url, at) => (url.endsWith(SUBMISSION) ? [phone.asked[at]?.header['Idempotency-Key']] : []));

describe('before handing in', () => {
  it('what is missing is listed, leads to its field, and keeps the button away', async () => {
    const { 'applicant.phone': _phone, ...rest } = whole;
    view = aDraft({ programmes: PROGRAMMES, fields: rest });
    serveAll();
    await show();
    expect(find('#gaps').textContent).toContain('还差 1 处');
    expect(document.querySelector('#sign')).toBeNull();
    await press('.gap-row');
    expect(phone.opened).toEqual(['/packages/relief/apply/index?id=a1&field=applicant.phone']);
  });

  it('of what is missing each is named, what is wrong is said, and one button goes on filling in', async () => {
    view = aDraft({ programmes: PROGRAMMES, fields: { 'applicant.phone': '12' } });
    serveAll();
    await show();
    const said = [...document.querySelectorAll('.gap-row .list-row-line')].map((line) => line.textContent);
    expect(said).toHaveLength(1);
    expect(document.querySelectorAll('.gap-row').length).toBeGreaterThan(5);
    await press('#go-on-filling');
    expect(phone.opened).toEqual(['/packages/relief/apply/index?id=a1']);
  });

  it('two numbers of people that do not go together are both said, and stop nobody', async () => {
    view = aDraft({ programmes: PROGRAMMES, fields: { ...whole, 'fact:household.memberCount': 3 } });
    serveAll();
    const differing = await show();
    expect(find('.people-differ').textContent).toBe(reviewWords.people(0, 3, false));
    expect(document.querySelector('#gaps')).toBeNull();
    differing.unmount();
    await forgetApplications();
    view = aDraft({ programmes: PROGRAMMES, fields: { ...whole, 'fact:household.memberCount': 1 } });
    await show();
    expect(document.querySelector('.people-differ')).toBeNull();
  });

  it('all is read back, and said where it goes, what is held back and what the street handles', async () => {
    view = aDraft({
      programmes: [...PROGRAMMES, 'old-age-allowance'],
      fields: whole,
      atTheStreet: ['old-age-allowance'],
    });
    serveAll();
    await show();
    const where = find('#where').textContent ?? '';
    expect(where).toContain('递给西青区西营门街道');
    expect(where).toContain('现在就递：低保');
    expect(where).toContain(reviewWords.where.held('困难残疾人生活补贴', ['低保']));
    expect(where).toContain('高龄津贴：这项现在到街道办理');
    expect(find('#answers-you').textContent).toContain('13800000001');
    expect(find('#answers-people').textContent).toContain('只有我一个人');
  });

  it('what was left open is one line, opened by a press', async () => {
    view = aDraft({ programmes: PROGRAMMES, fields: { ...whole, 'fact:household.memberCount': 1 } });
    serveAll();
    await show();
    const answers = find('#answers-circumstances');
    expect(answers.textContent).toContain('一起过日子的有几口人');
    expect(answers.textContent).not.toContain('存款');
    fireEvent.click(find('#unsure-circumstances'));
    expect(answers.textContent).toMatch(/存款[\s\S]*不清楚/);
  });

  it('what the street alone handles cannot be handed in here', async () => {
    view = aDraft({ programmes: PROGRAMMES, fields: whole, atTheStreet: PROGRAMMES });
    serveAll();
    await show();
    expect(screen.getByText(reviewWords.where.nothing)).toBeTruthy();
    expect(find('.title').textContent).toBe('看一遍，带到街道去');
    expect(document.querySelector('#submit, #sign, #real-name')).toBeNull();
    await press('#to-the-street');
    expect(phone.opened).toEqual(['/pages/later/index?door=apply']);
  });

  it('who it is is asked first, then each consent on its own, then the signature', async () => {
    useSession.setState({ me: { accountId: 'one' } });
    serveAll({}, [consent('relief-application', 'not-asked'), consent('sensitive-circumstances', 'not-asked')], {
      accountId: 'one',
    });
    const nobody = await show();
    await press('#go-real-name');
    expect(phone.opened).toEqual(['/packages/mine/real-name/index']);
    expect(document.querySelector('#consent-ask')).toBeNull();
    nobody.unmount();
    serveAll({}, [consent('relief-application', 'not-asked'), consent('sensitive-circumstances', 'not-asked')]);
    await show();
    expect(find('#consent-ask').textContent).toContain('relief-application');
    expect(document.querySelector('#authorise, #submit')).toBeNull();
  });

  it('a name whose use they took back is asked for like any other yes, and nothing is typed again', async () => {
    const { realName, ...rest } = me;
    const [withheld, name] = [{ ...rest, withheldName: realName } as MeView, 'real-name-verification'];
    useSession.setState({ me: withheld });
    let yes = false;
    serveAll({
      'GET /me': () => ok(yes ? me : withheld),
      'GET /consents': () => ok({ items: [consent(name, yes ? 'given' : 'withdrawn'), ...given] }),
      'POST /consents': () => {
        yes = true;
        return ok(consent(name, 'given'));
      },
    });
    await show();
    expect(find('.handing-in').textContent).toContain('张*');
    expect(document.querySelector('#go-real-name, #sign, #submit, #consent-ask')).toBeNull();
    await press('#consent-again');
    expect(find('#consent-ask').textContent).toContain(name);
    await press('#consent-yes');
    expect(document.querySelector('#consent-ask')).toBeNull();
    expect(find('#sign')).toBeTruthy();
  });

  it('nobody is asked who they are before it was heard, and it goes on by itself when the network is back', async () => {
    useSession.setState({ me: undefined });
    serveAll({ 'GET /me': noNetwork, 'GET /consents': noNetwork });
    await show();
    expect(screen.getByText(reviewWords.name.unread)).toBeTruthy();
    expect(document.querySelector('#real-name')).toBeNull();
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    act(() => void window.dispatchEvent(new Event('offline')));
    serveAll();
    Object.defineProperty(navigator, 'onLine', { value: true, configurable: true });
    act(() => void window.dispatchEvent(new Event('online')));
    await settle();
    expect(find('.handing-in').textContent).toContain('张*');
    expect(find('#sign')).toBeTruthy();
  });

  it('a signature the server has is asked for no second time', async () => {
    view = { ...view, authorised: true };
    serveAll();
    await show();
    expect(screen.getByText(reviewWords.authorise.signed)).toBeTruthy();
    expect(document.querySelector('#sign')).toBeNull();
    expect(find('#submit')).toBeTruthy();
  });

  it('whoever has just signed stands among the grown-ups as having signed', async () => {
    const you = { member: 'applicant', name: '张*', idNumber: '1****X', you: true, state: 'not-asked' } as const;
    const other = { member: 'm1', name: '李*', idNumber: '1****1', you: false, state: 'not-asked' } as const;
    view = { ...view, adults: [you, other] };
    const signed = { ...you, state: 'signed', way: 'own-phone', at: '2026-11-25T02:00:00Z' } as const;
    serveAll({ [`POST ${AUTHORISATIONS}`]: () => ok({ ...view, authorised: true, adults: [signed, other] }) });
    await show();
    expect(find('#adults').textContent).toContain('张*（您自己）还没签');
    await press('#sign');
    expect(find('#adults').textContent).toMatch(/张\*（您自己）11 月 25 日 10:00 在自己的手机上签的签过了/);
  });

  it('the signature may be refused: then the street asks for it, and it can still be handed in', async () => {
    serveAll();
    await show();
    expect(document.querySelector('#submit')).toBeNull();
    await press('#sign-at-street');
    expect(screen.getByText(reviewWords.authorise.atStreet)).toBeTruthy();
    expect(find('#submit')).toBeTruthy();
    expect(sentTo('POST', AUTHORISATIONS)).toEqual([]);
  });
});

describe('handing in', () => {
  const ready = async () => {
    const shown = await show();
    await press('#sign');
    expect(sentTo('POST', AUTHORISATIONS)).toEqual([{ member: 'applicant', accepted: true }]);
    return shown;
  };

  it('is done once, however often it is tapped, and leads to the receipt', async () => {
    serveAll({
      [`POST ${SUBMISSION}`]: () => {
        view = { ...view, state: 'open', version: 2 };
        return ok(view);
      },
    });
    await ready();
    fireEvent.click(find('#submit'));
    fireEvent.click(find('#submit'));
    await settle();
    expect(keys()).toHaveLength(1);
    expect(phone.opened).toEqual(['/packages/relief/apply/done/index?id=a1']);
    expect(memoryVault.sealed.get(keptKeys.reliefUnsent) ?? '{}').toBe('{}');
  });

  it('without a network claims nothing, and sends the same once tapped again', async () => {
    serveAll({ [`POST ${SUBMISSION}`]: () => ok({ ...view, state: 'open' }) });
    await ready();
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    await press('#submit');
    expect(screen.getByText(reviewWords.kept)).toBeTruthy();
    expect(keys()).toEqual([]);
    Object.defineProperty(navigator, 'onLine', { value: true, configurable: true });
    await press('#submit');
    expect(keys()).toHaveLength(1);
    expect(phone.opened).toEqual(['/packages/relief/apply/done/index?id=a1']);
  });

  it('remembers through a killed app that it was not done yet', async () => {
    serveAll();
    const shown = await ready();
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    await press('#submit');
    shown.unmount();
    useDraft.setState(closedDraft, true);
    await show();
    expect(screen.getByText(reviewWords.kept)).toBeTruthy();
  });

  it('leads to the field the server does not take', async () => {
    serveAll({
      [`POST ${SUBMISSION}`]: () =>
        problem(422, 'application.incomplete', '还有一处要改。', {
          errors: [{ field: 'fields.applicant.address', code: 'address.short', message: '地址再写细一点。' }],
        }),
    });
    await ready();
    await press('#submit');
    expect(phone.opened).toEqual(['/packages/relief/apply/index?id=a1&field=applicant.address']);
    expect(useDraft.getState().problems).toEqual({ 'applicant.address': '地址再写细一点。' });
    expect(find('#gaps').textContent).toContain('地址再写细一点。');
  });

  it('waits for what this phone has and the server does not', async () => {
    serveAll();
    await ready();
    phone.reply = noNetwork;
    act(() => useDraft.setState({ unsent: { edits: { statement: { value: '难', atMs: 1 } }, typed: {} } }));
    await press('#submit');
    expect(keys()).toEqual([]);
    expect(screen.getByText(reviewWords.kept)).toBeTruthy();
    serveAll();
  });

  it('whose session ran out signs in again, and nothing is lost', async () => {
    serveAll({
      [`POST ${SUBMISSION}`]: () => problem(401, 'session.required'),
      'POST /sessions/refresh': () => problem(401, 'session.required'),
    });
    await ready();
    await press('#submit');
    expect(phone.opened).toEqual(['/packages/mine/sign-in/index']);
  });
});
