import { randomBytes } from 'node:crypto';

/** The simulators' ports are in a row: people and desk first, then each of these. */
const PORT_AFTER = {
  identity: 1,
  'social-assistance': 2,
  'means-verification': 3,
  'disability-benefits': 4,
  wechat: 5,
  sms: 6,
  'child-welfare': 7,
  eldercare: 8,
  'marriage-registry': 9,
  'funeral-affairs': 10,
} as const;
const SIGNED = [
  'identity',
  'social-assistance',
  'means-verification',
  'disability-benefits',
  'child-welfare',
  'eldercare',
  'marriage-registry',
  'funeral-affairs',
] as const;
export const SIMULATOR_PORTS = 11;

/** Addresses and fresh keys that a server and the simulators beside it must agree on, as variables for both. */
export function bureauSettings(simulatorsPort: number, serverPort: number): Record<string, string> {
  const at = (name: keyof typeof PORT_AFTER) => `http://127.0.0.1:${simulatorsPort + PORT_AFTER[name]}`;
  const key = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;
  const hex = (bytes: number) => randomBytes(bytes).toString('hex');
  const signed = SIGNED.flatMap((code) => {
    const prefix = `BUREAU_${code.toUpperCase().replaceAll('-', '_')}`;
    return [
      [`${prefix}_URL`, at(code)],
      [`${prefix}_SEND_KEY`, key(`to-${code}`)],
      [`${prefix}_RECEIVE_KEY`, key(`from-${code}`)],
    ] as const;
  });
  return {
    ...Object.fromEntries(signed),
    WECHAT_URL: at('wechat'),
    WECHAT_APP_ID: `wx${hex(8)}`,
    WECHAT_APP_SECRET: hex(16),
    WECHAT_TEMPLATE_PROGRESS: hex(16),
    SMS_URL: at('sms'),
    SIMULATORS_URL: `http://127.0.0.1:${simulatorsPort}`,
    BFF_URL: `http://127.0.0.1:${serverPort}`,
  };
}
