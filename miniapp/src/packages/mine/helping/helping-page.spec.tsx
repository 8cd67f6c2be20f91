import type { SubjectView } from '@jinmen/shared/applications/subject';
import { checkDigit } from '@jinmen/shared/kernel/id-number';
import type { DependantView } from '@jinmen/shared/residents/dependants';
import type { MandateView } from '@jinmen/shared/residents/mandates';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { aDraft, signedIn } from '../../../../test/applications';
import { resetVault } from '../../../../test/memory-vault';
import { ok, problem, sentTo, serve } from '../../../../test/server';
import { phone, resetPhone } from '../../../../test/taro';
import { addChildWords, helpingWords, whomWords } from '../../../copy/helping';
import { WhomBanner } from '../../../shell/whom-banner';
import { useHelping } from '../../../state/helping';
import { useSession } from '../../../state/session';
import AddChildPage from '../add-child/index';
import AskHelpPage from '../ask-help/index';
import StopHelpPage from '../stop-help/index';
import HelpingPage from './index';

const child: DependantView = {
  id: 'd1',
  name: '示*明',
  idNumber: '1****************X',
  age: 9,
  under14: true,
  minor: true,
  relation: 'child',
  livesTogether: true,
  proof: 'confirmed',
};
const helping: MandateView = {
  id: 'm1',
  role: 'helper',
  name: '示*娘',
  programmes: ['old-age-allowance'],
  until: '2027-02-23',
  state: 'waiting',
  way: 'sms',
  words: '短信已经发出去了。',
};

const seventeen = '12999920170611983';
const NUMBER = `${seventeen}${checkDigit(seventeen)}`;

const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 5))));
const show = async (page: React.ReactElement) => {
  render(page);
  await settle();
};
/** As close as a finger gets two: nothing is drawn between them. */
const pressTwice = async (selector: string) => {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`nothing at ${selector}`);
  act(() => {
    found.click();
    found.click();
  });
  await settle();
};
const press = async (selector: string) => {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`nothing at ${selector}`);
  fireEvent.click(found);
  await settle();
};
const type = (selector: string, text: string) => {
  const field = document.querySelector(`${selector} input`);
  if (field === null) throw new Error(`no field ${selector}`);
  fireEvent.input(field, { target: { value: text }, detail: { value: text } });
};
const choose = async (text: string) => {
  fireEvent.click(screen.getByText(text));
  await settle();
};

beforeEach(async () => {
  resetPhone();
  resetVault();
  useHelping.setState({ dependants: undefined, mandates: undefined, trouble: undefined });
  await signedIn();
  useSession.setState({ status: 'signed-in' });
});

describe('whom one acts for', () => {
  it('shows each with what to do next, and starts an application for a child', async () => {
    const toShow: DependantView = {
      ...child,
      id: 'd2',
      proof: 'to-show',
      waits: 'paper',
      showCode: '7KQ2M9XB',
      words: '请带户口簿。',
    };
    serve({ 'GET /dependants': () => ok({ items: [child, toShow] }), 'GET /mandates': () => ok({ items: [] }) });
    await show(<HelpingPage />);
    expect(screen.getByText(helpingWords.children.code('7KQ2 M9XB'))).toBeTruthy();
    await press('.dependant .start');
    expect(phone.opened.at(-1)).toBe('/packages/relief/choose/index?dependant=d1');
  });

  it('takes the code the person told, once for two taps, and says when it was a wrong one', async () => {
    serve({
      'GET /dependants': () => ok({ items: [] }),
      'GET /mandates': () => ok({ items: [helping] }),
      'POST /mandates/m1/acceptance': () => problem(422, 'mandate.wrong-code', '口令没有对上。'),
    });
    await show(<HelpingPage />);
    type('.mandate', '4827 1935');
    await pressTwice('.send-code');
    expect(sentTo('POST', '/mandates/m1/acceptance')).toEqual([{ code: '4827 1935' }]);
    expect(screen.getByText('口令没有对上。')).toBeTruthy();
  });

  it('begins the one application a mandate is for, and leads to it when it was begun before', async () => {
    const routes = { 'GET /dependants': () => ok({ items: [] }), 'GET /mandates': () => ok({ items: [helping] }) };
    serve({ ...routes, 'POST /relief/applications': () => ok({ ...aDraft(), id: 'a7' }) });
    await show(<HelpingPage />);
    await press('.mandate .start');
    expect(sentTo('POST', '/relief/applications')).toEqual([
      { programmes: ['old-age-allowance'], for: { mandate: 'm1' } },
    ]);
    expect(phone.opened.at(-1)).toBe('/packages/relief/apply/index?id=a7');
    serve({ ...routes, 'POST /relief/applications': () => problem(409, 'mandate.used') });
    await press('.mandate .start');
    expect(phone.opened.at(-1)).toBe('/packages/mine/applications/index');
  });

  it('lets the person say yes, and stop it after being asked once more', async () => {
    let state: MandateView['state'] = 'waiting';
    serve({
      'GET /dependants': () => ok({ items: [] }),
      'GET /mandates': () => ok({ items: [{ ...helping, role: 'principal', state }] }),
      'POST /mandates/m1/acceptance': () => {
        state = 'acting';
        return ok({});
      },
      'DELETE /mandates/m1': () => {
        state = 'revoked';
        return { status: 204 };
      },
    });
    await show(<HelpingPage />);
    await press('.accept');
    phone.confirms = false;
    await press('.stop');
    expect(sentTo('DELETE', '/mandates/m1')).toEqual([]);
    phone.confirms = true;
    await press('.stop');
    expect(document.querySelector('.stop')).toBeNull();
  });
});

describe('adding a child', () => {
  it('asks the guardian for a yes of its own when the server says the child is under 14, and keeps what was typed', async () => {
    let given = false;
    const consent = { purpose: 'child-under-14', title: '题目', text: '说明', version: 1, without: '不同意，就停下。' };
    serve({
      'POST /dependants': () => (given ? ok(child) : problem(403, 'consent.required')),
      'GET /consents': () => ok({ items: [{ ...consent, state: given ? 'given' : 'not-asked' }] }),
      'POST /consents': () => {
        given = true;
        return ok({ ...consent, state: 'given' });
      },
    });
    await show(<AddChildPage />);
    await press('#add');
    expect(screen.getByText(addChildWords.choose)).toBeTruthy();
    type('#child-name', '示小明');
    type('#child-number', NUMBER);
    for (const text of [addChildWords.relation.child, addChildWords.together.yes, addChildWords.proof.bureau])
      await choose(text);
    await press('#add');
    expect(document.querySelector('#add')).toBeNull();
    await press('#consent-yes');
    const sent = sentTo('POST', '/dependants');
    expect(sent.length).toBe(2);
    expect(sent[1]).toEqual({
      name: '示小明',
      idNumber: NUMBER,
      relation: 'child',
      proof: 'bureau',
      livesTogether: true,
    });
  });
});

it('asking to help says at each field what is missing, and sends nothing', async () => {
  serve({});
  await show(<AskHelpPage />);
  await press('#ask');
  expect(screen.getAllByRole('alert').length).toBeGreaterThanOrEqual(4);
  expect(sentTo('POST', '/mandates')).toEqual([]);
});

it('a message stops it, once for two taps, without anybody signed in', async () => {
  useSession.setState({ status: 'signed-out' });
  serve({ 'POST /mandates/revocations': () => ok({ words: '现在已经停了。' }) });
  await show(<StopHelpPage />);
  type('#stop-phone', '13800000009');
  type('#stop-code', '4827 1935');
  await pressTwice('#stop');
  expect(sentTo('POST', '/mandates/revocations')).toEqual([{ phone: '13800000009', code: '4827 1935' }]);
  expect(screen.getByText('现在已经停了。')).toBeTruthy();
});

it.each<[string, SubjectView, string]>([
  [
    'a child',
    { kind: 'ward', dependantId: 'd1', name: '示*明', under14: true, minor: true },
    '这份申请是为示*明办的。问题里的“您”，说的是示*明。电话可以留您的。',
  ],
  [
    'somebody helped',
    { kind: 'helped', mandateId: 'm1', name: '示*娘', until: '2027-02-23', state: 'acting' },
    whomWords.helped('示*娘'),
  ],
  [
    'the person themself',
    { kind: 'helped', mandateId: 'm1', name: '示*娘', until: '2027-02-23', state: 'acting', you: true },
    whomWords.you('示*女'),
  ],
])('names whom it is about to whoever fills in or reads it: %s', (_who, subject, words) => {
  const { container } = render(<WhomBanner view={{ subject, filer: '示*女', state: 'draft' }} />);
  expect(container.textContent).toContain(words);
});
