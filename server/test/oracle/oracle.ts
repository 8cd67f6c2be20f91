import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { consentText } from '@jinmen/shared/residents/consent-texts';
import { identityWords } from '../../src/modules/identity/identity-words';
import { VerificationService } from '../../src/modules/identity/verification.service';
import { Clock } from '../../src/platform/clock';
import { Dice } from '../crash/dice';
import { embeddedDatabase } from '../database';
import { NUMBERS, startIdentityRegister } from '../identity-register';
import { Phone } from '../resident';
import { startServer, type TestServer } from '../server';
import { startLocalWechat } from '../wechat';
import { median, sameSource } from './kolmogorov-smirnov';

/** Why somebody is not confirmed, and what is typed for it. */
const REASONS = {
  mismatch: { name: '别人姓名', idNumber: NUMBERS.known },
  dead: { name: '已故一位', idNumber: NUMBERS.dead },
  'not found': { name: '查无此人', idNumber: NUMBERS.unknown },
} as const;
type Reason = keyof typeof REASONS;
// cast: Object.keys forgets what the keys are called
const ALL = Object.keys(REASONS) as Reason[];
const PURPOSE = 'real-name-verification';
/** Ten accounts may ask about one person a day. */
const AT_ONCE = 8;
/** As it stands in an answer to a bureau that did not answer in time. */
const LATER = '\\"outcome\\":\\"later\\"';
const DAY_MS = 24 * 3_600_000;

export interface OracleReport {
  readonly samples: number;
  /** In milliseconds. */
  readonly medians: Readonly<Record<Reason, number>>;
  /** The largest difference of two medians, in percent. */
  readonly apartPercent: number;
  /** Of each two reasons: how likely their times come from one source. */
  readonly p: Readonly<Record<string, number>>;
  /** Different answers that were given, as they came over the wire. */
  readonly answers: readonly string[];
  /** Tries in which the bureau was too slow for us, which says nothing about anybody. */
  readonly leftOut: number;
}

interface Wish {
  /** Of each reason. */
  readonly samples: number;
  readonly seed: number;
  /** The server tells of one reason as soon as it knows it, as if nobody had thought of the time. */
  readonly planted: boolean;
}

/**
 * Asks a whole server who somebody is, each reason as often as the others and in no order, and compares what was answered
 * and when (security.md T6).
 */
export async function oracle({ samples, seed, planted }: Wish): Promise<OracleReport> {
  const [wechat, register] = await Promise.all([startLocalWechat(), startIdentityRegister()]);
  const server = await startServer({ ...wechat.env, ...register.env }, embeddedDatabase());
  try {
    if (planted) tellSooner(server, 'dead');
    const took: Record<Reason, number[]> = { mismatch: [], dead: [], 'not found': [] };
    const answers = new Set<string>();
    let leftOut = 0;
    const dice = new Dice(seed);
    let nowMs = Date.parse('2026-11-01T04:00:00Z');
    Object.assign(server.app.get(Clock), { now: () => new Date(nowMs) });
    while (took.dead.length < samples) {
      nowMs += DAY_MS;
      const orders = Array.from({ length: Math.min(AT_ONCE, samples - took.dead.length) }, () => dice.shuffled(ALL));
      const phones: Phone[] = [];
      for (const _ of orders) phones.push(await agreed(server));
      const ask = async (order: readonly Reason[], at: number) => {
        for (const reason of order) {
          const phone = phones[at];
          const began = performance.now();
          const answer = await answerTo(server, phone, REASONS[reason]);
          const ms = performance.now() - began;
          if (answer.includes(LATER)) leftOut += 1;
          else {
            answers.add(answer);
            took[reason].push(ms);
          }
        }
      };
      await Promise.all(orders.map(ask));
    }
    return reportOf(took, [...answers], leftOut);
  } finally {
    await server.end();
    await Promise.all([wechat.close(), register.close()]);
  }
}

function reportOf(
  took: Readonly<Record<Reason, readonly number[]>>,
  answers: readonly string[],
  leftOut: number,
): OracleReport {
  const medians = { mismatch: median(took.mismatch), dead: median(took.dead), 'not found': median(took['not found']) };
  const all = Object.values(medians);
  const pairs = ALL.flatMap((left, at) => ALL.slice(at + 1).map((right) => [left, right] as const));
  const p = Object.fromEntries(
    pairs.map(([left, right]) => [`${left} and ${right}`, sameSource(took[left], took[right])]),
  );
  const apartPercent = ((Math.max(...all) - Math.min(...all)) / Math.min(...all)) * 100;
  return { samples: took.dead.length, medians, apartPercent, p, answers, leftOut };
}

async function agreed(server: TestServer): Promise<Phone> {
  const phone = await Phone.of(server, randomUUID());
  await phone.send('POST', '/api/v1/consents', {
    purpose: PURPOSE,
    version: consentText(PURPOSE).version,
    state: 'given',
  });
  return phone;
}

/** All that somebody sees who looks at the wire, but for the hour and the request's own number. */
async function answerTo(server: TestServer, phone: Phone | undefined, typed: object): Promise<string> {
  const authorization = `Bearer ${phone?.session.accessToken}`;
  const reply = await server.post('/api/v1/identity/verifications', JSON.stringify(typed), { authorization });
  const headers = [...reply.headers].filter(([name]) => name !== 'date' && name !== 'x-request-id');
  return JSON.stringify([reply.status, headers, await reply.text()]);
}

/** The same words, without anybody having waited. */
function tellSooner(server: TestServer, reason: Reason): void {
  const service = server.app.get(VerificationService, { strict: false });
  const verify = service.verify.bind(service);
  const sooner: VerificationService['verify'] = async (accountId, typed) => {
    if (typed.idNumber !== REASONS[reason].idNumber) return verify(accountId, typed);
    await pause(500);
    return { outcome: 'not-confirmed', words: identityWords.notConfirmed };
  };
  Object.assign(service, { verify: sooner });
}
