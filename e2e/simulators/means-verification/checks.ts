import type { Callbacks } from '../_kit/callbacks';
import { nowMs, shanghaiTime, today } from '../_kit/clock';
import { type Figure, type Figures, knownPeople } from '../people';

const AUTOMATIC_AFTER_MS = 1_000;

export interface CheckOrder {
  readonly checkNo: string;
  readonly authorisationNo: string;
  readonly name: string;
  readonly idNumber: string;
  readonly receivedAt: string;
  state: 'waiting' | 'finished' | 'impossible' | 'cancelled';
  eventId?: string;
}

interface Item {
  readonly figure: keyof Figures;
  readonly itemCode: string;
  readonly itemName: string;
  readonly holds: 'amount' | 'count';
  readonly period: 'M' | 'Y12' | 'D';
  readonly source: string;
  readonly sourceName: string;
}

/** The items of a report, in its order (docs/bureaus/means-verification/interface.md §4). */
export const ITEMS: readonly Item[] = [
  item('wage', 'INC_WAGE', '工资性收入', 'amount', 'M', 'SB', '社会保险'),
  item('pension', 'INC_PENSION_BASIC', '基础养老金', 'amount', 'M', 'SB', '社会保险'),
  item('other', 'INC_OTHER', '其他收入', 'amount', 'M', 'SW', '税务'),
  item('year', 'INC_TOTAL', '收入合计', 'amount', 'Y12', 'SW', '税务'),
  item('money', 'AST_MONEY', '存款、证券等货币财产合计', 'amount', 'D', 'YH', '银行和证券'),
  item('cars', 'VEH_CAR', '大型、小型汽车', 'count', 'D', 'CG', '机动车登记'),
  item('homes', 'HOUSE_LIVING', '住房套数', 'count', 'D', 'BDC', '不动产登记'),
  item('otherHouses', 'HOUSE_OTHER', '非居住用房', 'count', 'D', 'BDC', '不动产登记'),
];

/** Figures no record should ever hold, and one day will. */
export const HOSTILE_FIGURES: readonly string[] = ['1e309', '-1', '￥1,234.5元'];

const NOBODY: Figures = {
  wage: 'N',
  pension: 'N',
  other: 'N',
  year: 'N',
  money: 'N',
  cars: 'N',
  homes: 'N',
  otherHouses: 'N',
};

function item(...[figure, itemCode, itemName, holds, period, source, sourceName]: ItemRow): Item {
  return { figure, itemCode, itemName, holds, period, source, sourceName };
}

type ItemRow = [keyof Figures, string, string, Item['holds'], Item['period'], string, string];

/** The checks asked for. Answered by themselves after a second, or by a person at the desk. */
export class Checks {
  automatic = true;
  private orders = new Map<string, CheckOrder>();
  private counter = 0;
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(
    readonly callbacks: Callbacks,
    private readonly changed: () => void = () => undefined,
  ) {}

  find(checkNo: string): CheckOrder | undefined {
    return this.orders.get(checkNo);
  }

  /** Newest first. */
  list(): readonly CheckOrder[] {
    return [...this.orders.values()].reverse();
  }

  request(order: Pick<CheckOrder, 'checkNo' | 'authorisationNo' | 'name' | 'idNumber'>): void {
    this.orders.set(order.checkNo, { ...order, receivedAt: shanghaiTime(nowMs()), state: 'waiting' });
    this.changed();
    if (this.automatic) this.answerSoon(order.checkNo);
  }

  cancel(order: CheckOrder): void {
    order.state = 'cancelled';
    this.changed();
  }

  /** By itself or by hand; what waits is answered when it becomes automatic. */
  setAutomatic(automatic: boolean): void {
    this.automatic = automatic;
    this.changed();
    if (automatic)
      for (const { checkNo, state } of this.orders.values()) if (state === 'waiting') this.answerSoon(checkNo);
  }

  /** Sends the report with these figures; nothing when the check no longer waits. */
  finish(order: CheckOrder, figures: Figures): void {
    if (order.state !== 'waiting') return;
    this.counter += 1;
    order.state = 'finished';
    order.eventId = this.callbacks.tell(order.checkNo, {
      type: 'CHECK_FINISHED',
      data: {
        applyNo: order.checkNo,
        reportNo: `HD${today().replaceAll('-', '')}${String(this.counter).padStart(6, '0')}`,
        finishDate: today(),
        items: ITEMS.map((each) => reported(each, figures[each.figure])),
      },
    });
    this.changed();
  }

  giveUp(order: CheckOrder, reasonCode: string, reasonText: string): void {
    if (order.state !== 'waiting') return;
    order.state = 'impossible';
    const data = { applyNo: order.checkNo, reasonCode, reasonText };
    order.eventId = this.callbacks.tell(order.checkNo, { type: 'CHECK_IMPOSSIBLE', data });
    this.changed();
  }

  save(): unknown {
    return { automatic: this.automatic, counter: this.counter, orders: [...this.orders.values()] };
  }

  load(saved: { automatic: boolean; counter: number; orders: CheckOrder[] }): void {
    this.orders = new Map(saved.orders.map((order) => [order.checkNo, order]));
    this.counter = saved.counter;
    this.setAutomatic(saved.automatic);
  }

  reset(): void {
    this.stop();
    this.orders.clear();
    this.automatic = true;
  }

  stop(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }

  private answerSoon(checkNo: string): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      const order = this.orders.get(checkNo);
      if (!order || !this.automatic) return;
      if (nameOnRecord(order) === order.name) this.finish(order, figuresOf(order));
      else this.giveUp(order, 'R02', '姓名与号码对不上');
    }, AUTOMATIC_AFTER_MS);
    timer.unref();
    this.timers.add(timer);
  }
}

/** What the records hold of the person a check is about; of a stranger nothing. */
export function figuresOf({ idNumber }: Pick<CheckOrder, 'idNumber'>): Figures {
  return knownPeople.find((person) => person.idNumber === idNumber)?.figures ?? NOBODY;
}

function nameOnRecord({ idNumber, name }: CheckOrder): string {
  const person = knownPeople.find((each) => each.idNumber === idNumber);
  return person ? (person.registeredAs ?? person.realName) : name;
}

function reported(each: Item, figure: Figure): Record<string, string> {
  const { itemCode, itemName, holds, period, source, sourceName } = each;
  const base = { itemCode, itemName, period, source, sourceName };
  if (figure === 'N' || figure === 'F') return { ...base, flag: figure };
  return { ...base, flag: 'Y', [holds]: figure, dataDate: today() };
}
