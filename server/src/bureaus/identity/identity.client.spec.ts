import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import {
  type Behaviour,
  blackHole,
  cutReply,
  json,
  type LocalBureau,
  reset,
  startLocalBureau,
} from '../../../test/local-bureau';
import { BureauHttp } from '../../platform/bureau-http/bureau-http';
import { ConnectedBureaus } from '../../platform/bureau-http/connected-bureaus';
import { Clock } from '../../platform/clock';
import type { Config } from '../../platform/config/config';
import type { Transactions } from '../../platform/database/transactions';
import { IdentityClient } from './identity.client';

const EXAMPLES = join(__dirname, '../../../../docs/bureaus/identity/examples');
const example = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(EXAMPLES, `${name}.json`), 'utf8')) as Record<string, unknown>;

let bureau: LocalBureau;
let http: BureauHttp;
let client: IdentityClient;

beforeAll(() => Logger.overrideLogger(false));
beforeEach(async () => {
  bureau = await startLocalBureau();
  const config = { bureaus: { identity: bureau.address } } as Partial<Config> as Config;
  http = new BureauHttp(config, new Clock(), { isOpen: false } as Transactions);
  client = new IdentityClient(http, new ConnectedBureaus(config));
});
afterEach(async () => {
  await http.hangUp();
  await bureau.close();
});

const verify = () => client.verify('单人断收入', '129999198503179915');

describe('asking who somebody is', () => {
  it('sends what the document says, with the serial number as the key', async () => {
    bureau.behave(json(200, example('verify.answer-match')));
    await verify();
    const [sent] = bureau.deliveries;
    expect(sent?.path).toBe('/rzfw/v1/smhy');
    const { YWLSH, ...rest } = JSON.parse(sent?.text ?? '{}') as Record<string, unknown>;
    const { YWLSH: _serial, ...asked } = example('verify.request');
    expect(rest).toEqual(asked);
    expect(YWLSH).toBe(sent?.key);
  });

  it.each([
    ['verify.answer-match', { kind: 'confirmed' }],
    ['verify.answer-mismatch', { kind: 'not-confirmed', because: 'other-name' }],
    ['verify.answer-not-found', { kind: 'not-confirmed', because: 'no-such-number' }],
    ['verify.answer-deceased', { kind: 'not-confirmed', because: 'deceased' }],
  ])('reads %s', async (name, expected) => {
    bureau.behave(json(200, example(name)));
    expect(await verify()).toEqual(expected);
  });

  it.each<[string, Behaviour]>([
    ['busy', json(500, example('answer-500'))],
    ['not knowing our signature', json(401, example('answer-401'))],
    ['refusing our message', json(400, example('verify.answer-400'))],
    ['answering 200 with an error inside', json(200, example('answer-500'))],
    ['answering 200 with a code nobody listed', json(200, { JGDM: '77' })],
    ['answering 200 with nothing inside', json(200, {})],
    ['confirming with an error’s status', json(500, example('verify.answer-match'))],
    ['silent', blackHole],
    ['cut off', reset],
    ['cut off in the middle', cutReply],
  ])('never takes a bureau that is %s for a no', async (_how, behaviour) => {
    bureau.behave(behaviour);
    expect(await verify()).toEqual({ kind: 'unavailable' });
  });
});

describe('signing a colleague in', () => {
  const CLERK = '129999198001018839';
  const signIn = () => client.signInStaff('J2001', '482913');

  it('sends what the document says', async () => {
    bureau.behave(json(200, example('staff-sign-in.answer-clerk')));
    await signIn();
    const { YWLSH: _serial, ...asked } = example('staff-sign-in.request');
    expect(JSON.parse(bureau.deliveries[0]?.text ?? '{}')).toMatchObject(asked);
  });

  it.each([
    ['clerk', { kind: 'signed-in', name: '经办甲', role: 'street-clerk', offices: ['120111001'], idNumber: CLERK }],
    ['operator', { kind: 'signed-in', name: '运营甲', role: 'operator', offices: [] }],
    ['wrong', { kind: 'wrong' }],
    ['locked', { kind: 'locked' }],
  ])('reads the answer %s', async (name, expected) => {
    bureau.behave(json(200, example(`staff-sign-in.answer-${name}`)));
    expect(await signIn()).toEqual(expected);
  });

  it.each([
    { JSDM: '09' },
    { JSDM: 'constructor' },
    { JGLB: '120111001' },
    { JGLB: [120111001] },
    { JGLB: [] },
    { XM: '' },
  ])('lets nobody in whose rights cannot be read: %j', async (change) => {
    bureau.behave(json(200, { ...example('staff-sign-in.answer-clerk'), ...change }));
    expect(await signIn()).toEqual({ kind: 'unavailable' });
  });
});

it('says whether the bureau is connected', async () => {
  expect(client.connected).toBe(true);
  const config = { bureaus: {} } as Partial<Config> as Config;
  expect(new IdentityClient(http, new ConnectedBureaus(config)).connected).toBe(false);
});

describe('asking who somebody’s guardian is', () => {
  const kinship = () =>
    client.kinship(
      { name: '单人断收入', idNumber: '129999198503179915' },
      { name: '示小明', idNumber: '129999201711029950' },
      'child',
    );

  it('sends what the document says', async () => {
    bureau.behave(json(200, example('kinship.answer-yes')));
    await kinship();
    const { YWLSH: _serial, ...asked } = example('kinship.request');
    expect(bureau.deliveries[0]?.path).toBe('/rzfw/v1/jhgx');
    expect(JSON.parse(bureau.deliveries[0]?.text ?? '{}')).toMatchObject(asked);
  });

  it.each([
    ['yes', { kind: 'yes' }],
    ['otherwise', { kind: 'not-yes', because: 'registered-otherwise' }],
    ['not-known', { kind: 'not-yes', because: 'not-known' }],
    ['mismatch', { kind: 'not-yes', because: 'other-name' }],
    ['not-found', { kind: 'not-yes', because: 'no-such-number' }],
    ['deceased', { kind: 'not-yes', because: 'deceased' }],
  ])('reads the answer %s', async (name, expected) => {
    bureau.behave(json(200, example(`kinship.answer-${name}`)));
    expect(await kinship()).toEqual(expected);
  });

  it.each<[string, Behaviour]>([
    ['busy', json(500, example('answer-500'))],
    ['answering with a code nobody listed', json(200, { JGDM: '06' })],
    ['silent', blackHole],
  ])('never takes a bureau that is %s for a no', async (_how, behaviour) => {
    bureau.behave(behaviour);
    expect(await kinship()).toEqual({ kind: 'unavailable' });
  });
});
