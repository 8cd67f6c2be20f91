import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The simulators' ports are in a row: people and desk, then each of these. */
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
};
const SIGNED = [
  'identity',
  'social-assistance',
  'means-verification',
  'disability-benefits',
  'child-welfare',
  'eldercare',
  'marriage-registry',
  'funeral-affairs',
];
export const SIMULATOR_PORTS = 11;

/**
 * What the server and the simulators must agree on, as variables for both: addresses, and keys that are made at the
 * first start and kept in the data folder, so that one of them can be restarted alone. What the caller's environment
 * says itself is left: it may lead to a real bureau.
 */
export function bureauSettings({ env, dataDir, simulatorsPort, serverPort }) {
  const keys = keptKeys(path.join(dataDir, 'bureau-keys.json'));
  const at = (name) => `http://127.0.0.1:${simulatorsPort + PORT_AFTER[name]}`;
  const signed = SIGNED.flatMap((code) => {
    const prefix = `BUREAU_${code.toUpperCase().replaceAll('-', '_')}`;
    return [
      [`${prefix}_URL`, at(code)],
      [`${prefix}_SEND_KEY`, keys[code].send],
      [`${prefix}_RECEIVE_KEY`, keys[code].receive],
    ];
  });
  return {
    ...Object.fromEntries(signed),
    WECHAT_URL: at('wechat'),
    WECHAT_APP_ID: keys.wechat.appId,
    WECHAT_APP_SECRET: keys.wechat.appSecret,
    WECHAT_TEMPLATE_PROGRESS: keys.wechat.progressTemplate,
    SMS_URL: at('sms'),
    SIMULATORS_URL: `http://127.0.0.1:${simulatorsPort}`,
    BFF_URL: `http://127.0.0.1:${serverPort}`,
    ...env,
  };
}

/** The keys of the first start, with new ones for what joined since. */
function keptKeys(file) {
  const kept = readKept(file);
  const keys = { ...newKeys(), ...kept };
  if (Object.keys(keys).length === Object.keys(kept).length) return kept;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  return keys;
}

function readKept(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return {};
  }
}

function newKeys() {
  const key = (id) => `${id}:${randomBytes(32).toString('base64')}`;
  const hex = (bytes) => randomBytes(bytes).toString('hex');
  return {
    ...Object.fromEntries(SIGNED.map((code) => [code, { send: key(`to-${code}`), receive: key(`from-${code}`) }])),
    wechat: { appId: `wx${hex(8)}`, appSecret: hex(16), progressTemplate: hex(16) },
  };
}
