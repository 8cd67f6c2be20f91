import type {
  BookingAct,
  BookingPartyView,
  BookingStepView,
  BookingView,
  SiteView,
} from '@jinmen/shared/bookings/views';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { maskedName } from '../../platform/masking';
import type { SlotWindow } from '../slot-inventory/slot-inventory.port';
import type { BookableService, Booking } from './bookable-service.port';
import type { BookingRow } from './booking.entity';
import { afterMove, type BookingMove } from './booking.machine';
import { BookingPeople } from './booking-people.service';
import type { BookingStep } from './booking-step.entity';
import { holdEnds } from './booking-timers';
import type { HeldBooking } from './booking-turns.service';
import { stepWords } from './booking-words';
import { BookingsRepository, type OpenedBooking } from './bookings.repository';
import { CancelLimits } from './cancel-limits/cancel-limits.service';
import { KeptForDisplaced } from './displaced/kept-times.port';
import { type AskedNow, Partners } from './partner/partners.port';
import { PolicyRegistry } from './policy-registry';
import { countsAgainst, ownParty, personIn, type Whose } from './whose';
import { windowView } from './window-views';

/** What only an office gives a reason for. */
const BY_AN_OFFICE: ReadonlySet<BookingMove> = new Set(['cancel', 'displace']);

/** Who looks at a booking, and what stands beside its row. */
interface Looked {
  readonly whose: Whose;
  readonly steps: readonly BookingStepView[];
  readonly now: AskedNow;
  readonly site: SiteView;
  readonly againFrom?: CivilDate | undefined;
}

/** A booking as one of its people sees it. */
@Injectable()
export class BookingViews {
  constructor(
    private readonly bookings: BookingsRepository,
    private readonly people: BookingPeople,
    private readonly policies: PolicyRegistry,
    private readonly partners: Partners,
    private readonly kept: KeptForDisplaced,
    private readonly cancels: CancelLimits,
    private readonly clock: Clock,
  ) {}

  /** Everything is asked at once: each question otherwise waits for everybody else's turn at a busy hour. */
  async find(id: string, accountId: string): Promise<BookingView | undefined> {
    const [opened, whose, steps, now] = await Promise.all([
      this.bookings.find(id),
      this.people.whose(accountId),
      this.bookings.stepsOf([id]),
      this.partners.now(id),
    ]);
    return opened && this.view(opened, { whose, steps: this.stepViews(opened, steps), now });
  }

  async one(opened: OpenedBooking, accountId: string): Promise<BookingView> {
    const [view] = await this.all([opened], accountId);
    if (!view) throw new Error('one booking has one view');
    return view;
  }

  async all(opened: readonly OpenedBooking[], accountId: string): Promise<readonly BookingView[]> {
    const ids = opened.map(({ row }) => row.id);
    const [whose, steps] = await Promise.all([this.people.whose(accountId), this.bookings.stepsOf(ids)]);
    const views: BookingView[] = [];
    for (const each of opened) {
      const own = steps.filter(({ bookingId }) => bookingId === each.row.id);
      const now = await this.partners.now(each.row.id);
      views.push(await this.view(each, { whose, steps: this.stepViews(each, own), now }));
    }
    return views;
  }

  /** Of bookings their holders have just made, each as its holder sees it: all of it is known but the sites, asked once. */
  async begun(held: readonly HeldBooking[]): Promise<readonly BookingView[]> {
    const views: BookingView[] = [];
    const sites = new Map<string, readonly SiteView[]>();
    for (const { opened, booking } of held) {
      const [holder] = booking.parties;
      const whose = { accountId: holder?.accountId ?? '', ...(holder && { personId: holder.personId }) };
      const steps = [{ at: opened.row.createdAt.toISOString(), words: stepWords.hold }];
      const known = sites.get(booking.service) ?? (await this.policies.get(booking.service).sites());
      sites.set(booking.service, known);
      views.push(await this.viewOf(opened, booking, { whose, steps, now: {}, site: siteIn(known, booking.site) }));
    }
    return views;
  }

  /** Also for the pass. */
  async site(policy: BookableService, id: string): Promise<SiteView> {
    return siteIn(await policy.sites(), id);
  }

  private stepViews({ row }: OpenedBooking, steps: readonly BookingStep[]): readonly BookingStepView[] {
    return steps.map(({ act, why: told, at }) => {
      const why = act === 'excuse' ? this.bookings.excuseOf(row) : told;
      const words = why ? `${stepWords[act]}（${why}）` : stepWords[act];
      return { at: at.toISOString(), words, ...(why && BY_AN_OFFICE.has(act) && { why }) };
    });
  }

  private async view(opened: OpenedBooking, looked: Omit<Looked, 'site' | 'againFrom'>): Promise<BookingView> {
    const { service, site: siteId } = opened.row;
    const own = personIn(opened, looked.whose);
    const counted = countsAgainst(opened, looked.whose);
    const [booking, site, againFrom] = await Promise.all([
      this.people.toBooking(opened),
      this.site(this.policies.get(service), siteId),
      own === undefined || counted !== own ? undefined : this.cancels.againFrom(opened.row, own),
    ]);
    return this.viewOf(opened, booking, { ...looked, site, againFrom });
  }

  private async viewOf(
    opened: OpenedBooking,
    booking: Booking,
    { whose, steps, now, site, againFrom }: Looked,
  ): Promise<BookingView> {
    const { id, number, service, kind, state } = booking;
    const policy = this.policies.get(service);
    const role = roleOf(booking, whose);
    const own = this.acts(opened, booking, role);
    return {
      id,
      number,
      service,
      kind,
      state,
      version: opened.row.version,
      site,
      window: windowView(policy, booking.window, this.clock.now()),
      ...(state === 'held' && opened.row.expiresAt && { holdUntil: opened.row.expiresAt.toISOString() }),
      parties: partyViews(booking, whose),
      ...(now.asked && { asked: now.asked }),
      ...(await this.change(policy, role, now)),
      ...(await this.offers(policy, booking)),
      acts: [...own, ...this.partners.acts(booking, role, now)],
      ...(againFrom !== undefined && own.includes('cancel') && { againFrom }),
      steps,
      details: booking.details,
    };
  }

  private async change(
    policy: BookableService,
    role: 'holder' | 'partner',
    { change }: AskedNow,
  ): Promise<Pick<BookingView, 'change'>> {
    if (!change) return {};
    const window = await this.people.windowOf(change.windowId);
    const { name: siteName } = await this.site(policy, window.pool.site);
    const view = windowView(policy, window, this.clock.now());
    return { change: { window: view, siteName, until: change.until.toISOString(), yours: change.asked === role } };
  }

  private async offers(policy: BookableService, { id, state }: Booking): Promise<Pick<BookingView, 'offers'>> {
    const kept = state === 'displaced' ? await this.kept.find(id) : undefined;
    if (!kept) return {};
    const windows = [];
    for (const { window, kept: isKept } of kept.times) {
      const { name: siteName } = await this.site(policy, window.pool.site);
      const view = windowView(policy, window, this.clock.now());
      windows.push({ ...view, siteName, ...(isKept && { kept: true as const }) });
    }
    return { offers: { windows, until: kept.until.toISOString() } };
  }

  /** Not one that is kept for longer than its own people could keep it anyway: it would stay as it is. */
  private canRenew({ service, renewals, expiresAt }: BookingRow, window: SlotWindow): boolean {
    const timers = this.policies.get(service).timers(window);
    return renewals < timers.renewals && expiresAt !== null && expiresAt <= holdEnds(this.clock.now(), timers, window);
  }

  /** What its own people can do without the other; what concerns the other is said by `Partners`. */
  private acts({ row }: OpenedBooking, { window }: Booking, role: 'holder' | 'partner'): readonly BookingAct[] {
    const { state } = row;
    const now = this.clock.now();
    const mayStillMove = state === 'displaced' || now < window.startsAt;
    const acts: BookingAct[] = [];
    if (state === 'held' && role === 'holder') {
      if (this.canRenew(row, window)) acts.push('renew');
      acts.push('confirm');
    }
    const moves = afterMove(state, 'move') !== undefined || state === 'displaced';
    if (moves && mayStillMove) acts.push('reschedule');
    if (afterMove(state, 'cancel') !== undefined && mayStillMove) acts.push('cancel');
    if (state === 'confirmed' || state === 'checked-in') acts.push('pass');
    return acts;
  }
}

function siteIn(sites: readonly SiteView[], id: string): SiteView {
  const site = sites.find((each) => each.id === id);
  if (!site) throw new Error(`the service has no site ${id} any more`);
  return site;
}

/** Whoever looks is one of its people: the guard has seen to that. */
export function roleOf({ parties }: Booking, whose: Whose): 'holder' | 'partner' {
  return ownParty(parties, whose)?.role ?? 'holder';
}

export function partyViews({ parties }: Booking, whose: Whose): readonly BookingPartyView[] {
  const own = ownParty(parties, whose);
  return parties.map(({ role, name, confirmedAt }) => ({
    role,
    name: maskedName(name),
    you: role === own?.role,
    confirmed: confirmedAt !== undefined,
  }));
}
