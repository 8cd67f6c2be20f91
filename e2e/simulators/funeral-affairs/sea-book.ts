import { randomUUID } from 'node:crypto';
import type { Callbacks } from '../_kit/callbacks';
import { nowMs, shanghaiTime, today } from '../_kit/clock';
import type { Mode, Order, Paper, Party, Voyage } from './order';

/** Somebody who phoned, or came to the desk. */
export interface PhoneQuery {
  readonly queryNo: string;
  readonly voyageNo?: string;
  readonly mode: Mode;
  readonly applicant: { readonly name: string; readonly certNo: string; readonly phone: string };
  readonly deceased: { readonly name: string; readonly certNo?: string; readonly deathDate?: string };
  readonly aboard: string;
  readonly ashore: string;
  /** At the desk: those it has held in its hands. */
  readonly papers?: readonly { readonly paper: Paper }[];
}

export interface AskedByPhone {
  readonly query: PhoneQuery;
  readonly eventId: string;
  answer?: {
    readonly result: string;
    readonly showNo?: string;
    readonly applyNo?: string;
    readonly words?: string;
  };
}

/** Somebody went aboard; also one whose family this bureau has not heard of yet. */
export interface Boarding {
  readonly passNo: string;
  readonly at: string;
  readonly eventId: string;
}

export interface PapersSeen {
  readonly applyNo: string;
  readonly papers: readonly Paper[];
  readonly eventId: string;
}

export interface DeathRecord {
  readonly name: string;
  readonly certNo: string;
  readonly deathDate: string;
  readonly paperNo: string;
  readonly eventId: string;
}

interface Saved {
  readonly orders: Order[];
  readonly asked: AskedByPhone[];
  readonly boardings: Boarding[];
  readonly sailed: Record<string, string>;
  readonly off: Record<string, string>;
  readonly papers: PapersSeen[];
  readonly deaths: DeathRecord[];
}

/** `JM-7KQ2M9` of `JM-7KQ2M9-2`. */
export function orderOfPass(passNo: string): string {
  return passNo.replace(/-\d+$/, '');
}

/** What 殡仪服务总站 knows: who is expected on which voyage, who is aboard, who phoned, whose death was registered. */
export class SeaBook {
  private orders: Order[] = [];
  private asked: AskedByPhone[] = [];
  private boardings: Boarding[] = [];
  /** When, by voyage. */
  private sailed: Record<string, string> = {};
  /** The event that told it, by voyage. */
  private off: Record<string, string> = {};
  private papers: PapersSeen[] = [];
  private deaths: DeathRecord[] = [];

  constructor(
    readonly callbacks: Callbacks,
    private readonly changed: () => void = () => undefined,
  ) {}

  find(orderNo: string): Order | undefined {
    return this.orders.find((each) => each.orderNo === orderNo);
  }

  findByNumber(showNo: string): Order | undefined {
    return this.orders.find((each) => each.showNo === showNo);
  }

  listOrders(): readonly Order[] {
    return [...this.orders].reverse();
  }

  /** By number, those who are to sail with it, have, or were waited for in vain. */
  on(voyageNo: string): readonly Order[] {
    return this.orders
      .filter(({ voyage, state, absentAt }) => voyage.voyageNo === voyageNo && (state === 'booked' || absentAt))
      .sort((one, other) => (one.showNo < other.showNo ? -1 : 1));
  }

  /** Those anybody was ever expected on, by day; as they were last told. */
  voyages(): readonly Voyage[] {
    const known = new Map(this.orders.map(({ voyage }) => [voyage.voyageNo, voyage]));
    return [...known.values()].sort((one, other) => (one.date + one.sail < other.date + other.sail ? -1 : 1));
  }

  boardingOf(passNo: string): Boarding | undefined {
    return this.boardings.find((each) => each.passNo === passNo);
  }

  /** The event that told it. */
  offOf(voyageNo: string): string | undefined {
    return this.off[voyageNo];
  }

  sailedAt(voyageNo: string): string | undefined {
    return this.sailed[voyageNo];
  }

  listAsked(): readonly AskedByPhone[] {
    return [...this.asked].reverse();
  }

  listPapers(): readonly PapersSeen[] {
    return [...this.papers].reverse();
  }

  listDeaths(): readonly DeathRecord[] {
    return [...this.deaths].reverse();
  }

  /** `false` when it is there already. */
  add(order: Order): boolean {
    if (this.find(order.orderNo)) return false;
    this.orders.push(order);
    this.changed();
    return true;
  }

  move(order: Order, voyage: Voyage): void {
    Object.assign(order, { voyage, state: 'booked' });
    this.changed();
  }

  changeParty(order: Order, party: Party): void {
    order.party = party;
    this.changed();
  }

  end(order: Order, state: 'cancelled' | 'suspended'): void {
    order.state = state;
    this.changed();
  }

  /** They are aboard: told with the moment it happened, whenever the platform can be reached. `false`: they were already. */
  board(passNo: string): boolean {
    if (this.boardingOf(passNo)) return false;
    const [showNo, at] = [orderOfPass(passNo), shanghaiTime(nowMs())];
    const eventId = this.callbacks.tell(showNo, { type: 'BOARDED', data: { showNo, passNo, occurredAt: at } });
    this.boardings.push({ passNo, at, eventId });
    this.changed();
    return true;
  }

  /** The voyage left. Of families with seats nobody of whom came, the platform hears; nothing of theirs is cancelled. */
  sail(voyageNo: string): void {
    if (this.sailedAt(voyageNo) !== undefined) return;
    const at = shanghaiTime(nowMs());
    this.sailed[voyageNo] = at;
    this.callbacks.tell(voyageNo, { type: 'VOYAGE_SAILED', data: { voyageNo, occurredAt: at } });
    for (const order of this.on(voyageNo)) {
      const seats = order.party.persons.filter(({ side }) => side === 'C');
      if (seats.length === 0 || seats.some(({ passNo }) => this.boardingOf(passNo))) continue;
      order.absentAt = at;
      const data = { showNo: order.showNo, occurredAt: at };
      order.eventId = this.callbacks.tell(order.showNo, { type: 'ABSENT', data });
    }
    this.changed();
  }

  /** The crew says it cannot sail; the platform tells the families, and this bureau hears of each. */
  callOff(voyageNo: string, reason: string): void {
    this.off[voyageNo] = this.callbacks.tell(voyageNo, { type: 'VOYAGE_OFF', data: { voyageNo, reason } });
    this.changed();
  }

  scatter(order: Order, where: { readonly at: string; readonly lat: string; readonly lon: string }): void {
    order.scattered = where;
    const { showNo, voyage } = order;
    const data = { showNo, occurredAt: where.at, lat: where.lat, lon: where.lon, shipName: voyage.shipName };
    order.eventId = this.callbacks.tell(showNo, { type: 'SCATTERED', data });
    this.changed();
  }

  phoneIn(given: Omit<PhoneQuery, 'queryNo'>): void {
    const queryNo = `F-${today().replaceAll('-', '')}-${randomUUID().slice(0, 8)}`;
    const query = { queryNo, ...given };
    const eventId = this.callbacks.tell(queryNo, { type: 'PHONED_IN', data: query });
    this.asked.push({ query, eventId });
    this.changed();
  }

  answerPhone(queryNo: string, answer: NonNullable<AskedByPhone['answer']>): boolean {
    const asked = this.asked.find(({ query }) => query.queryNo === queryNo);
    if (!asked) return false;
    asked.answer = answer;
    this.changed();
    return true;
  }

  seePapers(applyNo: string, papers: readonly Paper[]): void {
    const data = { applyNo, papers: papers.map((paper) => ({ paper })) };
    this.papers.push({ applyNo, papers, eventId: this.callbacks.tell(applyNo, { type: 'PAPERS_SEEN', data }) });
    this.changed();
  }

  registerDeath(data: Omit<DeathRecord, 'eventId'>): void {
    this.deaths.push({ ...data, eventId: this.callbacks.tell(data.certNo, { type: 'DEATH_VERIFIED', data }) });
    this.changed();
  }

  save(): Saved {
    const { orders, asked, boardings, sailed, off, papers, deaths } = this;
    return { orders, asked, boardings, sailed, off, papers, deaths };
  }

  /** A state file from before this bureau has none. */
  load(saved: Saved | undefined): void {
    Object.assign(this, saved);
  }

  reset(): void {
    Object.assign(this, { orders: [], asked: [], boardings: [], sailed: {}, off: {}, papers: [], deaths: [] });
  }
}
