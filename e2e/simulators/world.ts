import { BureauGate } from './_kit/bureau-gate';
import { Callbacks } from './_kit/callbacks';
import type { CaseBureau } from './_kit/case-bureau';
import { commonRoutes } from './_kit/common/routes';
import type { Routes } from './_kit/http-answer';
import { Journal } from './_kit/journal';
import {
  BUREAUS,
  type Bureau,
  bffUrlFrom,
  type Environment,
  keysFrom,
  SIGNED_BUREAUS,
  type SignedBureau,
} from './_kit/settings';
import { type SimulatorServer, startSimulatorServer } from './_kit/simulator-server';
import { StateFolder } from './_kit/state-file';
import { childWelfare, words as childWords } from './child-welfare/simulator';
import { disabilityBenefits, words as disabilityWords } from './disability-benefits/simulator';
import { eldercare, words as elderWords } from './eldercare/simulator';
import { funeralAffairs, words as funeralWords } from './funeral-affairs/simulator';
import { identity, words as identityWords } from './identity/simulator';
import { marriageRegistry, words as registryWords } from './marriage-registry/simulator';
import { meansVerification, words as meansWords } from './means-verification/simulator';
import { Messages, words as smsWords } from './sms/simulator';
import { words as assistanceWords, socialAssistance } from './social-assistance/simulator';
import { UrgentBook, urgentRoutes } from './social-assistance/urgent';
import { WeChat, words as wechatWords } from './wechat/simulator';

const WORDS = {
  identity: identityWords,
  'social-assistance': assistanceWords,
  'means-verification': meansWords,
  'disability-benefits': disabilityWords,
  'child-welfare': childWords,
  eldercare: elderWords,
  'funeral-affairs': funeralWords,
  'marriage-registry': registryWords,
  wechat: wechatWords,
  sms: smsWords,
} as const;

/** The bureaus with cases and a desk. */
const CASE_BUREAUS = {
  'social-assistance': socialAssistance,
  'disability-benefits': disabilityBenefits,
  'child-welfare': childWelfare,
  eldercare,
} as const;

const names = Object.keys(BUREAUS) as Bureau[];

const isSigned = (bureau: Bureau): bureau is SignedBureau => Object.hasOwn(SIGNED_BUREAUS, bureau);

/** Every simulated system of one process, with what they share: one journal, one folder of state. */
export class World {
  readonly journal = new Journal();
  readonly callbacks: Readonly<Record<SignedBureau, Callbacks>>;
  readonly gates: Readonly<Record<Bureau, BureauGate>>;
  readonly caseBureaus: readonly CaseBureau[];
  readonly identity: ReturnType<typeof identity>;
  readonly means: ReturnType<typeof meansVerification>;
  readonly registry: ReturnType<typeof marriageRegistry>;
  readonly funeral: ReturnType<typeof funeralAffairs>;
  readonly urgent: UrgentBook;
  readonly wechat: WeChat;
  readonly sms: Messages;
  /** Counts up with everything that happens: an open desk looks again. */
  version = 0;
  private readonly state: StateFolder;
  private readonly routes: Partial<Readonly<Record<Bureau, Routes>>>;
  private servers = new Map<Bureau, SimulatorServer>();
  private readonly revivals = new Map<Bureau, NodeJS.Timeout>();

  constructor(env: Environment) {
    this.state = new StateFolder(env.SIMULATORS_STATE_DIR || undefined);
    const touch = (bureau: Bureau) => () => {
      this.version += 1;
      this.state.touch(bureau);
    };
    const callbacksOf = (bureau: SignedBureau): Callbacks =>
      new Callbacks({ bureau, bffUrl: bffUrlFrom(env), key: keysFrom(env, bureau).toBff }, touch(bureau));
    this.callbacks = record(Object.keys(SIGNED_BUREAUS) as SignedBureau[], callbacksOf);
    this.gates = record(names, (bureau) => {
      const key = isSigned(bureau) ? keysFrom(env, bureau).fromBff : undefined;
      return new BureauGate(bureau, WORDS[bureau], this.journal, key, touch(bureau));
    });
    this.caseBureaus = Object.entries(CASE_BUREAUS).map(([code, make]) =>
      make(this.journal, this.callbacks[code as SignedBureau], touch(code as SignedBureau)),
    );
    this.identity = identity(this.journal);
    this.means = meansVerification(this.journal, this.callbacks['means-verification'], touch('means-verification'));
    this.registry = marriageRegistry(
      this.journal,
      this.callbacks['marriage-registry'],
      keysFrom(env, 'marriage-registry').fromBff,
      touch('marriage-registry'),
    );
    this.funeral = funeralAffairs(
      this.journal,
      this.callbacks['funeral-affairs'],
      keysFrom(env, 'funeral-affairs').fromBff,
      touch('funeral-affairs'),
    );
    this.urgent = new UrgentBook(this.callbacks['social-assistance'], touch('social-assistance'));
    this.wechat = new WeChat(env, this.journal, touch('wechat'));
    this.sms = new Messages(this.journal, touch('sms'));
    this.routes = {
      identity: this.identity.routes,
      'means-verification': this.means.routes,
      'marriage-registry': this.registry.routes,
      'funeral-affairs': this.funeral.routes,
      wechat: this.wechat.routes,
      sms: this.sms.routes,
      ...Object.fromEntries(this.caseBureaus.map((bureau) => [bureau.code, this.routesOf(bureau)])),
    };
    for (const bureau of names) this.state.keep(bureau, this.partOf(bureau));
  }

  /** Starts every bureau at its place after `firstPort`; with 0 each takes a free one. */
  async start(firstPort: number): Promise<void> {
    for (const bureau of names) {
      const port = firstPort === 0 ? 0 : firstPort + BUREAUS[bureau];
      this.servers.set(bureau, await startSimulatorServer(port, this.routes[bureau] ?? {}, this.gates[bureau].pass));
    }
  }

  portOf(bureau: Bureau): number {
    return this.servers.get(bureau)?.port ?? 0;
  }

  /** Refuses connections until `revive`, or until the time is over. */
  async die(bureau: Bureau, forMs?: number): Promise<void> {
    clearTimeout(this.revivals.get(bureau));
    await this.servers.get(bureau)?.die();
    if (forMs !== undefined)
      this.revivals.set(
        bureau,
        setTimeout(() => void this.revive(bureau), forMs),
      );
  }

  async revive(bureau: Bureau): Promise<void> {
    clearTimeout(this.revivals.get(bureau));
    await this.servers.get(bureau)?.revive();
  }

  /** Well again, with everything it knew: a bureau that was dead for a while has forgotten nothing. */
  async endFaults(only?: Bureau): Promise<void> {
    for (const bureau of only ? [only] : names) {
      this.gates[bureau].faults.clear();
      await this.revive(bureau);
    }
  }

  /** As on the first day: no cases, no faults, no journal. Of one bureau, or of all. */
  async reset(only?: Bureau): Promise<void> {
    this.version += 1;
    this.journal.forget(only);
    for (const bureau of only ? [only] : names) {
      await this.revive(bureau);
      this.gates[bureau].reset();
      if (isSigned(bureau)) this.callbacks[bureau].reset();
      if (bureau === 'identity') this.identity.reset();
      this.bookOf(bureau)?.reset();
      if (bureau === 'social-assistance') this.urgent.reset();
      this.state.touch(bureau);
    }
  }

  async stop(): Promise<void> {
    for (const timer of this.revivals.values()) clearTimeout(timer);
    for (const callbacks of Object.values(this.callbacks)) callbacks.stop();
    this.means.checks.stop();
    this.registry.book.stop();
    await Promise.all([...this.servers.values()].map((server) => server.close()));
    this.state.flush();
  }

  private routesOf(bureau: CaseBureau): Routes {
    const urgent = bureau.code === 'social-assistance' ? urgentRoutes(this.urgent, this.journal) : {};
    return { ...bureau.routes, ...commonRoutes(bureau, this.journal), ...urgent };
  }

  private bookOf(bureau: Bureau): { save(): unknown; load(saved: never): void; reset(): void } | undefined {
    if (bureau === 'means-verification') return this.means.checks;
    if (bureau === 'marriage-registry') return this.registry.book;
    if (bureau === 'funeral-affairs') return this.funeral.book;
    if (bureau === 'wechat') return this.wechat;
    if (bureau === 'sms') return this.sms;
    return this.caseBureaus.find(({ code }) => code === bureau)?.book;
  }

  private partOf(bureau: Bureau): { save(): unknown; load(saved: never): void } {
    const book = this.bookOf(bureau);
    const callbacks = isSigned(bureau) ? this.callbacks[bureau] : undefined;
    const gate = this.gates[bureau];
    const urgent = bureau === 'social-assistance' ? this.urgent : undefined;
    return {
      save: () => ({ answers: gate.save(), book: book?.save(), urgent: urgent?.save(), callbacks: callbacks?.save() }),
      load: (saved: { answers: never; book: never; urgent: never; callbacks: never }) => {
        urgent?.load(saved.urgent);
        gate.load(saved.answers);
        book?.load(saved.book);
        callbacks?.load(saved.callbacks);
      },
    };
  }
}

function record<K extends string, V>(keys: readonly K[], make: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<K, V>;
}
