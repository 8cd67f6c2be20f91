import type { AppealView } from '@jinmen/shared/applications/appeal';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { signedIn } from '../../../../test/applications';
import { memoryVault, resetVault } from '../../../../test/memory-vault';
import { ok, problem, sentTo, serve, unexpected } from '../../../../test/server';
import { phone, resetPhone } from '../../../../test/taro';
import { appealWords as words } from '../../../copy/appeal';
import { shutWords } from '../../../copy/shut';
import { today } from '../../../platform/clock';
import AppealPage from './index';

const LIVING = 'minimum-living-allowance';
const source = {
  document: '《行政复议法》',
  article: '第二十条',
  row: 'A.10',
  confidence: 'third-party-copy',
} as const;
const appeal = (change: Partial<AppealView['reconsideration']> = {}): AppealView => ({
  programme: LIVING,
  title: '低保',
  decidedOn: '2026-11-20',
  reconsideration: {
    until: '2027-01-19',
    over: false,
    source,
    to: '西青区人民政府',
    answeredWithin: { days: 60, simple: 30, source },
    ...change,
  },
  lawsuit: { until: '2027-05-20', over: false, source, daysAfterReconsideration: 15 },
  inaction: { source },
  statement: '行政复议申请书',
  handedIn: [],
});
const serveAppeal = (view: AppealView) =>
  serve({
    'GET /relief/applications/a1/appeal': () => ok(view),
    'POST /relief/applications/a1/appeals': () => ok({}),
  });

beforeEach(async () => {
  resetPhone();
  resetVault();
  await signedIn();
  phone.params = { id: 'a1', programme: LIVING };
});
afterEach(() => expect(unexpected).toEqual([]));

const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 5))));
const show = async () => {
  render(<AppealPage />);
  await settle();
};
const field = () => document.querySelector('#statement-field textarea') as HTMLTextAreaElement;

describe('not agreeing with a decision', () => {
  it('says to whom and until when, and how to hand it in where nobody gave an address', async () => {
    serveAppeal(appeal());
    await show();
    expect(screen.getByText(words.again.to('西青区人民政府'))).toBeTruthy();
    expect(screen.getByText(words.again.until('1 月 19 日 周二'))).toBeTruthy();
    expect(screen.getByText(words.again.noOnline)).toBeTruthy();
  });

  it('gives the address that was given, and says when the days are over', async () => {
    serveAppeal(appeal({ online: 'https://fy.example', over: true }));
    await show();
    expect(screen.getByText('https://fy.example')).toBeTruthy();
    expect(screen.queryByText(words.again.noOnline)).toBeNull();
    expect(screen.getByText(words.again.over('2027 年 1 月 19 日'))).toBeTruthy();
  });

  it('keeps the statement as it is typed on this phone alone, and gives the prefilled one back when asked', async () => {
    serveAppeal(appeal());
    await show();
    fireEvent.input(field(), { target: { value: '这笔钱是去年的' } });
    await settle();
    cleanup();
    await show();
    expect(field().value).toBe('这笔钱是去年的');
    fireEvent.click(screen.getByText(words.statement.again));
    await settle();
    expect(field().value).toBe('行政复议申请书');
    expect(phone.sent.filter((each) => JSON.stringify(each ?? '').includes('去年'))).toEqual([]);
  });

  it('leaves what does not open once as it is, says so, and shows it when it opens', async () => {
    memoryVault.sealed.set('relief-statements', JSON.stringify({ [`a1/${LIVING}`]: '我以前写的' }));
    memoryVault.unreadable = true;
    serveAppeal(appeal());
    await show();
    expect(screen.getByText(words.statement.shut)).toBeTruthy();
    fireEvent.click(screen.getByText(shutWords.again));
    await settle();
    expect(screen.getByText(shutWords.still)).toBeTruthy();
    memoryVault.unreadable = false;
    fireEvent.click(screen.getByText(shutWords.again));
    await settle();
    expect(field().value).toBe('我以前写的');
    expect(screen.queryByText(words.statement.shut)).toBeNull();
  });

  it('writes nothing over it either once it would open again, and takes nothing typed since away', async () => {
    memoryVault.sealed.set('relief-statements', JSON.stringify({ [`a1/${LIVING}`]: '我以前写的' }));
    memoryVault.unreadable = true;
    serveAppeal(appeal());
    await show();
    memoryVault.unreadable = false;
    fireEvent.input(field(), { target: { value: '从头写' } });
    await settle();
    expect(screen.queryByText(shutWords.again)).toBeNull();
    fireEvent.click(screen.getByText(words.statement.again));
    await settle();
    cleanup();
    await show();
    expect(field().value).toBe('我以前写的');
  });

  it('says of what this phone does not keep that it did not', async () => {
    serveAppeal(appeal());
    await show();
    memoryVault.refuses = true;
    fireEvent.input(field(), { target: { value: '这笔钱是去年的' } });
    await settle();
    expect(screen.getByText(words.statement.notSaved)).toBeTruthy();
    expect(screen.queryByText(words.statement.saved)).toBeNull();
  });

  it('tells only what the resident says to have handed in, and on which day', async () => {
    serveAppeal(appeal());
    await show();
    fireEvent.click(screen.getByText(words.told.reconsideration));
    await settle();
    fireEvent.click(screen.getByText(words.told.save));
    await settle();
    const said = { programme: LIVING, kind: 'reconsideration', on: today() };
    expect(sentTo('POST', '/relief/applications/a1/appeals')).toEqual([said]);
  });

  it('can be tried again where it did not open', async () => {
    serve({ 'GET /relief/applications/a1/appeal': () => problem(503, 'unavailable') });
    await show();
    expect(screen.getByText(words.missing)).toBeTruthy();
  });
});
