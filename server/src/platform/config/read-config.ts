import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { lockingOut, readAskedPerDay } from './asked-per-day';
import { type Config, LOG_LEVELS, type LogLevel, NAME_MASKS } from './config';
import { databaseUrls } from './database-urls';
import { keptTooShort, readKeepDays } from './keep-days';
import { heldByWhoServes } from './owner-account';
import { type QuietHours, readQuietHours } from './quiet-hours';
import { type Reading, readBureaus, readUpstream, readUrl, readWechat } from './read-bureaus';
import { hasStrongPassword, PASSWORD_LENGTH } from './secret-strength';
import { readTextedPerDay } from './texted-per-day';

/** Everything wrong with the environment at once, one readable line each, so that nobody fixes it one boot at a time. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration is not complete:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** What is in the memory is everybody's data in the open. */
const OPEN_MEMORY = /--(inspect|report|diagnostic-report|heapsnapshot|heap-prof|abort-on-uncaught)/;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads and checks the environment. In production every address and secret must be given and every test switch is
 * refused; elsewhere the defaults make `npm start` work on a bare machine.
 * @throws ConfigError naming each variable that is missing or wrong.
 */
export function readConfig(env: Environment, nodeArguments: readonly string[] = process.execArgv): Config {
  const read = new Reader(env);
  const environment = read.oneOf('NODE_ENV', ['development', 'test', 'production'] as const, 'development');
  const production = environment === 'production';
  const port = read.port('PORT', 3000);
  const reading: Reading = { env, production, problems: read.problems };
  const dataDir = resolve(env.DATA_DIR || '.data');
  const config: Config = {
    environment,
    host: read.text('HOST', production ? undefined : '127.0.0.1'),
    port,
    ...optional('internalPort', read.optionalPort('INTERNAL_PORT')),
    publicOrigin: read.origin('PUBLIC_ORIGIN', production ? undefined : `http://127.0.0.1:${port}`, production),
    ...readDatabases(read, production),
    dataDir,
    ...readFiles(read, dataDir, production),
    ...optional('clockAtMs', read.testSwitch('CLOCK_AT', production) ? read.instant('CLOCK_AT') : undefined),
    ...optional(
      'retryAtMostMs',
      read.testSwitch('RETRY_AT_MOST_MS', production) ? read.milliseconds('RETRY_AT_MOST_MS') : undefined,
    ),
    ...optional(
      'simulatorsUrl',
      read.testSwitch('SIMULATORS_URL', production) ? read.url('SIMULATORS_URL') : undefined,
    ),
    stopNoticeMs: read.duration('STOP_NOTICE_MS', production ? 3000 : 0),
    bureaus: readBureaus(reading),
    ...optional('wechat', readWechat(reading)),
    ...readLinks(reading),
    quietHours: read.quietHours('QUIET_HOURS', '21:00-08:00'),
    ...readRelief(read),
    ...readLimits(read, environment),
    keepDays: readKeepDays(read),
    ...optional('h5Dir', env.H5_DIR ? resolve(env.H5_DIR) : undefined),
    docs: read.oneOf('DOCS', ['on', 'off'] as const, production ? 'off' : 'on') === 'on',
    logLevel: read.oneOf<LogLevel>('LOG_LEVEL', LOG_LEVELS, 'info'),
  };
  // node takes its options with either
  const nodeOptions = [env.NODE_OPTIONS ?? '', ...nodeArguments].join(' ').replaceAll('_', '-');
  read.problems.push(...wrongTogether(config, nodeOptions), ...(production ? heldByWhoServes(env) : []));
  if (read.problems.length > 0) throw new ConfigError(read.problems);
  return config;
}

/** What is wrong with settings that are each right by themselves. */
function wrongTogether(config: Config, nodeOptions: string): readonly string[] {
  const { environment, internalPort, port, migrates } = config;
  const isOpen = environment === 'production' && OPEN_MEMORY.test(nodeOptions);
  const changesTables = environment === 'production' && migrates === 'itself';
  return [
    ...(changesTables ? ['MIGRATE must be apart in production: no server may change tables'] : []),
    ...(isOpen ? ['node was told to open a debugger or to write the memory to a file; neither is for production'] : []),
    ...(internalPort === port && port !== 0 ? ['INTERNAL_PORT must differ from PORT'] : []),
    ...lockingOut('IDENTITY_ASKED', config.identityAskedPerDay),
    ...lockingOut('DECEASED_NAMED', config.deceasedNamedPerDay),
    ...lockingOut('DESK_ASKED', config.deskAskedPerDay),
    ...keptTooShort(config.keepDays),
  ];
}

function readDatabases(read: Reader, production: boolean): Pick<Config, 'databaseUrl' | 'migrates' | 'redisUrl'> {
  return {
    ...optional('databaseUrl', read.databaseUrl('DATABASE_URL', production)),
    migrates: read.oneOf('MIGRATE', ['itself', 'apart'] as const, production ? 'apart' : 'itself'),
    ...optional('redisUrl', read.redisUrl('REDIS_URL', production)),
  };
}

type Files = Pick<Config, 'dataKeysFile' | 'auditAnchorFile' | 'deletionLedgerFile'>;

/** What lies outside the database. In production somebody says where: beside it is no place for it. */
function readFiles(read: Reader, dataDir: string, production: boolean): Files {
  const file = (name: string, fallback: string) =>
    resolve(read.text(name, production ? undefined : join(dataDir, fallback)));
  return {
    dataKeysFile: file('DATA_KEYS_FILE', 'keys.json'),
    auditAnchorFile: file('AUDIT_ANCHOR_FILE', 'audit-anchors.jsonl'),
    deletionLedgerFile: file('DELETION_LEDGER_FILE', 'deletions.jsonl'),
  };
}

type Kept = Pick<Config, 'opensWindows' | 'waitingOfferMinutes' | 'displacedKeptHours' | 'laneMost'>;
type Sea = Pick<Config, 'voyageNearlyFullPercent' | 'seaDemonstration' | 'deceasedNamedPerDay'>;

/** 示例: nobody has published how long a time is kept. */
function readKept(read: Reader): Kept {
  return {
    opensWindows: read.oneOf('OPENINGS', ['on', 'off'] as const, 'on') === 'on',
    waitingOfferMinutes: read.count('WAITING_OFFER_MINUTES', 120),
    displacedKeptHours: read.count('DISPLACED_KEPT_HOURS', 24),
    laneMost: read.count('LANE_MOST', 5000),
  };
}

/** Demonstration voyages are for a person who tries the service: not for residents, and a test opens its own few. */
function readSea(read: Reader, environment: Config['environment']): Sea {
  const shown = read.oneOf('SEA_DEMONSTRATION', ['on', 'off'] as const, environment === 'development' ? 'on' : 'off');
  if (shown === 'on' && environment === 'production') read.refuseSwitch('SEA_DEMONSTRATION');
  return {
    voyageNearlyFullPercent: read.count('VOYAGE_NEARLY_FULL_PERCENT', 20),
    deceasedNamedPerDay: readAskedPerDay(read, 'DECEASED_NAMED', { perAccount: 20, perTarget: 10, byOne: 3 }),
    seaDemonstration: shown === 'on',
  };
}

type Relief =
  | 'delegatedDistricts'
  | 'lateToDistrictAfter'
  | 'noticeNames'
  | 'followUpAfterDays'
  | 'complaintAnswerWorkingDays'
  | 'papersFollow'
  | 'signatureLinkHours'
  | 'unsignedAfterDays';

function readRelief(read: Reader): Pick<Config, Relief> {
  return {
    delegatedDistricts: read.districts('DELEGATED_DISTRICTS'),
    signatureLinkHours: read.limit('SIGNATURE_LINK_HOURS', '72') ?? 72,
    unsignedAfterDays: read.limit('UNSIGNED_AFTER_DAYS', '7') ?? 7,
    lateToDistrictAfter: read.limit('LATE_TO_DISTRICT_AFTER', '3') ?? 3,
    followUpAfterDays: read.count('FOLLOW_UP_AFTER_DAYS', 28),
    complaintAnswerWorkingDays: read.count('COMPLAINT_ANSWER_WORKING_DAYS', 15),
    papersFollow: {
      followDays: read.limit('PAPERS_FOLLOW_DAYS', '30') ?? 30,
      extensionDays: read.limit('PAPERS_EXTENSION_DAYS', '10') ?? 10,
    },
    noticeNames: {
      'before-decision': read.oneOf('NOTICE_NAME_BEFORE', NAME_MASKS, 'surname'),
      'after-approval': read.oneOf('NOTICE_NAME_AFTER', NAME_MASKS, 'whole'),
    },
  };
}

function readLinks(reading: Reading): Pick<Config, 'smsUrl' | 'smsNetworks' | 'reconsiderationUrl'> {
  const { url, networks } = readUpstream(reading, 'SMS');
  return {
    ...optional('smsUrl', url),
    ...optional('smsNetworks', networks),
    ...optional('reconsiderationUrl', readUrl(reading, 'RECONSIDERATION_URL')),
  };
}

type Limits =
  | 'trustedProxies'
  | 'identityAskedPerDay'
  | 'deskAskedPerDay'
  | 'textedPerDay'
  | 'signInsPerAddress'
  | 'borrowedSignInsPerDay'
  | 'staffTriesPerNumber'
  | 'urgentPerAddress'
  | 'urgentLookWithinMinutes';
type Capacity = 'mostConnections' | 'mostInFlight' | 'mostNewAtOnce' | 'mostWaiting' | 'shedAfterDelayMs';

const NO_BOUND = Number.POSITIVE_INFINITY;

/** A developer's or a test machine may be late for reasons of its own, and nobody there is to be sent away for it. */
function readCapacity(read: Reader, production: boolean): Pick<Config, Capacity> {
  return {
    mostConnections: read.limit('MOST_CONNECTIONS', '20000') ?? NO_BOUND,
    mostInFlight: read.limit('MOST_IN_FLIGHT', '8000') ?? NO_BOUND,
    mostNewAtOnce: read.limit('MOST_NEW_AT_ONCE', '128') ?? NO_BOUND,
    mostWaiting: read.limit('MOST_WAITING', '4000') ?? NO_BOUND,
    ...optional('shedAfterDelayMs', read.limit('SHED_AFTER_DELAY_MS', production ? '200' : 'off')),
  };
}

function readLimits(read: Reader, environment: Config['environment']): Pick<Config, Limits | Capacity> & Kept & Sea {
  const production = environment === 'production';
  return {
    ...readKept(read),
    ...readSea(read, environment),
    ...readCapacity(read, production),
    trustedProxies: read.proxies('TRUSTED_PROXIES', production),
    ...optional('signInsPerAddress', read.limit('SIGN_INS_PER_ADDRESS', production ? '200' : 'off')),
    ...optional('urgentPerAddress', read.limit('URGENT_PER_ADDRESS', production ? '60' : 'off')),
    identityAskedPerDay: readAskedPerDay(read, 'IDENTITY_ASKED', { perAccount: 5, perTarget: 10, byOne: 3 }),
    deskAskedPerDay: readAskedPerDay(read, 'DESK_ASKED', { perAccount: 20, perTarget: 20, byOne: 5 }),
    textedPerDay: readTextedPerDay(read),
    borrowedSignInsPerDay: read.count('BORROWED_SIGN_INS_PER_DAY', 6),
    staffTriesPerNumber: read.count('STAFF_TRIES_PER_NUMBER', 50),
    urgentLookWithinMinutes: read.minutes('URGENT_LOOK_WITHIN_MINUTES', 30),
  };
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]?: Value });
}

/** Collects problems instead of throwing at the first; the values it returns beside a problem are never used. */
class Reader {
  readonly problems: string[] = [];

  constructor(private readonly env: Environment) {}

  text(name: string, fallback: string | undefined): string {
    const value = this.env[name] || fallback;
    if (value === undefined) this.problems.push(`${name} is required in production`);
    return value ?? '';
  }

  oneOf<Value extends string>(name: string, allowed: readonly Value[], fallback: Value): Value {
    const value = this.env[name] || fallback;
    const found = allowed.find((candidate) => candidate === value);
    if (found === undefined) this.problems.push(`${name} must be one of ${allowed.join(', ')}, not "${value}"`);
    return found ?? fallback;
  }

  /** `off` is never quiet. */
  quietHours(name: string, fallback: string): QuietHours {
    const value = this.env[name] || fallback;
    const hours = readQuietHours(value === 'off' ? '00:00-00:00' : value);
    if (hours === undefined) this.problems.push(`${name} must be like 21:00-08:00, or off, not "${value}"`);
    return hours ?? { fromMinute: 0, toMinute: 0 };
  }

  /** Six-digit codes, separated by commas; none when unset. */
  districts(name: string): readonly string[] {
    const codes = (this.env[name] ?? '').split(',').map((code) => code.trim());
    const given = codes.filter((code) => code !== '');
    if (given.some((code) => !/^\d{6}$/.test(code))) this.problems.push(`${name} must be codes like 120111,120113`);
    return given;
  }

  /** Addresses and subnets, separated by commas, or `none`. In production it must be said. */
  proxies(name: string, required: boolean): readonly string[] {
    const value = this.text(name, required ? undefined : 'none');
    if (value === 'none' || value === '') return [];
    const given = value.split(',').map((each) => each.trim());
    if (!given.every(isNetwork)) {
      this.problems.push(`${name} must be addresses or subnets like 10.0.0.5,10.1.0.0/16, or none, not "${value}"`);
    }
    return given;
  }

  /** A whole number from 1, or `off`. */
  limit(name: string, fallback: string): number | undefined {
    const value = this.env[name] || fallback;
    if (value === 'off') return undefined;
    if (/^[1-9]\d{0,5}$/.test(value)) return Number(value);
    this.problems.push(`${name} must be a number from 1, or off, not "${value}"`);
    return undefined;
  }

  minutes(name: string, fallback: number): number {
    const value = this.env[name] || String(fallback);
    if (/^[1-9]\d{0,3}$/.test(value)) return Number(value);
    this.problems.push(`${name} must be a number of minutes from 1 to 9999, not "${value}"`);
    return fallback;
  }

  /** A whole number from 1. */
  count(name: string, fallback: number): number {
    const value = this.env[name] || String(fallback);
    if (!/^[1-9]\d{0,3}$/.test(value)) this.problems.push(`${name} must be a number from 1, not "${value}"`);
    return Number(value);
  }

  port(name: string, fallback: number): number {
    return this.optionalPort(name) ?? fallback;
  }

  optionalPort(name: string): number | undefined {
    const value = this.env[name];
    if (!value) return undefined;
    if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value);
    this.problems.push(`${name} must be a port number from 0 to 65535, not "${value}"`);
    return undefined;
  }

  origin(name: string, fallback: string | undefined, production: boolean): string {
    const value = this.text(name, fallback);
    if (value !== '' && urlOf(value)?.origin !== value) {
      this.problems.push(`${name} must be an origin such as https://mz.example.cn, without a path, not "${value}"`);
    } else if (production && value.startsWith('http:')) {
      this.problems.push(`${name} must be an https origin: what residents send is nobody else's to read`);
    }
    return value;
  }

  url(name: string): string | undefined {
    const value = this.env[name];
    if (value === undefined || ['http:', 'https:'].includes(urlOf(value)?.protocol ?? '')) return value;
    this.problems.push(`${name} must be a URL such as http://127.0.0.1:3100, not "${value}"`);
    return undefined;
  }

  /** The value is never repeated in the message: it holds a password. */
  databaseUrl(name: string, required: boolean): string | undefined {
    const value = this.env[name];
    if (!value) {
      if (required) this.problems.push(`${name} is required in production`);
      return undefined;
    }
    const [first] = databaseUrls(value) ?? [];
    if (!first) {
      this.problems.push(
        `${name} must look like mysql://user:password@host:3306/database, with a comma between several nodes’ hosts`,
      );
    } else if (required && !hasStrongPassword(new URL(first))) {
      this.problems.push(`${name} needs a password of ${PASSWORD_LENGTH} characters or more that nobody could guess`);
    }
    return value;
  }

  /** Repeated in no message either. */
  redisUrl(name: string, production: boolean): string | undefined {
    const value = this.env[name];
    if (!value) return undefined;
    const url = urlOf(value);
    if (url === undefined || !['redis:', 'rediss:'].includes(url.protocol) || url.hostname === '') {
      this.problems.push(`${name} must look like redis://user:password@host:6379/0, or rediss:// over TLS`);
    } else if (production && !hasStrongPassword(url)) {
      this.problems.push(`${name} needs a password of its own of ${PASSWORD_LENGTH} characters or more`);
    }
    return value;
  }

  /** True when the switch is set and allowed. */
  testSwitch(name: string, production: boolean): boolean {
    if (!this.env[name]) return false;
    if (production) this.refuseSwitch(name);
    return !production;
  }

  refuseSwitch(name: string): void {
    this.problems.push(`${name} is a test switch and is refused in production`);
  }

  milliseconds(name: string): number | undefined {
    const value = this.env[name] ?? '';
    if (/^[1-9]\d{0,6}$/.test(value)) return Number(value);
    this.problems.push(`${name} must be a number of milliseconds, not "${value}"`);
    return undefined;
  }

  /** At most ten seconds, and none at all is one too. */
  duration(name: string, fallback: number): number {
    const value = this.env[name] || String(fallback);
    if (!/^(\d{1,4}|10000)$/.test(value)) this.problems.push(`${name} must be from 0 to 10000, not "${value}"`);
    return Number(value);
  }

  instant(name: string): number | undefined {
    const value = this.env[name] ?? '';
    const complete = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(value);
    const ms = complete ? Date.parse(value) : Number.NaN;
    if (!Number.isNaN(ms)) return ms;
    this.problems.push(`${name} must be an instant with its offset such as 2026-03-01T09:00:00+08:00, not "${value}"`);
    return undefined;
  }
}

/** Never everybody, nor everybody in a few pieces: no network is trusted that is wider than a provider's own. */
const WIDEST_TRUSTED = 8;

function isNetwork(value: string): boolean {
  const [address = '', length, ...more] = value.split('/');
  if (more.length > 0 || isIP(address) === 0) return false;
  if (length === undefined) return true;
  const bits = /^\d{1,3}$/.test(length) ? Number(length) : Number.NaN;
  return bits >= WIDEST_TRUSTED && bits <= (isIP(address) === 4 ? 32 : 128);
}

function urlOf(value: string): URL | undefined {
  return URL.canParse(value) ? new URL(value) : undefined;
}
