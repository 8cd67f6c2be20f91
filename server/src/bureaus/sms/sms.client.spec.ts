import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { blackHole, json, type LocalBureau, startLocalBureau } from '../../../test/local-bureau';
import type { Config } from '../../platform/config/config';
import type { Transactions } from '../../platform/database/transactions';
import { SmsClient } from './sms.client';
import type { SmsMessage } from './sms.port';

const example = (name: string) =>
  JSON.parse(readFileSync(join(__dirname, '../../../../docs/bureaus/sms/examples', name), 'utf8'));
const message: SmsMessage = example('send.request.json');
const outside = { isOpen: false } as Transactions;

let gateway: LocalBureau;
let sms: SmsClient;

beforeAll(() => Logger.overrideLogger(false));

beforeEach(async () => {
  gateway = await startLocalBureau();
  sms = new SmsClient({ smsUrl: `${gateway.url}/base` } as Config, outside);
});

afterEach(async () => {
  await sms.onModuleDestroy();
  await gateway.close();
});

describe('a text message', () => {
  it('is handed over as the gateway’s document shows', async () => {
    gateway.behave(json(200, example('send.answer-200.json')));
    expect(await sms.send(message)).toEqual({ kind: 'done', body: undefined });
    const [delivery] = gateway.deliveries;
    expect([delivery?.method, delivery?.path]).toEqual(['POST', '/base/v1/messages']);
    expect(JSON.parse(delivery?.text ?? '')).toEqual(example('send.request.json'));
  });

  it('leaves in plain spaces, for a gateway that knows no other', async () => {
    gateway.behave(json(200, example('send.answer-200.json')));
    await sms.send({ ...message, text: '到2027\u00a0年\u00a02\u00a0月\u00a023\u00a0日为止' });
    expect(JSON.parse(gateway.deliveries[0]?.text ?? '').text).toBe('到2027 年 2 月 23 日为止');
  });

  it('that the gateway refuses will not be tried again', async () => {
    gateway.behave(json(400, example('send.answer-400.json')));
    expect(await sms.send(message)).toEqual({ kind: 'rejected', code: 'phone' });
  });

  it.each([
    ['a 500', json(500, {}), { kind: 'failed', answered: true, why: 'status 500' }],
    ['a 200 that says no', json(200, { accepted: false }), { kind: 'failed', answered: true }],
    ['a 200 that says nothing', json(200, {}), { kind: 'failed', answered: true }],
    ['a 400 that is not the gateway’s', json(400, {}), { kind: 'failed', answered: true }],
    ['silence', blackHole, { kind: 'failed', answered: false, why: 'no answer in time' }],
  ])('is not taken as sent after %s', async (_what, behaviour, expected) => {
    gateway.behave(behaviour);
    expect(await sms.send(message)).toMatchObject(expected);
  });

  it('of more than 200 characters is our mistake and is never sent', async () => {
    await expect(sms.send({ ...message, text: '字'.repeat(201) })).rejects.toThrow(RangeError);
    expect(gateway.deliveries).toHaveLength(0);
  });

  it('is refused inside a transaction, before anything leaves', async () => {
    const inside = new SmsClient({ smsUrl: gateway.url } as Config, { isOpen: true } as Transactions);
    await expect(inside.send(message)).rejects.toThrow('transaction');
    expect(gateway.deliveries).toHaveLength(0);
  });

  it('without a gateway goes nowhere, and says so', async () => {
    const none = new SmsClient({} as Config, outside);
    expect(none.connected).toBe(false);
    expect(await none.send(message)).toMatchObject({ kind: 'failed', answered: false });
  });
});
