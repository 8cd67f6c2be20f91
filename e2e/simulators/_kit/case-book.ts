import { addDays, type CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { CallbackMessage, Callbacks } from './callbacks';
import type { CaseEvent, CaseItem, CaseRecord, Check, Decision, NewCase } from './case-record';
import { isClosed } from './case-record';
import { nowMs, shanghaiTime, today } from './clock';
import type { CommonFamily } from './common/family';
import type { Fields } from './message';

const DAYS_PUBLICISED = 7;

/** Why a bureau does not do what it was asked. */
export class CaseRefusal extends Error {
  constructor(readonly why: 'no-such-case' | 'case-exists' | 'item-exists' | 'no-such-item' | 'decided' | 'not-now') {
    super(why);
  }
}

/** A case's event in the words of its bureau. */
export type Dialect = (record: CaseRecord, event: CaseEvent) => CallbackMessage;

/**
 * The cases of one bureau: what the BFF files, and what a clerk does at the desk, each told by a callback. An act that
 * does not fit throws CaseRefusal and changes nothing.
 */
export class CaseBook {
  private records = new Map<string, CaseRecord>();
  private counter = 0;

  constructor(
    private readonly numberPrefix: string,
    private readonly dialect: Dialect,
    private readonly callbacks: Callbacks,
    private readonly changed: () => void = () => undefined,
    private readonly titleOf: (programme: string) => string = (programme) => programme,
  ) {}

  file(given: NewCase): CaseRecord {
    if (this.records.has(given.caseNo)) throw new CaseRefusal('case-exists');
    this.counter += 1;
    const at = shanghaiTime(nowMs());
    const record: CaseRecord = {
      ...given,
      flowNo: `${this.numberPrefix}${today().replaceAll('-', '')}${String(this.counter).padStart(6, '0')}`,
      filedAt: at,
      items: given.items.map((item) => ({ ...item, state: 'open' })),
      checks: [],
      history: [{ at, text: '收到申请' }],
      matters: {},
    };
    this.records.set(given.caseNo, record);
    this.changed();
    return record;
  }

  addItem(caseNo: string, item: Pick<CaseItem, 'programme' | 'declared'>): void {
    const record = this.get(caseNo);
    if (record.items.some(({ programme }) => programme === item.programme)) throw new CaseRefusal('item-exists');
    record.items.push({ ...item, state: 'open' });
    this.note(record, `申请人加了${this.titleOf(item.programme)}`);
  }

  /** Withdraws the named items, or all that are open; none when one of them is decided. */
  withdraw(caseNo: string, programmes?: readonly string[]): void {
    const record = this.get(caseNo);
    const wanted = programmes?.map((programme) => itemOf(record, programme)) ?? record.items;
    if (wanted.some(({ state }) => state === 'decided')) throw new CaseRefusal('decided');
    for (const item of wanted) item.state = 'withdrawn';
    this.note(record, `申请人撤回了${programmes?.map(this.titleOf).join('、') ?? '全部'}`);
  }

  addCheck(caseNo: string, check: Check): void {
    const record = this.get(caseNo);
    record.checks.push(check);
    this.note(record, check.impossible ? '经济状况没有核对成' : '经济状况核对好了');
  }

  accept(caseNo: string): void {
    const record = this.openCase(caseNo);
    if (record.acceptedOn) throw new CaseRefusal('not-now');
    record.acceptedOn = today();
    this.tell(record, { kind: 'accepted', on: record.acceptedOn }, '收下了');
  }

  askPapers(caseNo: string, papers: readonly string[], by: CivilDate): void {
    const record = this.openCase(caseNo);
    if (papers.length === 0 || waitsForPapers(record) || by < today()) throw new CaseRefusal('not-now');
    record.paperRequest = { papers: papers.map((name) => ({ name })), by };
    this.tell(record, { kind: 'papers-requested', papers, by }, `请补材料：${papers.join('、')}`);
  }

  receivePapers(caseNo: string, papers: readonly string[]): void {
    const record = this.openCase(caseNo);
    const asked = (record.paperRequest?.papers ?? []).filter(
      ({ name, receivedOn }) => papers.includes(name) && !receivedOn,
    );
    if (asked.length === 0) throw new CaseRefusal('not-now');
    for (const paper of asked) paper.receivedOn = today();
    const names = asked.map(({ name }) => name);
    this.tell(record, { kind: 'papers-received', papers: names }, `收到材料：${names.join('、')}`);
  }

  visit(caseNo: string, on: CivilDate): void {
    const record = this.acceptedCase(caseNo);
    if (on > today()) throw new CaseRefusal('not-now');
    record.visitedOn = on;
    this.tell(record, { kind: 'visited', on }, `上门看过（${on}）`);
  }

  publicise(caseNo: string, from: CivilDate): void {
    const record = this.acceptedCase(caseNo);
    if (record.publicised) throw new CaseRefusal('not-now');
    const until = addDays(from, DAYS_PUBLICISED);
    record.publicised = { from, until };
    this.tell(record, { kind: 'publicised', from, until }, `公示（${from} 到 ${until}）`);
  }

  decide(caseNo: string, programme: string, decision: Decision): void {
    const record = this.acceptedCase(caseNo);
    const item = itemOf(record, programme);
    if (item.state !== 'open') throw new CaseRefusal('not-now');
    const on = today();
    item.state = 'decided';
    item.decision = { ...decision, on };
    const said = decision.outcome === 'approved' ? '批准' : '不批准';
    this.tell(record, { kind: 'decided', programme, decision, on }, `${said}${this.titleOf(programme)}`);
  }

  /** What was refused is open again, as if nobody had decided it. */
  reopen(caseNo: string, programme: string): void {
    const item = itemOf(this.get(caseNo), programme);
    if (item.decision?.outcome !== 'refused') throw new CaseRefusal('not-now');
    item.state = 'open';
    delete item.decision;
  }

  /** One common message: what a bureau keeps of it is its family's. */
  takeMessage(caseNo: string, family: CommonFamily, data: Fields, at: string): void {
    const record = this.get(caseNo);
    this.note(record, family.take(record, data, at));
  }

  /** Tells something in common words; the case number is added. */
  say(caseNo: string, { type, data }: { readonly type: `TY_${string}`; readonly data: object }, text: string): void {
    const record = this.get(caseNo);
    const eventId = this.callbacks.tell(caseNo, { type, data: { caseNo, ...data } });
    record.history.push({ at: shanghaiTime(nowMs()), text, eventId });
    this.changed();
  }

  get(caseNo: string): CaseRecord {
    const record = this.records.get(caseNo);
    if (!record) throw new CaseRefusal('no-such-case');
    return record;
  }

  /** Newest first. */
  list(): readonly CaseRecord[] {
    return [...this.records.values()].reverse();
  }

  save(): unknown {
    return { counter: this.counter, records: [...this.records.values()] };
  }

  load(saved: { counter: number; records: CaseRecord[] }): void {
    this.counter = saved.counter;
    this.records = new Map(
      saved.records.map((record) => [record.caseNo, { ...record, matters: record.matters ?? {} }]),
    );
  }

  reset(): void {
    this.records.clear();
  }

  private openCase(caseNo: string): CaseRecord {
    const record = this.get(caseNo);
    if (isClosed(record)) throw new CaseRefusal('not-now');
    return record;
  }

  private acceptedCase(caseNo: string): CaseRecord {
    const record = this.openCase(caseNo);
    if (!record.acceptedOn) throw new CaseRefusal('not-now');
    return record;
  }

  private note(record: CaseRecord, text: string): void {
    record.history.push({ at: shanghaiTime(nowMs()), text });
    this.changed();
  }

  private tell(record: CaseRecord, event: CaseEvent, text: string): void {
    const eventId = this.callbacks.tell(record.caseNo, this.dialect(record, event));
    record.history.push({ at: shanghaiTime(nowMs()), text, eventId });
    this.changed();
  }
}

export function waitsForPapers({ paperRequest }: CaseRecord): boolean {
  return paperRequest?.papers.some(({ receivedOn }) => !receivedOn) ?? false;
}

function itemOf(record: CaseRecord, programme: string): CaseItem {
  const item = record.items.find((each) => each.programme === programme);
  if (!item) throw new CaseRefusal('no-such-item');
  return item;
}
