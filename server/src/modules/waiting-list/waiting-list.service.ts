import { phoneProblem, tidyPhone } from '@jinmen/shared/applications/check-field';
import type { WaitingView } from '@jinmen/shared/bookings/views';
import type { JoinWaitlistDto } from '@jinmen/shared/dto/waiting.dto';
import { addDays } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import type { Resident } from '../../platform/auth/current';
import { Clock } from '../../platform/clock';
import { type Page, type PageRequest, pageOf } from '../../platform/http/page';
import { Problem, problems } from '../../platform/http/problem';
import type { BookableService, BookingRefusal } from '../bookings/bookable-service.port';
import { Bookables } from '../bookings/bookables.port';
import { People } from '../identity/people.port';
import type { Wish } from './line';
import { type OpenedWaiting, WaitingRepository } from './waiting.repository';
import { WaitingEnds } from './waiting-ends';
import { WaitingJobs } from './waiting-jobs';
import { WaitingViews } from './waiting-views';
import { waitingWords as words } from './waiting-words';

/** Nobody opens windows farther ahead. */
const FARTHEST_DAYS = 120;

export type Joining = Pick<JoinWaitlistDto, 'service' | 'kind' | 'sites' | 'days' | 'phone' | 'details'>;

/** Waiting for a time: a whole party as one, with a rank it can see, left at any time. */
@Injectable()
export class WaitingList {
  constructor(
    private readonly waiting: WaitingRepository,
    private readonly ends: WaitingEnds,
    private readonly views: WaitingViews,
    private readonly bookables: Bookables,
    private readonly people: People,
    private readonly clock: Clock,
    private readonly later: WaitingJobs,
  ) {}

  /**
   * Inside the transaction of its idempotency key.
   * @throws Problem 403 `identity.required`, `consent.required`; 400 at the fields; 409 `waiting.already` with the one they have, `booking.cancelled-often`,
   * and what the service says against them on the earliest day.
   */
  async join({ accountId }: Resident, joining: Joining): Promise<WaitingView> {
    const { service, kind } = joining;
    const policy = this.bookables.find(service);
    if (!policy) throw field('service', 'booking.unknown-service', words.service);
    const offered = policy.kinds.find(({ code }) => code === kind);
    if (!offered) throw field('kind', 'booking.unknown-kind', words.kind);
    if (offered.grief) throw field('kind', 'waiting.no-line', words.noLine);
    const wishes = this.wishesOf(policy, joining);
    const told = { ...phoneOf(joining), details: detailsOf(policy, joining) };
    const person = await this.people.acting(accountId, words.realName);
    const [earliest = this.clock.today()] = joining.days.toSorted();
    const refusal =
      (await this.bookables.refusedForNow({ policy, service, kind, holder: person })) ??
      (await policy.admitWaiting({ kind, holder: person, earliest }));
    if (refusal) throw refused(refusal);
    const { personId } = person;
    const added = await this.waiting.add({ service, kind, accountId, personId, wishes, told });
    if (!added) throw await this.already(accountId, service, kind, personId);
    this.later.lookAfterCommit();
    return this.views.of(added);
  }

  async find(id: string): Promise<WaitingView> {
    const found = await this.waiting.find(id);
    if (!found) throw problems.notFound();
    return this.views.of(found);
  }

  async list({ accountId }: Resident, page: PageRequest): Promise<Page<WaitingView>> {
    const found = await this.waiting.ofAccount(accountId, page);
    const place = ({ row }: OpenedWaiting) => ({ at: row.createdAt, id: row.id });
    const { items, ...more } = pageOf(found, page.limit, place, (opened) => opened);
    return { items: await Promise.all(items.map((each) => this.views.of(each))), ...more };
  }

  /**
   * Inside the transaction of its idempotency key.
   * @throws Problem 409 `waiting.offered` while a time is kept: that is let go first, and goes to the next.
   */
  async leave(id: string): Promise<WaitingView> {
    const before = await this.waiting.find(id);
    if (!before) throw problems.notFound();
    await this.waiting.lockLine(before.row.service);
    if (!(await this.ends.leave(id))) {
      const offered = (await this.waiting.find(id))?.row.state === 'offered';
      throw offered
        ? new Problem(409, 'waiting.offered', words.offered)
        : new Problem(409, 'waiting.not-waiting', words.notWaiting);
    }
    return this.find(id);
  }

  private wishesOf(policy: BookableService, { kind, sites, days }: Joining): readonly Wish[] {
    const today = this.clock.today();
    const farthest = addDays(today, FARTHEST_DAYS);
    if (days.some((day) => day < today || day > farthest)) throw field('days', 'waiting.days', words.days);
    return sites.flatMap((site) => {
      const pool = policy.poolOf(kind, site);
      if (pool === undefined) throw field('sites', 'waiting.site', words.site);
      return days.map((day) => ({ site, day, pool }));
    });
  }

  /** On another phone of the same person it is not shown, only said. */
  private async already(accountId: string, service: string, kind: string, personId: string): Promise<Problem> {
    const row = await this.waiting.activeOf(service, kind, personId);
    const more = row?.accountId === accountId ? { more: { waiting: row.id } } : {};
    return new Problem(409, 'waiting.already', words.already, [], more);
  }
}

function phoneOf({ phone }: Joining): { phone?: string } {
  if (phone === undefined) return {};
  if (phoneProblem(phone)) throw field('phone', 'phone.shape', words.phone);
  return { phone: tidyPhone(phone) };
}

function detailsOf(policy: BookableService, { kind, details = {} }: Joining): Readonly<Record<string, unknown>> {
  const read = policy.readDetails(kind, details);
  if (!isRefusal(read)) return read;
  throw refused(read);
}

function refused({ code, words: said, field: at }: BookingRefusal): Problem {
  return at === undefined ? new Problem(409, code, said) : field(at, code, said);
}

function isRefusal(read: Readonly<Record<string, unknown>> | BookingRefusal): read is BookingRefusal {
  return typeof read.code === 'string' && typeof read.words === 'string';
}

function field(name: string, code: string, message: string): Problem {
  return problems.invalid([{ field: name, code, message }]);
}
