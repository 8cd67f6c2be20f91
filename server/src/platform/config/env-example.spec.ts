import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, readConfig } from './read-config';

type Values = Readonly<Record<string, string>>;

const EXAMPLE = readFileSync(join(__dirname, '../../../../.env.example'), 'utf8');
/** Of `npm start` and the simulated bureaus. */
const NOT_THE_SERVERS = ['SIMULATORS_PORT', 'SIMULATORS_STATE_DIR'];
/** Looked at to refuse an inspector in production, and never a setting of ours. */
const NODES_OWN = 'NODE_OPTIONS';
const KEYS = {
  KEY: `example:${Buffer.from('f3b1c9d4e27a5068913fbde4027c6a58e1905d3c74b28fa6017be9d35c4a8f12', 'hex').toString('base64')}`,
  OTHER: `example:${Buffer.from('8e24d07b91c35fa6e8124bd97f0653ac1de87b402f96c5a3087db1e94c62f53a', 'hex').toString('base64')}`,
};

/** What production must be told, and nothing more. */
const FOR_REAL: Values = {
  NODE_ENV: 'production',
  HOST: '0.0.0.0',
  PUBLIC_ORIGIN: 'https://mz.example.cn',
  DATABASE_URL: 'mysql://app:vK4-tq9Zr2mX7wLd@db:3306/jinmen',
  DATA_KEYS_FILE: '/etc/jinmen/keys.json',
  AUDIT_ANCHOR_FILE: '/var/log/jinmen/audit-anchors.jsonl',
  DELETION_LEDGER_FILE: '/var/log/jinmen/deletions.jsonl',
  TRUSTED_PROXIES: '10.0.0.5',
};

const settingsIn = (text: string, pattern: RegExp): Values =>
  Object.fromEntries([...text.matchAll(pattern)].map(([, name = '', value = '']) => [name, value]));
/** What stands there without a # is what holds when nothing is said. */
const defaults = settingsIn(EXAMPLE, /^([A-Z][A-Z0-9_]*)=(.*)$/gm);
const asked = settingsIn(EXAMPLE, /^# ([A-Z][A-Z0-9_]*)=(.*)$/gm);
/** `BUREAU_<CODE>_NETWORKS` stands there once for all of them. */
const ofEach = Object.keys(asked).flatMap((name) => {
  const [, bureau] = /^BUREAU_(.+)_URL$/.exec(name) ?? [];
  return bureau !== undefined && EXAMPLE.includes('BUREAU_<CODE>_NETWORKS=') ? [`BUREAU_${bureau}_NETWORKS`] : [];
});
const named = [...Object.keys({ ...defaults, ...asked }), ...ofEach].filter((name) => !NOT_THE_SERVERS.includes(name));
const switches = Object.keys(settingsIn(EXAMPLE.split('# Test switches')[1] ?? '', /^# ([A-Z][A-Z0-9_]*)=(.*)$/gm));

/** What is left out in the file, because nobody can make it up, made up. */
const filled: Values = Object.fromEntries(
  Object.entries({ ...defaults, ...asked }).map(([name, value]) => {
    if (name.endsWith('_RECEIVE_KEY')) return [name, KEYS.OTHER];
    if (name.endsWith('_SEND_KEY')) return [name, KEYS.KEY];
    if (name.startsWith('WECHAT_') && value === '') return [name, 'wx0123456789abcdef'];
    return [name, value.replace('https://…', 'https://bureau.example.cn')];
  }),
);

/** The names it asked for, and what it found wrong. */
function reading(values: Values): { readonly names: readonly string[]; readonly problems: readonly string[] } {
  const names = new Set<string>();
  const env = new Proxy<Values>(values, {
    get: (from, name) => {
      names.add(String(name));
      return from[String(name)];
    },
  });
  try {
    readConfig(env);
    return { names: [...names], problems: [] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { names: [...names], problems: error.problems };
  }
}

describe('.env.example', () => {
  it('names every variable the server reads, and none that it does not', () => {
    const read = new Set([
      ...reading({}).names,
      ...reading(filled).names,
      ...reading({ NODE_ENV: 'production' }).names,
    ]);
    expect([...read].filter((name) => name !== NODES_OWN).toSorted()).toEqual(named.toSorted());
  });

  it('shows what holds when nothing is said', () => {
    expect(readConfig(defaults)).toEqual(readConfig({}));
  });

  it('opens nothing in production that somebody forgot to take out', () => {
    expect(readConfig({ ...defaults, ...FOR_REAL })).toMatchObject({ docs: false, seaDemonstration: false });
  });

  it('shows values the server takes', () => {
    const said = Object.entries(filled).filter(([name]) => /^(?!BUREAU_|WECHAT_|SMS_)/.test(name));
    expect(reading(Object.fromEntries(said)).problems).toEqual([]);
  });
});

describe('production', () => {
  it('refuses every test switch, which are those the example calls so, and no other', () => {
    expect(switches.length).toBeGreaterThan(2);
    const { problems } = reading({ ...filled, NODE_ENV: 'production' });
    const refused = problems.flatMap((problem) => / is a test switch/.exec(problem) && problem.split(' ')[0]);
    expect(refused.filter((name) => name !== null).toSorted()).toEqual(switches.toSorted());
  });
});
