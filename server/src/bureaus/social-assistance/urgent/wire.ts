import type { UrgentKind } from '@jinmen/shared/urgent/kinds';
import { BureauNonsense } from '../../../platform/bureau-http/bureau-answer';
import { instantOf } from '../../../platform/clock';
import { textIn, WireReader } from '../../wire-reader';
import type { UrgentCall, UrgentNews } from './urgent-line.port';

/** The platform's words for 救急难, and the only place that knows them: docs/bureaus/urgent-help/interface.md. */
const KINDS: Readonly<Record<UrgentKind, string>> = {
  'no-food': '01',
  'no-shelter': '02',
  'no-treatment': '03',
  accident: '04',
  'not-safe': '05',
  other: '99',
};

const EIGHT_HOURS_MS = 8 * 3_600_000;

export function toCall(call: UrgentCall) {
  const { requestNo, number, askedAt, office, place, name, forSomebodyElse, kinds, words, phone, findAt } = call;
  return {
    wbywh: requestNo,
    jnbh: number,
    sqsj: beijingTime(askedAt),
    ...(office && { szdw: { dm: office.code, mc: office.name } }),
    ...(place && { szdd: place }),
    ...(name && { qzrxm: name }),
    dqbz: forSomebodyElse ? '1' : '0',
    jnlx: kinds.map(({ code, text }) => ({ lxdm: KINDS[code], lxmc: text })),
    ...(words && { qksm: words }),
    ...(phone && { lxdh: phone }),
    ...(findAt && { zrdd: findAt }),
  };
}

export function toReminder(at: string) {
  return { cbsj: beijingTime(at) };
}

export function requestIn(body: unknown): string | undefined {
  return textIn(body, 'wbywh', 64);
}

/** Every type of this family begins with `JN`. */
export function readNews(type: string, body: unknown): UrgentNews {
  const data = new WireReader('social-assistance', body);
  const requestNo = data.text('wbywh', 64);
  switch (type) {
    case 'JNLX':
      return { requestNo, kind: 'contacted' };
    case 'JNSM':
      return { requestNo, kind: 'visited' };
    case 'JNBZ':
      return { requestNo, kind: 'helped', ...(data.has('bznr') ? { what: data.text('bznr', 200) } : {}) };
    case 'JNZB':
      return { requestNo, kind: 'handed-on', to: data.text('zbdw', 60) };
    default:
      throw new BureauNonsense('social-assistance', 'type');
  }
}

/** `yyyyMMdd HHmmss` in Beijing. */
function beijingTime(iso: string): string {
  const there = instantOf(Date.parse(iso) + EIGHT_HOURS_MS).toISOString();
  return `${there.slice(0, 10).replaceAll('-', '')} ${there.slice(11, 19).replaceAll(':', '')}`;
}
