import type { FieldValues } from '@jinmen/shared/applications/field';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { aDraft, signedIn } from '../../../../test/applications';
import { memoryVault, resetVault } from '../../../../test/memory-vault';
import { noNetwork, ok, problem, serve, unexpected } from '../../../../test/server';
import { phone, resetPhone } from '../../../../test/taro';
import { formWords, memberWords } from '../../../copy/apply';
import { forgetApplications } from '../../../state/applications-on-phone';
import { keptKeys } from '../../../state/kept-on-phone';
import { newInterview } from '../interview';
import { useSession } from '../session';
import { closedDraft, stopRetrying, useDraft } from './draft-session';
import ApplyPage from './index';
import MembersPage from './members/index';

const MEMBERS = 'household.members';
/** Valid by its check digit, of a woman born in 1990. */
const ID_NUMBER = '120101199003070021';

let draft: ApplicationView;
const patched: FieldValues[] = [];

beforeEach(async () => {
  resetPhone();
  resetVault();
  await forgetApplications();
  await signedIn();
  patched.length = 0;
  phone.params = { id: 'a1' };
  useSession.setState({ interview: newInterview, kept: true, asking: undefined });
  serveDraft(aDraft());
});
afterEach(() => {
  stopRetrying();
  expect(unexpected).toEqual([]);
});

function serveDraft(first: ApplicationView): void {
  draft = first;
  serve({
    'GET /relief/applications/a1': () => ok(draft),
    'PATCH /relief/applications/a1': ({ body }) => {
      const { version, fields } = body as { version: number; fields: FieldValues };
      if (version !== draft.version) return problem(409, 'application.stale', undefined, { current: draft });
      patched.push(fields);
      draft = { ...draft, version: version + 1, fields: { ...draft.fields, ...fields } };
      return ok(draft);
    },
  });
}

const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 5))));
const show = async (page: React.ReactElement) => {
  const shown = render(page);
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
const fill = async (selector: string, text: string) => {
  const field = find(`${selector} input, ${selector} textarea`);
  fireEvent.change(field, { target: { value: text } });
  fireEvent.blur(field);
  await settle();
};
const labels = () =>
  [...document.querySelectorAll('.form-label, .form-row .list-row-title')].map((each) => each.textContent);
/** To the part with the household's circumstances. */
const toCircumstances = async () => {
  await press('#next-part');
  await press('#next-part');
  await press('#next-part');
};

describe('the form', () => {
  it('shows a part at a time, says where what is filled in is, and asks each thing once', async () => {
    await show(<ApplyPage />);
    expect(labels()).toEqual(['找得到您的电话']);
    expect(find('#saved').textContent).toContain('已经替您存好了');
    const seen: (string | null)[] = [...labels()];
    while (document.querySelector('#next-part')) {
      await press('#next-part');
      expect(labels().length).toBeLessThanOrEqual(5);
      seen.push(...labels());
    }
    expect(seen.length).toBeGreaterThan(8);
    expect(new Set(seen).size).toBe(seen.length);
    await press('#review');
    expect(phone.opened).toEqual(['/packages/relief/apply/review/index?id=a1']);
  });

  it('says at once what is handed in at the street, before anybody fills in all of it', async () => {
    serveDraft(aDraft({ atTheStreet: ['old-age-allowance'] }));
    await show(<ApplyPage />);
    expect(find('.at-the-street').textContent).toContain('高龄津贴：这项现在到街道办理');
  });

  it('counts as handed in together only what can be handed in here', () => {
    expect([formWords.heading(2, 0), formWords.heading(1, 0)]).toEqual(['一张表，2 项一起递', '填表申请']);
    expect(formWords.heading(1, 1)).toBe('一张表，递 1 项，1 项到街道办');
    expect(formWords.heading(0, 2)).not.toContain('递');
  });

  it('says quietly which programmes want to know, where that is not all of them', async () => {
    await show(<ApplyPage />);
    await toCircumstances();
    const fine: (string | null)[] = [];
    while (document.querySelector('#next-part')) {
      fine.push(...[...document.querySelectorAll('.form-control .line-fine')].map((each) => each.textContent));
      await press('#next-part');
    }
    expect(fine).toContain('低保要用');
    expect(fine.join()).toContain('困难残疾人生活补贴要用');
  });

  it('saves words when their field is left, and says beside it what is wrong with them', async () => {
    await show(<ApplyPage />);
    await fill('.text-box', '138');
    expect(screen.getByRole('alert').textContent).toBe('电话好像不对。手机是 11 位，座机是 022 加 8 位。');
    expect(patched).toEqual([]);
    await fill('.text-box', '１３８ 0000 0001');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(patched).toEqual([{ 'applicant.phone': '13800000001' }]);
  });

  it('finds a street by a few letters of its name', async () => {
    await show(<ApplyPage />);
    await press('#next-part');
    await act(async () => void fireEvent.change(find('.search-box input'), { target: { value: '西营门' } }));
    fireEvent.click(screen.getByText('西青区西营门街道'));
    await settle();
    expect(patched).toEqual([{ 'applicant.street': '120111001' }]);
  });

  it('saves a choice at once, and a number when its field is left', async () => {
    await show(<ApplyPage />);
    await toCircumstances();
    await press('#control-hukou .choice');
    await fill('#control-member-count', '3');
    expect(patched).toEqual([{ 'fact:household.hukou': 'all-tianjin' }, { 'fact:household.memberCount': 3 }]);
  });

  it('keeps what is half typed through a killed app', async () => {
    const page = await show(<ApplyPage />);
    await fill('.text-box', '138');
    page.unmount();
    useDraft.setState(closedDraft, true);
    await show(<ApplyPage />);
    expect(find('.text-box input').getAttribute('value')).toBe('138');
    expect(screen.getByRole('alert')).toBeTruthy();
  });

  it('without a network says so, and that it is on this phone', async () => {
    await show(<ApplyPage />);
    phone.reply = noNetwork;
    await fill('.text-box', '13800000001');
    expect(screen.getByText(formWords.savedHere)).toBeTruthy();
    expect(memoryVault.sealed.get(keptKeys.reliefUnsent)).toContain('13800000001');
  });

  it('puts the wizard’s answers in only at a press, and shows each as one row to change', async () => {
    const facts = { 'household.hukou': 'all-tianjin', 'household.memberCount': 3 };
    const interview = { ...newInterview, facts, asked: ['hukou', 'member-count'], at: 2, doors: ['general'] };
    phone.stored.set(keptKeys.reliefAnswers, JSON.stringify(interview));
    await show(<ApplyPage />);
    expect(find('#prefill').textContent).toContain('2 题');
    expect(patched).toEqual([]);
    await press('#prefill-yes');
    expect(patched).toEqual([{ 'fact:household.hukou': 'all-tianjin', 'fact:household.memberCount': 3 }]);
    await toCircumstances();
    expect(find('#row-member-count').textContent).toContain('3 人');
    await press('#row-member-count');
    await fill('#control-member-count', '4');
    expect(patched[1]).toEqual({ 'fact:household.memberCount': 4 });
  });

  it.each([
    ['somebody they help', { kind: 'helped', mandateId: 'm1', name: '测*娘', until: '2026-12-31', state: 'acting' }],
    ['a child who lives elsewhere', { kind: 'ward', dependantId: 'd1', name: '测*明', under14: true, minor: true }],
  ] as const)('offers what was answered of one’s own household in no application for %s', async (_whom, subject) => {
    const facts = { 'household.hukou': 'all-tianjin', 'household.memberCount': 3 };
    const interview = { ...newInterview, facts, asked: ['hukou', 'member-count'], at: 2, doors: ['general'] };
    phone.stored.set(keptKeys.reliefAnswers, JSON.stringify(interview));
    serveDraft(aDraft({ subject }));
    await show(<ApplyPage />);
    expect(document.querySelector('#prefill')).toBeNull();
  });

  it('shows both of what two phones filled in, and goes on with the one chosen', async () => {
    serveDraft(aDraft({ fields: { 'applicant.phone': '13800000001' } }));
    phone.params = { id: 'a1', field: 'applicant.phone' };
    await show(<ApplyPage />);
    draft = {
      ...draft,
      version: 2,
      fields: { 'applicant.phone': '13900000002' },
      changedAt: { 'applicant.phone': '2026-11-25T02:05:00Z' },
    };
    await fill('.text-box', '13700000003');
    const sides = [...document.querySelectorAll('#clashes .choice')].map((each) => each.textContent);
    expect(sides[0]).toContain('13700000003');
    expect(sides[0]).toContain('这部手机');
    expect(sides[1]).toContain('13900000002');
    expect(sides[1]).toContain('另一部手机，11 月 25 日 10:05');
    expect(patched).toEqual([]);
    await press('#clashes .choice:last-child');
    expect(draft.fields['applicant.phone']).toBe('13900000002');
    expect(document.querySelector('#clashes')).toBeNull();
    expect(find('.text-box input').getAttribute('value')).toBe('13900000002');
  });

  it('leads to the field it was asked to', async () => {
    phone.params = { id: 'a1', field: 'statement' };
    await show(<ApplyPage />);
    expect(labels()).toEqual(['想说的话']);
  });

  it('signs in where nobody is, and says what to do where there is no such draft or no answer', async () => {
    serve({ 'GET /relief/applications/a1': () => problem(404, 'not-found') });
    const gone = await show(<ApplyPage />);
    expect(screen.getByText(formWords.notFound)).toBeTruthy();
    gone.unmount();
    useDraft.setState(closedDraft, true);
    phone.reply = noNetwork;
    const cut = await show(<ApplyPage />);
    expect(find('#way-on').textContent).toBe(formWords.retry);
    cut.unmount();
  });

  it('that was submitted is only looked at', async () => {
    serveDraft(aDraft({ state: 'open' }));
    await show(<ApplyPage />);
    expect(screen.getByText(formWords.submitted)).toBeTruthy();
    await press('#way-on');
    expect(phone.opened).toEqual(['/packages/relief/case/index?id=a1']);
  });
});

describe('the people one lives with', () => {
  const write = async (name: string, idNumber: string) => {
    await fill('#member-name', name);
    await fill('#member-id-number', idNumber);
    fireEvent.click(screen.getByText(memberWords.relations.spouse));
    await settle();
  };
  const members = () => draft.fields[MEMBERS] as readonly { name: string; idNumber: string }[] | undefined;

  it('are nobody at one press', async () => {
    await show(<ApplyPage />);
    await press('#next-part');
    await press('#next-part');
    fireEvent.click(screen.getByText(memberWords.onlyMe));
    await settle();
    expect(members()).toEqual([]);
  });

  it('are written one by one, their numbers looked at when the field is left', async () => {
    await show(<MembersPage />);
    await press('#add-member');
    await fill('#member-id-number', '120101199003070020');
    expect(screen.getByRole('alert').textContent).toContain('有一位填错了');
    await write('阿依古丽 • 买买提', ID_NUMBER.toLowerCase());
    expect(members()).toBeUndefined();
    await press('#keep-member');
    expect(members()).toMatchObject([{ name: '阿依古丽·买买提', idNumber: ID_NUMBER, relation: 'spouse' }]);
    expect(document.querySelector('#member-form')).toBeNull();
  });

  it('half written survive a killed app', async () => {
    const page = await show(<MembersPage />);
    await press('#add-member');
    await fill('#member-name', '李');
    page.unmount();
    useDraft.setState(closedDraft, true);
    await show(<MembersPage />);
    expect(find('#member-name input').getAttribute('value')).toBe('李');
  });

  it('can be taken out and brought back before the server hears of it', async () => {
    const person = { id: 'm1', name: '李四', idNumber: '1****************0', relation: 'child' as const };
    serveDraft(aDraft({ fields: { [MEMBERS]: [person] } }));
    const page = await show(<MembersPage />);
    await press('#remove-member-0');
    expect(document.querySelector('.member')).toBeNull();
    await press('#undo');
    expect(find('.member').textContent).toContain('李四');
    await press('#remove-member-0');
    expect(patched).toEqual([]);
    page.unmount();
    await settle();
    expect(members()).toEqual([]);
  });
});
