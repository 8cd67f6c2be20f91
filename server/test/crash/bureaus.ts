import { randomBytes } from 'node:crypto';
import type { SigningKey, Upstream } from '../../src/platform/config/bureau-address';
import { type Behaviour, type Delivery, json, type LocalBureau, startLocalBureau } from '../local-bureau';
import { startLocalWechat } from '../wechat';

const OURS = [
  'marriage-registry',
  'social-assistance',
  'disability-benefits',
  'child-welfare',
  'eldercare',
] as const satisfies readonly Upstream[];
type Ours = (typeof OURS)[number] | 'funeral-affairs' | 'means-verification' | 'sms';

/** What each says when it has taken something, as its document has it, and to a common message (docs/bureaus). */
const TAKEN: Readonly<Record<Ours, object>> = {
  'marriage-registry': { code: '0', msg: '成功' },
  'social-assistance': { jgdm: '0000', jgms: '成功', sj: { ywlsh: 'SJ20261125000001', djsj: '20261125 103015' } },
  'disability-benefits': { code: 0, message: '成功', data: { acceptNo: 'CB2026112500001' } },
  'child-welfare': { status: 'OK' },
  eldercare: { jieguo: 0 },
  'funeral-affairs': { code: '0' },
  'means-verification': { head: { rtnCode: '000000', rtnMsg: '成功' } },
  sms: { accepted: true },
};

/** The world around the servers, alive whatever dies among them. */
export interface Bureaus {
  /** For the servers. */
  readonly env: Readonly<Record<string, string>>;
  /** Of every word that had its effect: how often it was delivered. By the bureau's idempotency key. */
  readonly effects: ReadonlyMap<string, number>;
  /** Told of all that a bureau took, as often as it did. */
  onTaken: (code: Ours, delivery: Delivery) => void;
  /** What the bureau signs its callbacks with. */
  receiveKeyOf(code: Ours): SigningKey;
  close(): Promise<void>;
}

/** @param more beside those that take bookings and applications. */
export async function startBureaus(more: readonly Ours[] = []): Promise<Bureaus> {
  const effects = new Map<string, number>();
  const wechat = await startLocalWechat();
  const started = await Promise.all([...OURS, ...more].map(async (code) => [code, await startLocalBureau()] as const));
  const env: Record<string, string> = { ...wechat.env };
  for (const [code, bureau] of started) {
    bureau.behave(taking(code, effects, (delivery) => bureaus.onTaken(code, delivery)));
    Object.assign(env, settingsOf(code, bureau));
  }
  const bureaus: Bureaus = {
    env,
    effects,
    onTaken: () => undefined,
    receiveKeyOf: (code) => {
      const [id = '', key = ''] = (env[`${nameOf(code)}_RECEIVE_KEY`] ?? '').split(':');
      return { id, key: Buffer.from(key, 'base64') };
    },
    close: async () => {
      await Promise.all([wechat, ...started.map(([, bureau]) => bureau)].map((each) => each.close()));
    },
  };
  return bureaus;
}

function taking(code: Ours, effects: Map<string, number>, told: (delivery: Delivery) => void): Behaviour {
  const taken = json(200, { ...TAKEN[code], result: 'done' });
  return (response, delivery) => {
    const key = code === 'sms' ? idIn(delivery.text) : delivery.key;
    effects.set(key, (effects.get(key) ?? 0) + 1);
    taken(response, delivery);
    told(delivery);
  };
}

/** The gateway knows a message again by what stands in it. */
const idIn = (text: string): string => String((JSON.parse(text) as { readonly id?: unknown }).id);

const nameOf = (code: Ours): string => `BUREAU_${code.toUpperCase().replaceAll('-', '_')}`;

function settingsOf(code: Ours, { url }: LocalBureau): Record<string, string> {
  if (code === 'sms') return { SMS_URL: url };
  const name = nameOf(code);
  const key = () => `crash:${randomBytes(32).toString('base64')}`;
  return { [`${name}_URL`]: url, [`${name}_SEND_KEY`]: key(), [`${name}_RECEIVE_KEY`]: key() };
}
