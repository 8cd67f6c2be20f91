import type { Callbacks } from '../_kit/callbacks';
import { nowMs, shanghaiTime, today } from '../_kit/clock';
import { knownPeople } from '../people';

const REVIEWED_AFTER_MS = 1_000;

export interface RegistryPerson {
  readonly name: string;
  readonly certNo: string;
}

export interface Appointment {
  readonly apptNo: string;
  readonly showNo: string;
  readonly bizType: 'JH' | 'BL' | 'LS' | 'LZ' | 'FD';
  readonly ceremony: boolean;
  readonly persons: readonly (RegistryPerson & { readonly role: string; readonly phone?: string })[];
  orgCode: string;
  date: string;
  from: string;
  to: string;
  /** `suspended`: its time was closed, and it waits for another. */
  state: 'booked' | 'cancelled' | 'suspended';
  arrivedAt?: string;
  excused?: string;
  eventId?: string;
}

/** The second person of a booking that waits for them, at the counter. */
export interface DeskQuery {
  readonly queryNo: string;
  readonly showNo: string;
  readonly person: RegistryPerson;
  readonly eventId: string;
  answer?: { readonly result: string; readonly words?: string };
}

export interface Divorce {
  readonly divorceNo: string;
  readonly orgCode: string;
  readonly receivedDate: string;
  readonly persons: readonly RegistryPerson[];
  state: 'accepted' | 'withdrawn' | 'done';
  eventId: string;
}

export interface ClosedDay {
  readonly orgCode: string;
  readonly date: string;
  readonly reason: string;
  readonly eventId: string;
}

interface Saved {
  readonly appointments: Appointment[];
  readonly queries: DeskQuery[];
  readonly divorces: Divorce[];
  readonly closed: ClosedDay[];
}

/** What the registries know: who is expected when, whose divorce runs, which days are closed. */
export class RegistryBook {
  private appointments: Appointment[] = [];
  private queries: DeskQuery[] = [];
  private divorces: Divorce[] = [];
  private closed: ClosedDay[] = [];
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(
    readonly callbacks: Callbacks,
    private readonly changed: () => void = () => undefined,
  ) {}

  find(apptNo: string): Appointment | undefined {
    return this.appointments.find((each) => each.apptNo === apptNo);
  }

  findByNumber(showNo: string): Appointment | undefined {
    return this.appointments.find((each) => each.showNo === showNo);
  }

  /** By time. */
  on(date: string): readonly Appointment[] {
    return this.appointments
      .filter((each) => each.date === date)
      .sort((one, other) => (one.from < other.from ? -1 : 1));
  }

  listQueries(): readonly DeskQuery[] {
    return [...this.queries].reverse();
  }

  listDivorces(): readonly Divorce[] {
    return [...this.divorces].reverse();
  }

  listClosed(): readonly ClosedDay[] {
    return [...this.closed].reverse();
  }

  /** `false` when it is there already. */
  add(appointment: Appointment): boolean {
    if (this.find(appointment.apptNo)) return false;
    this.appointments.push(appointment);
    this.changed();
    return true;
  }

  move(appointment: Appointment, to: Pick<Appointment, 'orgCode' | 'date' | 'from' | 'to'>): void {
    Object.assign(appointment, to, { state: 'booked' });
    this.changed();
  }

  end(appointment: Appointment, state: 'cancelled' | 'suspended'): void {
    appointment.state = state;
    this.changed();
  }

  /** They are here, their pass was good. */
  arrive(appointment: Appointment): void {
    appointment.arrivedAt = shanghaiTime(nowMs());
    const data = { showNo: appointment.showNo, occurredAt: appointment.arrivedAt };
    appointment.eventId = this.callbacks.tell(appointment.apptNo, { type: 'CHECKED_IN', data });
    this.changed();
  }

  excuse(appointment: Appointment, reason: string): void {
    appointment.excused = reason;
    const data = { showNo: appointment.showNo, reason };
    appointment.eventId = this.callbacks.tell(appointment.apptNo, { type: 'ABSENCE_EXCUSED', data });
    this.changed();
  }

  /** The second person came with their ID; whether it counts is for the platform to say. */
  partnerCame(showNo: string, person: RegistryPerson): void {
    const queryNo = `W-${today().replaceAll('-', '')}-${this.queries.length + 1}`;
    const eventId = this.callbacks.tell(showNo, { type: 'PARTNER_CAME', data: { queryNo, showNo, ...person } });
    this.queries.push({ queryNo, showNo, person, eventId });
    this.changed();
  }

  answerQuery(queryNo: string, answer: NonNullable<DeskQuery['answer']>): boolean {
    const query = this.queries.find((each) => each.queryNo === queryNo);
    if (!query) return false;
    query.answer = answer;
    this.changed();
    return true;
  }

  /** Step 1 was taken at the counter today. */
  acceptDivorce({ orgCode, persons }: Appointment): void {
    const receivedDate = today();
    const divorceNo = `LH${orgCode}-${receivedDate.replaceAll('-', '')}-${this.divorces.length + 1}`;
    const couple = persons.map(({ name, certNo }) => ({ name, certNo }));
    const data = { divorceNo, orgCode, receivedDate, persons: couple };
    const eventId = this.callbacks.tell(divorceNo, { type: 'DIVORCE_ACCEPTED', data });
    this.divorces.push({ ...data, state: 'accepted', eventId });
    this.changed();
  }

  endDivorce(divorceNo: string, state: 'withdrawn' | 'done'): void {
    const divorce = this.divorces.find((each) => each.divorceNo === divorceNo);
    if (divorce?.state !== 'accepted') return;
    divorce.state = state;
    const type = state === 'done' ? 'DIVORCE_DONE' : 'DIVORCE_WITHDRAWN';
    divorce.eventId = this.callbacks.tell(divorceNo, { type, data: { divorceNo, date: today() } });
    this.changed();
  }

  closeDay(orgCode: string, date: string, reason: string): void {
    const eventId = this.callbacks.tell(`closed ${orgCode}`, { type: 'DAY_CLOSED', data: { orgCode, date, reason } });
    this.closed.push({ orgCode, date, reason, eventId });
    this.changed();
  }

  /** 联网审查 of one person, a second later. */
  review(reviewNo: string, certNo: string): void {
    const result = knownPeople.find(({ idNumber }) => idNumber === certNo)?.reviewed === 'attend' ? 'ATTEND' : 'CLEAR';
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.callbacks.tell(reviewNo, { type: 'REVIEW_DONE', data: { reviewNo, result } });
    }, REVIEWED_AFTER_MS);
    timer.unref();
    this.timers.add(timer);
  }

  save(): Saved {
    const { appointments, queries, divorces, closed } = this;
    return { appointments, queries, divorces, closed };
  }

  load(saved: Saved): void {
    Object.assign(this, saved);
  }

  reset(): void {
    this.stop();
    Object.assign(this, { appointments: [], queries: [], divorces: [], closed: [] });
  }

  stop(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }
}
