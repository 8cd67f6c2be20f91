import { resetVault } from '../../test/memory-vault';
import { noNetwork, ok, problem, sentTo, serve } from '../../test/server';
import { phone, resetPhone } from '../../test/taro';
import { beginSession } from '../platform/session';
import { askInTap, loadMessageOffer, useTemplates } from './messages';

const text = {
  purpose: 'progress-messages',
  title: '有进展时告诉您',
  text: '发一条消息。',
  version: 2,
  without: '就不发。',
};
const given = { ...text, state: 'given' } as const;
const notAsked = { ...text, state: 'not-asked' } as const;
const routes = {
  'POST /notices/grants': () => ({ status: 204 }),
  'POST /consents': () => ok(given),
  'GET /consents': () => ok({ items: [given] }),
  'GET /notices/templates': () => ok({ templates: [{ id: 't9', topic: 'application-progress' }] }),
};

describe('messages of WeChat', () => {
  beforeEach(async () => {
    resetPhone();
    resetVault();
    await beginSession({ accessToken: 'a', refreshToken: 'r' });
    useTemplates.setState({ templates: ['t1', 't2', 't3', 't4'] });
    serve(routes);
  });

  it('are asked for before anything is waited for, three at most, and the answer reaches the server', async () => {
    const asking = askInTap(given);
    expect(phone.askedTemplates).toEqual([['t1', 't2', 't3']]);
    await expect(asking).resolves.toBe('asked');
    const results = ['t1', 't2', 't3'].map((template) => ({ template, result: 'accept' }));
    expect(sentTo('POST', '/notices/grants')).toEqual([{ results }]);
    expect(sentTo('POST', '/consents')).toEqual([]);
  });

  it('need a yes to their purpose first, in the text that was shown', async () => {
    await expect(askInTap(notAsked)).resolves.toBe('asked');
    expect(sentTo('POST', '/consents')).toEqual([{ purpose: 'progress-messages', version: 2, state: 'given' }]);
  });

  it('are promised to nobody whose yes the server did not take', async () => {
    serve({ ...routes, 'POST /consents': () => problem(409, 'consent.other-version', '说明改过了。') });
    await expect(askInTap(notAsked)).resolves.toBe('failed');
    expect(sentTo('POST', '/notices/grants')).toEqual([]);
  });

  it('refused in WeChat are refused: the no is noted once, no yes is, and one given before stays', async () => {
    phone.subscribes = 'reject';
    await expect(askInTap(notAsked)).resolves.toBe('refused');
    expect(sentTo('POST', '/consents')).toEqual([{ purpose: 'progress-messages', version: 2, state: 'refused' }]);
    expect(sentTo('POST', '/notices/grants')).toEqual([]);
    await expect(askInTap(given)).resolves.toBe('refused');
    expect(sentTo('POST', '/consents')).toHaveLength(1);
  });

  it('that WeChat kept from being asked are no no of theirs', async () => {
    phone.subscribes = 'filter';
    await expect(askInTap(notAsked)).resolves.toBe('refused');
    expect(phone.requests).toEqual([]);
  });

  it('accepted to be read aloud too are accepted, and a new word of WeChat is taken for none', async () => {
    phone.subscribes = 'acceptWithAudio';
    await expect(askInTap(given)).resolves.toBe('asked');
    expect(JSON.stringify(sentTo('POST', '/notices/grants'))).toContain('"result":"accept"');
    phone.subscribes = 'perhaps';
    await expect(askInTap(given)).resolves.toBe('refused');
  });

  it('that WeChat does not ask about promise nothing', async () => {
    phone.subscribes = undefined;
    await expect(askInTap(given)).resolves.toBe('failed');
    expect(phone.requests).toEqual([]);
  });

  it('accepted while the network was gone promise nothing either', async () => {
    phone.reply = noNetwork;
    await expect(askInTap(given)).resolves.toBe('failed');
  });

  it('are offered on WeChat and in no browser', async () => {
    await loadMessageOffer();
    expect(phone.requests).toEqual([]);
    Object.assign(process.env, { TARO_ENV: 'weapp' });
    await loadMessageOffer();
    Object.assign(process.env, { TARO_ENV: 'h5' });
    expect(useTemplates.getState().templates).toEqual(['t9']);
  });
});
