import type { AskedPerDay } from './asked-per-day';
import type { BureauAddress, BureauCode, WechatAccount } from './bureau-address';
import type { KeepDays } from './keep-days';
import type { QuietHours } from './quiet-hours';
import type { TextedPerDay } from './texted-per-day';

/** What this process was told at its start, checked once. Injected by class; nothing else reads `process.env`. */
export abstract class Config {
  abstract readonly environment: 'development' | 'test' | 'production';
  /** One command of an operator and nothing else: no job comes round and no message leaves (see `hereOrAtTheServer`). */
  abstract readonly oneCommand?: true;
  /** Address to listen on. */
  abstract readonly host: string;
  abstract readonly port: number;
  /** Where `/metrics` listens; absent = off. */
  abstract readonly internalPort?: number;
  /** Where residents reach us from outside, e.g. `https://mz.example.cn`. */
  abstract readonly publicOrigin: string;
  /** `mysql://…`, of one server or several nodes (see databaseUrls); absent = the embedded database in `dataDir`. */
  abstract readonly databaseUrl?: string;
  /** Who brings MySQL's schema up to date: each process as it starts, or the command `migrate`, apart from all of them. */
  abstract readonly migrates: 'itself' | 'apart';
  /** `redis://…` or `rediss://…`, where rates are counted for all servers; absent = in the database. */
  abstract readonly redisUrl?: string;
  abstract readonly dataDir: string;
  /** The keys personal data is sealed with; outside the database, and never in its backups. */
  abstract readonly dataKeysFile: string;
  /** Where the audit chain is anchored; append-only, outside the database. */
  abstract readonly auditAnchorFile: string;
  /** Who asked to be forgotten; append-only, outside the database. */
  abstract readonly deletionLedgerFile: string;
  abstract readonly keepDays: KeepDays;
  /** The instant the clock is stopped at, in ms since 1970; for tests only. */
  abstract readonly clockAtMs?: number;
  /** The longest pause between two tries of a message, in ms; for tests only. */
  abstract readonly retryAtMostMs?: number;
  /** How long everybody is still served after a stop was asked for, so that who sends people here can see it. */
  abstract readonly stopNoticeMs: number;
  /** Where the simulated bureaus answer; for development only. */
  abstract readonly simulatorsUrl?: string;
  /** The bureaus that are connected; what belongs to another is done at the street. */
  abstract readonly bureaus: Readonly<Partial<Record<BureauCode, BureauAddress>>>;
  /** Absent = nobody can sign in with WeChat. */
  abstract readonly wechat?: WechatAccount;
  /** Where text messages are handed over; absent = none are sent. */
  abstract readonly smsUrl?: string;
  /** As of a bureau. */
  abstract readonly smsNetworks?: readonly string[];
  /** When nobody is disturbed by a message, in Tianjin. */
  abstract readonly quietHours: QuietHours;
  /** Districts that left decisions to their streets (20 working days, not 30): codes; nobody has published which do. */
  abstract readonly delegatedDistricts: readonly string[];
  /** Working days after which a late step is told to the district as well; a sample until the bureau settles it. */
  abstract readonly lateToDistrictAfter: number;
  /** How a name stands in a public notice, by stage; a sample until the bureau settles it. */
  abstract readonly noticeNames: Readonly<Record<'before-decision' | 'after-approval', NameMask>>;
  /** How long a link by which somebody signs on their own phone is good. */
  abstract readonly signatureLinkHours: number;
  /** After how many days without a signature staff are told, if the household still waits for it. */
  abstract readonly unsignedAfterDays: number;
  /** Where 行政复议 can be handed in online (行政复议法 第二十二条); absent = 待核定, nobody gave the address. */
  abstract readonly reconsiderationUrl?: string;
  /** 示例, no rule is known: days after the last answer until somebody is asked how they are (回访). */
  abstract readonly followUpAfterDays: number;
  /** 示例, no rule is known: working days until a complaint is answered. */
  abstract readonly complaintAnswerWorkingDays: number;
  /** This process makes the windows of the days ahead, as the opening plans say. */
  abstract readonly opensWindows: boolean;
  /** How long a time that came free is kept for the one whose turn it is: 示例, nobody has published one. */
  abstract readonly waitingOfferMinutes: number;
  /** How many may wait for one window before others are asked to come back in a moment. */
  abstract readonly laneMost: number;
  /** How long other times are kept for whoever lost theirs: 示例. */
  abstract readonly displacedKeptHours: number;
  /** Of either urns or seats, the share below which a voyage has 位置不多了, in percent: 示例. */
  abstract readonly voyageNearlyFullPercent: number;
  /** Voyages marked 示例 are opened on the weekends ahead, to try the service with. */
  abstract readonly seaDemonstration: boolean;
  /** How long papers may follow what was handed in, and how much longer once more, in days. 示例: no source gives either. */
  abstract readonly papersFollow: { readonly followDays: number; readonly extensionDays: number };
  /** Whose word about a caller's address counts: addresses and subnets of the proxies before this server. */
  abstract readonly trustedProxies: readonly string[];
  /** From one network in ten minutes, per way to sign in; absent = as often as anybody likes. */
  abstract readonly signInsPerAddress?: number;
  /** How often in a day an account may ask who somebody is, and one person be asked about. */
  abstract readonly identityAskedPerDay: AskedPerDay;
  /** How often in a day a colleague may ask whether somebody has died, and one person be asked about by all of them. */
  abstract readonly deskAskedPerDay: AskedPerDay;
  /** How often in a day an account may say who died, and one who died be named. */
  abstract readonly deceasedNamedPerDay: AskedPerDay;
  /** How many text messages go out in a day for an account, and to one number. */
  abstract readonly textedPerDay: TextedPerDay;
  /** How often in a day one WeChat user may lend their phone to somebody who signs in on it. 示例: no rule is known. */
  abstract readonly borrowedSignInsPerDay: number;
  /** How many codes are taken for one work number from all networks together before it is closed for a while. 示例. */
  abstract readonly staffTriesPerNumber: number;
  /** Urgent requests, and looks at one, from one network in ten minutes; absent = as often as anybody likes. */
  abstract readonly urgentPerAddress?: number;
  /** An urgent request nobody looked at for so long is told once more. An example: no time limit was published. */
  abstract readonly urgentLookWithinMinutes: number;
  /** Connections at once; beyond it one is refused. */
  abstract readonly mostConnections: number;
  /** Requests being answered at once before something new is sent away; a quarter more before anything is. */
  abstract readonly mostInFlight: number;
  /** Requests for something new that are being answered at once; the others wait until one of them is. */
  abstract readonly mostNewAtOnce: number;
  /** Requests for something new that wait until they are looked at. */
  abstract readonly mostWaiting: number;
  /** How late the event loop may be before something new is sent away; absent = as late as it likes. */
  abstract readonly shedAfterDelayMs?: number;
  /** Folder of the built H5 app; absent = not served from here. */
  abstract readonly h5Dir?: string;
  /** Whether `/docs` and `/api/openapi.json` are served. */
  abstract readonly docs: boolean;
  abstract readonly logLevel: LogLevel;
}

/** How much of a name is shown: `张*`, `张*丰`, `张三丰`. */
export const NAME_MASKS = ['surname', 'ends', 'whole'] as const;
export type NameMask = (typeof NAME_MASKS)[number];

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
