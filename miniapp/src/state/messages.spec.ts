import { resetVault } from '../../test/memory-vault';
import { noNetwork, ok, sentTo, serve } from '../../test/server';
import { phone, resetPhone } from '../../test/taro';
import { beginSession } from '../platform/session';
import { askInTap, loadTemplates, useTemplates } from './messages';

const grants = { 'POST /notices/grants': () => ({ status: 204 }) };

describe('messages of WeChat', () => {
  beforeEach(async () => {
    resetPhone();
    resetVault();
    await beginSession({ accessToken: 'a', refreshToken: 'r' });
    useTemplates.setState({ templates: ['t1', 't2', 't3', 't4'] });
  });

  it('are asked for before anything is waited for, three at most, and the answer reaches the server', async () => {
    serve(grants);
    const asking = askInTap();
    expect(phone.askedTemplates).toEqual([['t1', 't2', 't3']]);
    await expect(asking).resolves.toBe('asked');
    const results = ['t1', 't2', 't3'].map((template) => ({ template, result: 'accept' }));
    expect(sentTo('POST', '/notices/grants')).toEqual([{ results }]);
  });

  it('refused are refused, and the server knows', async () => {
    serve(grants);
    phone.subscribes = 'reject';
    await expect(askInTap()).resolves.toBe('refused');
    expect(sentTo('POST', '/notices/grants')).toHaveLength(1);
  });

  it('that WeChat does not ask about promise nothing', async () => {
    serve(grants);
    phone.subscribes = undefined;
    await expect(askInTap()).resolves.toBe('failed');
    expect(phone.requests).toEqual([]);
  });

  it('accepted while the network was gone promise nothing either', async () => {
    phone.reply = noNetwork;
    await expect(askInTap()).resolves.toBe('failed');
  });

  it('are not looked for in a browser', async () => {
    serve({ 'GET /notices/templates': () => ok({ templates: [{ id: 't9', topic: 'application-progress' }] }) });
    await loadTemplates();
    expect(phone.requests).toEqual([]);
  });
});
