import { ConfigError, readConfig } from './read-config';

const production = {
  NODE_ENV: 'production',
  HOST: '0.0.0.0',
  PUBLIC_ORIGIN: 'https://mz.example.cn',
  DATABASE_URL: 'mysql://app:vK4-tq9Zr2mX7wLd@db:3306/jinmen',
  DATA_KEYS_FILE: '/etc/jinmen/keys.json',
  AUDIT_ANCHOR_FILE: '/var/log/jinmen/audit-anchors.jsonl',
  DELETION_LEDGER_FILE: '/var/log/jinmen/deletions.jsonl',
  TRUSTED_PROXIES: '10.0.0.5,10.1.0.0/16',
};

function problemsOf(env: Record<string, string>, nodeArguments: readonly string[] = []): readonly string[] {
  try {
    readConfig(env, nodeArguments);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('with nothing set', () => {
  const config = readConfig({});

  it('listens on 3000 of this machine only', () => {
    expect(config).toMatchObject({ environment: 'development', host: '127.0.0.1', port: 3000 });
    expect(config.publicOrigin).toBe('http://127.0.0.1:3000');
  });

  it('keeps the embedded database under .data of the current folder', () => {
    expect(config.databaseUrl).toBeUndefined();
    expect(config.dataDir).toBe(`${process.cwd()}/.data`);
    expect(config.dataKeysFile).toBe(`${process.cwd()}/.data/keys.json`);
    expect(config.auditAnchorFile).toBe(`${process.cwd()}/.data/audit-anchors.jsonl`);
  });

  it('serves the docs, no metrics, no phone app, waits for no simulators, and lets the clock run', () => {
    expect(config.docs).toBe(true);
    for (const name of ['internalPort', 'h5Dir', 'simulatorsUrl', 'clockAtMs'] as const) {
      expect(config[name]).toBeUndefined();
    }
  });
});

describe('each variable', () => {
  it.each([
    [{ PORT: '13200' }, { port: 13200, publicOrigin: 'http://127.0.0.1:13200' }],
    [{ INTERNAL_PORT: '9100' }, { internalPort: 9100 }],
    [{ DATA_DIR: '/var/lib/jinmen' }, { dataDir: '/var/lib/jinmen', dataKeysFile: '/var/lib/jinmen/keys.json' }],
    [{ DATA_KEYS_FILE: '/etc/jinmen/keys.json' }, { dataKeysFile: '/etc/jinmen/keys.json' }],
    [{ DELETION_LEDGER_FILE: '/mnt/append/deletions.jsonl' }, { deletionLedgerFile: '/mnt/append/deletions.jsonl' }],
    [{ AUDIT_ANCHOR_FILE: '/mnt/append/anchors.jsonl' }, { auditAnchorFile: '/mnt/append/anchors.jsonl' }],
    [{ DATABASE_URL: 'mysql://root@127.0.0.1:3306/x' }, { databaseUrl: 'mysql://root@127.0.0.1:3306/x' }],
    [{ DATABASE_URL: 'mysql://root@a,b:3307/x' }, { databaseUrl: 'mysql://root@a,b:3307/x' }],
    [{}, { migrates: 'itself' }],
    [{ MIGRATE: 'apart' }, { migrates: 'apart' }],
    [{ REDIS_URL: 'rediss://app:secret@redis:6379/1' }, { redisUrl: 'rediss://app:secret@redis:6379/1' }],
    [{ SIMULATORS_URL: 'http://127.0.0.1:3100' }, { simulatorsUrl: 'http://127.0.0.1:3100' }],
    [{ H5_DIR: '/app/h5' }, { h5Dir: '/app/h5' }],
    [{ CLOCK_AT: '2026-03-01T09:00:00+08:00' }, { clockAtMs: Date.UTC(2026, 2, 1, 1) }],
    [{ NODE_ENV: 'test' }, { environment: 'test', seaDemonstration: false }],
    [{ NODE_ENV: 'test', SEA_DEMONSTRATION: 'on' }, { seaDemonstration: true }],
    [{}, { seaDemonstration: true, voyageNearlyFullPercent: 20 }],
    [{ HOST: '0.0.0.0' }, { host: '0.0.0.0' }],
    [{ PUBLIC_ORIGIN: 'https://mz.example.cn' }, { publicOrigin: 'https://mz.example.cn' }],
    [{ DOCS: 'off' }, { docs: false }],
    [{ LOG_LEVEL: 'silent' }, { logLevel: 'silent' }],
    [{}, { quietHours: { fromMinute: 21 * 60, toMinute: 8 * 60 } }],
    [{ QUIET_HOURS: '22:30-07:00' }, { quietHours: { fromMinute: 1350, toMinute: 420 } }],
    [{ RETRY_AT_MOST_MS: '50' }, { retryAtMostMs: 50 }],
    [{ QUIET_HOURS: 'off' }, { quietHours: { fromMinute: 0, toMinute: 0 } }],
    [{}, { identityAskedPerDay: { perAccount: 5, perTarget: 10, byOne: 3 } }],
    [{ DECEASED_NAMED_PER_TARGET: '7', DECEASED_NAMED_BY_ONE: '2' }, { deceasedNamedPerDay: { perAccount: 20 } }],
    [{}, { deskAskedPerDay: { perAccount: 20, perTarget: 20, byOne: 5 } }],
    [{}, { textedPerDay: { perAccount: 10, perNumber: 5, notices: 20 } }],
    [{ TEXTED_PER_NUMBER: '2' }, { textedPerDay: { perNumber: 2 } }],
    [{ KEEP_RELATIVES_DAYS: '2000' }, { keepDays: { relatives: 2000 } }],
  ])('%j is taken', (env, expected) => {
    expect(readConfig(env)).toMatchObject(expected);
  });

  it.each([
    [{ PORT: 'http' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ INTERNAL_PORT: '-1' }, 'INTERNAL_PORT'],
    [{ INTERNAL_PORT: '3000' }, 'INTERNAL_PORT must differ from PORT'],
    [{ DATABASE_URL: 'postgres://db/x' }, 'DATABASE_URL'],
    [{ DATABASE_URL: 'mysql://db' }, 'DATABASE_URL'],
    [{ DATABASE_URL: 'mysql://root@a,/x' }, 'DATABASE_URL'],
    [{ MIGRATE: 'never' }, 'MIGRATE'],
    [{ SIMULATORS_URL: 'localhost:3100' }, 'SIMULATORS_URL'],
    [{ CLOCK_AT: 'yesterday' }, 'CLOCK_AT'],
    [{ CLOCK_AT: '2026-02-30' }, 'CLOCK_AT'],
    [{ CLOCK_AT: '2026-03-01T09:00:00' }, 'CLOCK_AT'],
    [{ NODE_ENV: 'prod' }, 'NODE_ENV'],
    [{ DOCS: 'yes' }, 'DOCS'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ QUIET_HOURS: 'at night' }, 'QUIET_HOURS'],
    [{ RETRY_AT_MOST_MS: '0' }, 'RETRY_AT_MOST_MS'],
    [{ PUBLIC_ORIGIN: 'https://mz.example.cn/app' }, 'PUBLIC_ORIGIN'],
    [{ IDENTITY_ASKED_BY_ONE: '0' }, 'IDENTITY_ASKED_BY_ONE'],
    [{ IDENTITY_ASKED_BY_ONE: '4' }, 'IDENTITY_ASKED_PER_TARGET must be more than 3 × IDENTITY_ASKED_BY_ONE'],
    [{ DESK_ASKED_BY_ONE: '7' }, 'DESK_ASKED_PER_TARGET must be more than 3 × DESK_ASKED_BY_ONE'],
    [{ KEEP_RELATIVES_DAYS: '365' }, 'KEEP_RELATIVES_DAYS must be at least 1095'],
    [{ DECEASED_NAMED_PER_TARGET: '9' }, 'DECEASED_NAMED_PER_TARGET must be more than 3 × DECEASED_NAMED_BY_ONE'],
  ])('%j is refused by name', (env, words) => {
    const problems = problemsOf(env);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(words);
  });
});

describe('in production', () => {
  it('starts with every address given', () => {
    expect(readConfig(production)).toMatchObject({ environment: 'production', docs: false });
  });

  it.each([
    'HOST',
    'PUBLIC_ORIGIN',
    'DATABASE_URL',
    'DATA_KEYS_FILE',
    'AUDIT_ANCHOR_FILE',
    'DELETION_LEDGER_FILE',
  ] as const)('has no default for %s', (name) => {
    const { [name]: _left, ...rest } = production;
    expect(problemsOf(rest)).toEqual([`${name} is required in production`]);
  });

  it.each([
    { CLOCK_AT: '2026-03-01T09:00:00Z' },
    { RETRY_AT_MOST_MS: '50' },
    { SIMULATORS_URL: 'http://127.0.0.1:3100' },
    { SEA_DEMONSTRATION: 'on' },
  ])('refuses the test switch %j', (env) => {
    expect(problemsOf({ ...production, ...env })).toEqual([
      `${Object.keys(env)[0]} is a test switch and is refused in production`,
    ]);
  });

  it.each([
    ...['', 'secret', 'root', 'app', 'hunter2hunter2hunter2hunter2', 'aaaaaaaaaaaaaaaaaaaa', 'Password-4711-xyzw'],
    ...['change-me-change-me-now', 'jinmen-jinmen-2026-db', 'my-app-database-4711', 'kX9'],
  ])('refuses the database’s password %j', (password) => {
    expect(problemsOf({ ...production, DATABASE_URL: `mysql://app:${password}@db:3306/jinmen` })).toEqual([
      'DATABASE_URL needs a password of 16 characters or more that nobody could guess',
    ]);
  });

  it.each([
    '--inspect=0.0.0.0:9229',
    '--report-on-fatalerror',
    '--heapsnapshot-near-heap-limit=1',
    '--heap-prof',
    '--heap_prof',
    '--abort_on_uncaught_exception',
  ])('lets nobody look into its memory by %s', (option) => {
    const refused = ['node was told to open a debugger or to write the memory to a file; neither is for production'];
    expect(problemsOf({ ...production, NODE_OPTIONS: `--enable-source-maps ${option}` })).toEqual(refused);
    expect(problemsOf(production, ['--enable-source-maps', option])).toEqual(refused);
    expect(problemsOf({ ...production, NODE_OPTIONS: '--enable-source-maps' })).toEqual([]);
  });

  it('changes no table, and holds no account that could', () => {
    expect(readConfig(production).migrates).toBe('apart');
    expect(problemsOf({ ...production, MIGRATE: 'itself' })).toEqual([
      'MIGRATE must be apart in production: no server may change tables',
    ]);
    const url = 'mysql://owner:kR7tq9Zr2mX7wLdV@db:3306/jinmen';
    const problems = problemsOf({ ...production, MIGRATE_DATABASE_URL: url, MIGRATE_PASSWORD_FILE: '/run/secrets/x' });
    expect(problems).toEqual([
      expect.stringMatching(/^MIGRATE_DATABASE_URL is the owner’s and no server may hold it/),
      expect.stringMatching(/^MIGRATE_PASSWORD_FILE is the owner’s/),
    ]);
    expect(problems.join()).not.toContain('kR7tq9Zr2mX7wLdV');
  });

  it('is reached by HTTPS only', () => {
    expect(problemsOf({ ...production, PUBLIC_ORIGIN: 'http://mz.example.cn' })).toEqual([
      expect.stringContaining('PUBLIC_ORIGIN must be an https origin'),
    ]);
  });

  it('names everything that is wrong at once, and never repeats the password', () => {
    const problems = problemsOf({ NODE_ENV: 'production', DATABASE_URL: 'mysqls://app:hunter2@db/x', PORT: 'x' });
    expect(problems).toHaveLength(8);
    expect(problems.join()).not.toContain('hunter2');
  });

  it('serves the docs when asked to', () => {
    expect(readConfig({ ...production, DOCS: 'on' }).docs).toBe(true);
  });
});

describe('who may say where a caller comes from', () => {
  it('is nobody but the proxies named, and sign-ins are counted in production unless that is switched off', () => {
    expect(readConfig({})).toMatchObject({ trustedProxies: [] });
    expect(readConfig({}).signInsPerAddress).toBeUndefined();
    expect(readConfig(production)).toMatchObject({
      trustedProxies: ['10.0.0.5', '10.1.0.0/16'],
      signInsPerAddress: 200,
    });
    expect(readConfig({ ...production, TRUSTED_PROXIES: 'none' }).trustedProxies).toEqual([]);
    expect(readConfig({ ...production, SIGN_INS_PER_ADDRESS: 'off' }).signInsPerAddress).toBeUndefined();
  });

  it.each([
    'true',
    '*',
    '0.0.0.0/0',
    '128.0.0.0/1',
    '::/1',
    '10.0.0.0/7',
    '10.0.0.5/33',
    '10.0.0',
    '10.0.0.5/8/8',
    'proxy.local',
    '10.0.0.5,',
  ])('is never %j', (value) => {
    expect(problemsOf({ TRUSTED_PROXIES: value })).toEqual([expect.stringContaining('TRUSTED_PROXIES must be')]);
  });

  it('must be said in production', () => {
    expect(problemsOf({ ...production, TRUSTED_PROXIES: '' })).toEqual(['TRUSTED_PROXIES is required in production']);
  });

  it.each(['0', '-1', '1.5', 'many'])('cannot sign in %j times', (value) => {
    expect(problemsOf({ SIGN_INS_PER_ADDRESS: value })).toEqual([expect.stringContaining('SIGN_INS_PER_ADDRESS must')]);
  });
});
