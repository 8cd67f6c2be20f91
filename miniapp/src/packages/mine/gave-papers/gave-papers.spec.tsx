import { act, fireEvent, render, screen } from '@testing-library/react';
import { resetVault } from '../../../../test/memory-vault';
import { noNetwork, ok, problem, type Routes, serve } from '../../../../test/server';
import { phone, resetPhone } from '../../../../test/taro';
import { beginSession, dropSession } from '../../../platform/session';
import { useSession } from '../../../state/session';
import GavePapersPage from './index';

const AT = '/relief/applications/one/materials/identity-card';
const PHOTO = {
  ...{ id: 'p1', name: '身份证', about: '低保', type: 'jpeg', bytes: 234_567, sent: true },
  ...{ takenAt: '2026-11-24T02:05:00Z', path: `${AT}?file=f1` },
};
const FILE = { ...PHOTO, id: 'p2', name: '户口簿', type: 'pdf', bytes: 10, sent: false, path: `${AT}?file=f2` };
const { path: _, ...REPLACED } = { ...PHOTO, id: 'p3', name: '租房合同', bytes: 999_999 };

const settle = () => act(async () => new Promise((later) => setTimeout(later)));
const look = async (index: number) => {
  fireEvent.click(screen.getAllByText('看一看')[index] ?? document.body);
  await settle();
};
const open = async (routes: Routes) => {
  serve({ 'GET /papers': () => ok({ items: [PHOTO, FILE, REPLACED] }), ...routes });
  render(<GavePapersPage />);
  await settle();
};

beforeEach(async () => {
  resetPhone();
  resetVault();
  useSession.setState({ status: 'signed-in', me: undefined });
  await dropSession();
  await beginSession({ accessToken: 'a', refreshToken: 'r' });
  Object.assign(process.env, { TARO_ENV: 'weapp' });
});
afterEach(() => Object.assign(process.env, { TARO_ENV: 'h5' }));

it('lists every photo and file with its kind, size and day, and opens each where it is', async () => {
  await open({ [`GET ${AT}`]: () => ok('') });
  expect(screen.getByText('照片，约 0.2 兆，11 月 24 日 10:05 放进来的')).toBeTruthy();
  expect(screen.getByText('文件，约 0.1 兆，11 月 24 日 10:05 放进来的')).toBeTruthy();
  await look(0);
  await look(1);
  expect(phone.opened).toEqual([`tmp:/api/v1${AT}?file=f1`, `tmp:/api/v1${AT}?file=f2`]);
});

it('offers no look at one that was taken anew, and says where it is', async () => {
  await open({});
  expect(screen.getAllByText('看一看')).toHaveLength(2);
  expect(screen.getByText(/后来重新拍过，这一张手机上看不到了/)).toBeTruthy();
});

it('says when one did not open, and lets them try again', async () => {
  await open({ [`GET ${AT}`]: () => problem(404, 'request.not-found') });
  await look(0);
  expect(screen.getByText('没打开。过一会儿再试，或者到街道要。')).toBeTruthy();
  phone.reply = noNetwork;
  await look(0);
  expect(screen.getByText('没有网，没打开。有网了再点一次。')).toBeTruthy();
  expect(phone.opened).toEqual([]);
});

it('says when nothing was given yet', async () => {
  await open({ 'GET /papers': () => ok({ items: [] }) });
  expect(screen.getByText('还没有交过照片和文件。')).toBeTruthy();
});
