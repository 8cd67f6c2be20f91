import type { Callbacks } from '../_kit/callbacks';
import { nowMs, shanghaiTime } from '../_kit/clock';
import type { Answer, Incoming, Route, Routes } from '../_kit/http-answer';
import type { Journal } from '../_kit/journal';
import { asFields, BadMessage, type Fields, fieldsOf, list, optionalText, text } from '../_kit/message';

/** What a clerk may say of a request (docs/bureaus/urgent-help/interface.md §3). */
export const URGENT_ACTS = {
  contacted: { type: 'JNLX', title: '已联系' },
  visited: { type: 'JNSM', title: '已上门' },
  helped: { type: 'JNBZ', title: '已给了帮助' },
  'handed-on': { type: 'JNZB', title: '转办' },
} as const;

export type UrgentAct = keyof typeof URGENT_ACTS;

export interface UrgentRecord {
  readonly requestNo: string;
  readonly number: string;
  readonly receivedAt: string;
  readonly office?: { readonly code: string; readonly name: string };
  readonly place?: string;
  readonly name?: string;
  readonly forSomebodyElse: boolean;
  readonly kinds: readonly string[];
  readonly words?: string;
  readonly phone?: string;
  readonly findAt?: string;
  reminders: number;
  told: { readonly act: UrgentAct; readonly words?: string; readonly at: string; readonly eventId: string }[];
}

const say = (status: number, jgdm: string, jgms: string): Answer => ({ status, json: { jgdm, jgms } });

/** 救急难 of the platform: what came in, and what its clerks say they did. */
export class UrgentBook {
  private records: UrgentRecord[] = [];

  constructor(
    readonly callbacks: Callbacks,
    private readonly changed: () => void,
  ) {}

  /** The newest first. */
  list(): readonly UrgentRecord[] {
    return [...this.records].reverse();
  }

  find(requestNo: string): UrgentRecord | undefined {
    return this.records.find((record) => record.requestNo === requestNo);
  }

  /** `false` when it is there already. */
  add(record: UrgentRecord): boolean {
    if (this.find(record.requestNo)) return false;
    this.records.push(record);
    this.changed();
    return true;
  }

  remind(requestNo: string): boolean {
    const record = this.find(requestNo);
    if (!record) return false;
    record.reminders += 1;
    this.changed();
    return true;
  }

  /** A clerk did something; the BFF is told. */
  act(record: UrgentRecord, act: UrgentAct, words: string | undefined): void {
    const field = { helped: 'bznr', 'handed-on': 'zbdw' }[act as string];
    const data = { wbywh: record.requestNo, ...(field && words ? { [field]: words } : {}) };
    const eventId = this.callbacks.tell(record.requestNo, { type: URGENT_ACTS[act].type, data });
    record.told.push({ act, at: shanghaiTime(nowMs()), eventId, ...(words ? { words } : {}) });
    this.changed();
  }

  save(): unknown {
    return this.records;
  }

  load(saved: UrgentRecord[] | undefined): void {
    this.records = saved ?? [];
  }

  reset(): void {
    this.records = [];
  }
}

export function urgentRoutes(book: UrgentBook, journal: Journal): Routes {
  const effect = (request: Incoming, kind: string, requestNo: string): void =>
    journal.effect({
      bureau: 'social-assistance',
      kind,
      eventId: String(request.headers['event-id']),
      facts: { requestNo },
    });
  return {
    'POST /shjz/v2/jn': answering((request, body) => {
      const record = readRecord(body);
      if (!book.add(record)) return say(409, '2003', '外部业务号已登记');
      effect(request, 'urgent-asked', record.requestNo);
      return say(200, '0000', '成功');
    }),
    'POST /shjz/v2/jn/:wbywh/cb': answering((request, body) => {
      text(body, 'cbsj');
      const requestNo = request.params.wbywh ?? '';
      if (!book.remind(requestNo)) return say(404, '2001', '外部业务号不存在');
      effect(request, 'urgent-reminded', requestNo);
      return say(200, '0000', '成功');
    }),
  };
}

function readRecord(body: Fields): UrgentRecord {
  const office = body.szdw === undefined ? undefined : asFields(body.szdw, 'szdw');
  const flag = text(body, 'dqbz');
  if (flag !== '0' && flag !== '1') throw new BadMessage('dqbz');
  const record = {
    requestNo: text(body, 'wbywh', 64),
    number: text(body, 'jnbh'),
    receivedAt: shanghaiTime(nowMs()),
    ...(office && { office: { code: text(office, 'dm'), name: text(office, 'mc') } }),
    ...optional('place', optionalText(body, 'szdd', 120)),
    ...optional('name', optionalText(body, 'qzrxm', 50)),
    forSomebodyElse: flag === '1',
    kinds: list(body, 'jnlx', 1).map((each) => text(asFields(each, 'jnlx'), 'lxmc')),
    ...optional('words', optionalText(body, 'qksm', 300)),
    ...optional('phone', optionalText(body, 'lxdh', 20)),
    ...optional('findAt', optionalText(body, 'zrdd', 120)),
    reminders: 0,
    told: [],
  };
  if (!/^\d{8} \d{6}$/.test(text(body, 'sqsj'))) throw new BadMessage('sqsj');
  if (!office && !('place' in record)) throw new BadMessage('szdd');
  if (!('phone' in record) && !('findAt' in record)) throw new BadMessage('lxdh');
  return record;
}

function optional<K extends string>(key: K, value: string | undefined): { [Key in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { [Key in K]?: string });
}

function answering(work: (request: Incoming, body: Fields) => Answer): Route {
  return (request) => {
    try {
      return work(request, fieldsOf(request.body));
    } catch (error) {
      if (error instanceof BadMessage) return say(400, '1001', `缺字段或格式不对：${error.message}`);
      throw error;
    }
  };
}
