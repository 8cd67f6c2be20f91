import { programmes } from '@jinmen/shared/catalogue';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { aDraft, signedIn } from '../../../../test/applications';
import { resetVault } from '../../../../test/memory-vault';
import { noNetwork, ok, serve, unexpected } from '../../../../test/server';
import { phone, resetPhone } from '../../../../test/taro';
import { chooseWords } from '../../../copy/apply';
import { dropSession } from '../../../platform/session';
import { keptKeys } from '../../../state/kept-on-phone';
import { useSession as useResident } from '../../../state/session';
import { newInterview } from '../interview';
import { useSession } from '../session';
import { notesOn } from './choose-view';
import ChoosePage from './index';

/** A household of three with 800 yuan a head, one of them disabled. */
const facts = {
  'household.hukou': 'all-tianjin',
  'household.memberCount': 3,
  'household.monthlyWageIncomeFen': 0,
  'household.monthlyOtherIncomeFen': 240_000,
};
const asked = ['hukou', 'member-count', 'wages', 'other-income'];
const interview = { ...newInterview, facts, asked, at: asked.length, doors: ['general'] };

beforeEach(async () => {
  resetPhone();
  resetVault();
  await dropSession();
  useResident.setState({ status: 'signed-out', me: undefined });
  useSession.setState({ interview: newInterview, kept: true, asking: undefined });
});
afterEach(() => expect(unexpected).toEqual([]));

const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 5))));
const show = async () => {
  const shown = render(<ChoosePage />);
  await settle();
  return shown;
};
const press = async (selector: string) => {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`nothing at ${selector}`);
  fireEvent.click(found);
  await settle();
};
const ticked = () => [...document.querySelectorAll('.choice-on .choice-text')].map((each) => each.textContent);
const asSignedIn = async () => {
  await signedIn();
  useResident.setState({ status: 'signed-in' });
};

describe('choosing', () => {
  it('has the plan’s programmes ticked, and every other one within reach', async () => {
    phone.stored.set(keptKeys.reliefAnswers, JSON.stringify(interview));
    await show();
    expect(ticked()).toContain('低保');
    await press('#show-others');
    const all = [...document.querySelectorAll('.choice-text')].map((each) => each.textContent);
    expect([...all].sort()).toEqual(programmes.map(({ title }) => title).sort());
  });

  it('has ticked only the programme the resident came from', async () => {
    phone.stored.set(keptKeys.reliefAnswers, JSON.stringify(interview));
    phone.params = { programme: 'old-age-allowance' };
    await show();
    expect(ticked()).toEqual(['高龄津贴']);
  });

  it('wants one at least', async () => {
    await show();
    await press('#start-form');
    expect(screen.getByRole('alert').textContent).toBe(chooseWords.none);
    await press('.choice');
    expect(screen.queryByText(chooseWords.none)).toBeNull();
  });

  it('offers the questions to whoever has not answered any', async () => {
    await show();
    await press('#check-first');
    expect(phone.opened).toEqual(['/packages/relief/wizard/index']);
    expect(screen.getByText(chooseWords.all)).toBeTruthy();
    expect(screen.queryByText(chooseWords.others)).toBeNull();
  });

  it('says what is held back for what, in order, and refuses no pair', () => {
    const together = notesOn(['minimum-living-allowance', 'disability-living-subsidy'], programmes, {});
    expect(together).toHaveLength(1);
    expect(together[0]).toContain(chooseWords.held.approved('困难残疾人生活补贴', ['低保']));
    expect(together[0]).toContain('钱从递交那个月算起，想早算的，不用等，现在就可以到街道去递。');
    expect(notesOn(['minimum-living-allowance'], programmes, {})).toEqual([]);
    const [pair] = notesOn(['minimum-living-allowance', 'low-income-margin'], programmes, {});
    expect(pair).toContain('只能要一样');
  });

  it('says of what one person may have once that both are handed in, unless somebody lives alone', () => {
    const chosen = ['special-hardship-support', 'disability-care-subsidy'];
    const [family, ...more] = notesOn(chosen, programmes, { 'household.memberCount': 3 });
    expect(family).toContain('是两个人的，两样都递');
    expect(more).toEqual([]);
    expect(notesOn(chosen, programmes, { 'household.memberCount': 1 })).toEqual([
      chooseWords.held['not-approved']('重度残疾人护理补贴', ['特困']),
    ]);
  });
});

describe('beginning', () => {
  const made = () =>
    serve({
      'GET /relief/applications': () => ok({ items: [] }),
      'POST /relief/applications': () => ok(aDraft({ id: 'new' })),
    });

  it('signs in first where nobody is, sends nothing before, and goes straight on', async () => {
    phone.params = { programme: 'minimum-living-allowance' };
    const page = await show();
    await press('#start-form');
    expect(phone.opened).toEqual(['/packages/mine/sign-in/index']);
    expect(phone.requests).toEqual([]);
    page.unmount();
  });

  it('makes one draft of what is ticked, however often it is tapped, and opens its form', async () => {
    await asSignedIn();
    made();
    phone.params = { programme: 'minimum-living-allowance' };
    await show();
    const button = document.querySelector('#start-form');
    if (button === null) throw new Error('no button');
    fireEvent.click(button);
    fireEvent.click(button);
    await settle();
    const sent = phone.asked.flatMap(({ method, header }, at) =>
      method === 'POST' ? [{ header, body: phone.sent[at] }] : [],
    );
    expect(sent.map(({ body }) => body)).toEqual([{ programmes: ['minimum-living-allowance'] }]);
    expect(sent[0]?.header['Idempotency-Key']).toMatch(/^[0-9a-f]{32}$/);
    expect(phone.opened).toEqual(['/packages/relief/apply/index?id=new']);
  });

  it('without a network says so and stays', async () => {
    await asSignedIn();
    phone.reply = noNetwork;
    phone.params = { programme: 'minimum-living-allowance' };
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    await show();
    await press('#start-form');
    Object.defineProperty(navigator, 'onLine', { value: true, configurable: true });
    expect(screen.getByRole('alert').textContent).toContain('没有网');
    expect(phone.opened).toEqual([]);
  });

  it('offers a draft begun before to go on with', async () => {
    await asSignedIn();
    const { id, version, state, programmes: codes, updatedAt } = aDraft();
    const item = { id, version, state, programmes: codes, updatedAt, now: '还没递', waitsForYou: true };
    serve({ 'GET /relief/applications': () => ok({ items: [item, { ...item, id: 'a2', state: 'open' }] }) });
    await show();
    expect(document.querySelectorAll('.open-draft')).toHaveLength(1);
    expect(document.querySelector('#open-draft')?.textContent).toContain('您有 1 张还没递的表');
    await press('.open-draft');
    expect(phone.opened).toEqual(['/packages/relief/apply/index?id=a1']);
  });

  it('says of each draft what it asks for and for whom; of many names three, and leads to all of them', async () => {
    await asSignedIn();
    const { version, state, updatedAt } = aDraft();
    const item = { version, state, programmes: ['old-age-allowance'], updatedAt, now: '还没递', waitsForYou: true };
    const ward = { kind: 'ward', dependantId: 'd1', name: '张小*', under14: true, minor: true };
    const items = ['a', 'b', 'c', 'd'].map((id, at) => ({ ...item, id, ...(at === 1 && { subject: ward }) }));
    serve({ 'GET /relief/applications': () => ok({ items }) });
    await show();
    const rows = [...document.querySelectorAll('.open-draft')].map(({ textContent }) => textContent ?? '');
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatch(/^高龄津贴\d+ 月 \d+ 日 \d+:\d\d 存的，点开接着填/);
    expect(rows[1]).toMatch(/^为张小\*：高龄津贴/);
    expect(document.querySelector('#open-draft')?.textContent).toContain('您有 4 张还没递的表');
    await press('#all-drafts');
    expect(phone.opened).toEqual(['/packages/mine/applications/index']);
  });
});
