import type { PapersView, PaperView } from '@jinmen/shared/applications/paper-views';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { act, fireEvent, render } from '@testing-library/react';
import { aDraft, signedIn } from '../../../../test/applications';
import { resetVault } from '../../../../test/memory-vault';
import { noNetwork, ok, problem, type Routes, sentTo, serve, unexpected } from '../../../../test/server';
import { phone, resetPhone } from '../../../../test/taro';
import PromisePage from '../promise/index';
import PapersPage from './index';

const MATERIAL = '/relief/applications/a1/materials/diagnosis';
const paper = (change: Partial<PaperView> = {}): PaperView => ({
  kind: 'diagnosis',
  name: '诊断证明',
  neededBy: ['minimum-living-allowance'],
  mayFollow: true,
  ways: ['photo', 'later', 'in-person'],
  state: 'open',
  pages: [],
  ...change,
});
const photo = { file: 'f1', page: 1, type: 'jpeg', sent: false } as const;
const ready = paper({ state: 'ready', way: 'photo', pages: [photo] });
const terms = { lastDay: '2099-12-31', followDays: 30, extensionDays: 10 } as const;
const view = (item: PaperView, change: Partial<ApplicationView> = {}): ApplicationView => {
  const papers: PapersView = { items: [item], remarks: ['别的材料待核定'], terms, room: 19 };
  return aDraft({ papers, ...change });
};
const serveAll = (item: PaperView, more: Routes = {}, change: Partial<ApplicationView> = {}) =>
  serve({ 'GET /relief/applications/a1': () => ok(view(item, change)), ...more });

beforeEach(async () => {
  resetPhone();
  resetVault();
  await signedIn();
  phone.params = { id: 'a1' };
  Object.assign(process.env, { TARO_ENV: 'weapp' });
});
afterEach(() => {
  Object.assign(process.env, { TARO_ENV: 'h5' });
  expect(unexpected).toEqual([]);
});

const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 10))));
const press = async (selector: string) => {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`nothing at ${selector}`);
  fireEvent.click(found);
  await settle();
};
const text = () => document.body.textContent ?? '';
const show = async (page: React.JSX.Element) => {
  render(page);
  await settle();
};

describe('a photo of a paper', () => {
  it('is made small on the phone where it is large, and put as the next page', async () => {
    phone.photos = [{ tempFilePath: 'wxfile://large', size: 4_000_000 }];
    serveAll(paper(), { [`PUT ${MATERIAL}`]: () => ok(view(ready)) });
    await show(<PapersPage />);
    await press('#photo-diagnosis');
    expect(phone.uploaded).toEqual(['wxfile://large.small']);
    expect(phone.requests.at(-1)).toBe(`/api/v1${MATERIAL}?page=1`);
    expect(text()).toContain('放好了');
  });

  it('that did not arrive is kept, says so, and goes again as the same page', async () => {
    phone.photos = [{ tempFilePath: 'wxfile://small', size: 1000 }];
    let tries = 0;
    const answer = () => (tries++ === 0 ? noNetwork() : ok(view(ready)));
    serveAll(paper(), { [`PUT ${MATERIAL}`]: answer });
    await show(<PapersPage />);
    await press('#photo-diagnosis');
    expect(text()).toContain('没传上去，照片还在');
    await press('#again-diagnosis');
    expect(phone.uploaded).toEqual(['wxfile://small', 'wxfile://small']);
    expect(text()).toContain('放好了');
  });

  it('taken as the session ended is kept until they have signed in again, and goes as the same page', async () => {
    phone.photos = [{ tempFilePath: 'wxfile://one', size: 100_000 }];
    let ended = true;
    serveAll(paper(), {
      [`PUT ${MATERIAL}`]: () => (ended ? problem(401, 'session.required') : ok(view(ready))),
      'POST /sessions/refresh': () => problem(401, 'session.required'),
    });
    await show(<PapersPage />);
    await press('#photo-diagnosis');
    expect(text()).toContain('照片还在');
    ended = false;
    await act(signedIn);
    await press('#again-diagnosis');
    expect(text()).not.toContain('照片还在');
    expect(text()).toContain('第 1 张放好了');
  });

  it('the server does not take is refused in its words, and what was there stays', async () => {
    phone.photos = [{ tempFilePath: 'wxfile://odd', size: 1000 }];
    serveAll(ready, { [`PUT ${MATERIAL}`]: () => problem(422, 'upload.broken', '这个文件打不开。') });
    await show(<PapersPage />);
    await press('#photo-diagnosis');
    expect(text()).toContain('这个文件打不开。');
    expect(text()).toContain('第 1 张');
  });

  it('that may be hard to read is a question, and nothing more', async () => {
    serveAll(paper({ state: 'ready', pages: [{ ...photo, unclear: 'dark' }] }));
    await show(<PapersPage />);
    expect(text()).toContain('要不要重拍');
  });

  it('is not asked for again of somebody who closed the camera; whoever refused it is told another way', async () => {
    serveAll(paper());
    await show(<PapersPage />);
    phone.photos = 'chooseMedia:fail cancel';
    await press('#photo-diagnosis');
    expect(text()).not.toContain('手机设置');
    phone.photos = 'chooseMedia:fail privacy permission is not authorized';
    await press('#photo-diagnosis');
    expect(text()).toMatch(/手机设置.*带到街道/);
    expect(phone.uploaded).toEqual([]);
  });

  it('can be put back for a moment after it was taken away', async () => {
    serveAll(ready);
    await show(<PapersPage />);
    await press('#remove-f1');
    expect(text()).not.toContain('第 1 张');
    await press('#undo-diagnosis');
    expect(text()).toContain('第 1 张');
    expect(sentTo('DELETE', MATERIAL)).toEqual([]);
  });
});

describe('a paper that comes another way', () => {
  it('is brought to the street, by one tap', async () => {
    serveAll(paper(), { [`PUT ${MATERIAL}/way`]: () => ok(view(paper({ state: 'in-person', way: 'in-person' }))) });
    await show(<PapersPage />);
    await press('#other-diagnosis');
    await press('#in-person-diagnosis');
    expect(sentTo('PUT', `${MATERIAL}/way`)).toEqual([{ way: 'in-person' }]);
    expect(text()).toContain('您带到街道');
  });

  it('is looked up by the office: nothing to press', async () => {
    serveAll(paper({ state: 'bureau', ways: ['bureau'], mayFollow: false, fetchedBy: '核对系统' }));
    await show(<PapersPage />);
    expect(text()).toContain('由核对系统去查，您不用拿');
    expect(document.querySelector('#photo-diagnosis')).toBeNull();
  });

  it('follows, on one sheet that is read back before it is signed', async () => {
    serveAll(paper(), { 'POST /relief/applications/a1/commitments': () => ok(view(paper({ state: 'promised' }))) });
    await show(<PapersPage />);
    await press('#other-diagnosis');
    await press('#later-diagnosis');
    await press('#to-promise');
    expect(phone.opened).toEqual(['/packages/mine/promise/index?id=a1&kinds=diagnosis']);
    document.body.innerHTML = '';
    phone.params = { id: 'a1', kinds: 'diagnosis' };
    await show(<PromisePage />);
    expect(document.querySelector('#sign')).toBeNull();
    await press('#day-diagnosis .choice');
    expect(document.querySelector('#read-back')?.textContent).toMatch(/诊断证明：最晚.*还没补上，申请照样留着/);
    await press('#sign');
    expect(sentTo('POST', '/relief/applications/a1/commitments')).toMatchObject([
      { papers: [{ kind: 'diagnosis' }], accepted: true },
    ]);
    expect(phone.opened.at(-1)).toBe('back');
  });
});

it('after handing in, what is photographed goes in one tap, once', async () => {
  const sent = paper({ state: 'sent', pages: [{ ...photo, sent: true }] });
  serveAll(
    ready,
    { 'POST /relief/applications/a1/supplements': () => ok(view(sent, { state: 'open' })) },
    { state: 'open' },
  );
  await show(<PapersPage />);
  await press('#send-papers');
  expect(sentTo('POST', '/relief/applications/a1/supplements')).toEqual([{ kinds: ['diagnosis'] }]);
  expect(document.querySelector('#send-papers')).toBeNull();
  expect(text()).toContain('由街道的人来看');
});
