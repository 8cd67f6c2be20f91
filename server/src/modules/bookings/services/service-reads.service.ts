import type { ServiceView, SiteView } from '@jinmen/shared/bookings/views';
import type { ServiceSitesQueryDto, ServiceWindowsQueryDto } from '@jinmen/shared/dto/services-query.dto';
import { addDays, type CivilDate, dayNumber, dayOfNumber } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import type { TaggedReply } from '../../../platform/http/etag';
import { Problem, problems } from '../../../platform/http/problem';
import { type Reading, RememberedReads } from '../../../platform/http/remembered-reads';
import { Holidays } from '../../holidays/holidays.port';
import { HotDays } from '../../openings/hot-days.port';
import { Openings } from '../../openings/openings.port';
import { SlotInventory, type WindowTally } from '../../slot-inventory/slot-inventory.port';
import { WindowChanges } from '../../slot-inventory/window-changes.port';
import { PolicyRegistry } from '../policy-registry';
import { windowView } from '../window-views';
import { dayView, tallyOfPlanned } from './day-views';
import { ReadChanges, serves, talliesChangeAt, type Wish, windowsChangeAt } from './read-changes';

const USUAL_DAYS = 28;
const MOST_DAYS = 62;
/** Of the times of every site together, which are many: 200 a day of one service. */
const MOST_DAYS_OF_ALL_SITES = 7;

/**
 * What can be booked, where and when, for anybody. Nothing of it says who booked. Remembered for a moment, until a window
 * in it changes here or by the clock.
 */
@Injectable()
export class ServiceReads {
  private readonly remembered: RememberedReads<Wish>;
  private readonly listed: RememberedReads<undefined>;
  private readonly changes = new ReadChanges();

  constructor(
    private readonly policies: PolicyRegistry,
    private readonly inventory: SlotInventory,
    private readonly openings: Openings,
    private readonly hotDays: HotDays,
    private readonly holidays: Holidays,
    private readonly clock: Clock,
    changes: WindowChanges,
  ) {
    this.remembered = new RememberedReads(clock);
    this.listed = new RememberedReads(clock);
    changes.subscribe((windows) => {
      this.remembered.forget((wish) => windows.some((window) => this.changes.concern(wish, window)));
    });
  }

  services(): Promise<TaggedReply> {
    return this.listed.read('services', undefined, async () => {
      const services: ServiceView[] = [...this.policies.all].map(([code, { title, kinds }]) => ({
        code,
        title,
        kinds,
      }));
      return { body: { services } };
    });
  }

  sites(service: string, query: ServiceSitesQueryDto): Promise<TaggedReply> {
    const wish = this.wish(service, { ...query, to: addDays(this.clock.today(), MOST_DAYS - 1) });
    return this.share('sites', wish, async () => {
      const tallies = await this.tallies(wish);
      const free = tallies.filter(({ left }) => left > 0);
      const first = new Map([...free].reverse().map(({ site, day }) => [site, day]));
      const offered = (await wish.policy.sites()).filter(({ id }) => offers(wish, id));
      const sites = offered.map((site): SiteView => withFreeDay(site, first.get(site.id)));
      return { body: { sites }, until: talliesChangeAt(tallies) };
    });
  }

  windows(service: string, query: ServiceWindowsQueryDto): Promise<TaggedReply> {
    const wish = this.wish(service, query, query.site === undefined ? MOST_DAYS_OF_ALL_SITES : MOST_DAYS);
    return this.share('windows', wish, async () => {
      const found = await this.inventory.windows(queryOf(wish));
      const now = this.clock.now();
      this.changes.learn(found);
      const windows = found.filter(({ pool }) => serves(wish, pool.site, pool.kind));
      const body = { windows: windows.map((window) => windowView(wish.policy, window, now)) };
      return { body, until: windowsChangeAt(windows, now) };
    });
  }

  days(service: string, query: ServiceWindowsQueryDto): Promise<TaggedReply> {
    const wish = this.wish(service, query);
    return this.share('days', wish, () => this.dayViews(wish));
  }

  private async dayViews(wish: Wish): Promise<Reading> {
    const days = daysBetween(wish.from, wish.to);
    const tallies = await this.tallies(wish);
    const standing = grouped(tallies);
    const absent = days.filter((day) => !standing.has(day));
    const planned = await this.plannedTallies(wish, absent);
    const later = grouped(planned);
    const calendar = await this.holidays.calendar();
    const views = days.map((day) =>
      dayView(day, {
        tallies: standing.get(day) ?? later.get(day) ?? [],
        numbers: wish.policy.kinds.some(({ code, grief }) => !grief && (wish.kind ?? code) === code),
        words: this.wordsOf(wish, day),
        published: calendar.isPublished(day),
      }),
    );
    return { body: { days: views }, until: talliesChangeAt([...tallies, ...planned]) };
  }

  private wordsOf({ service, policy }: Wish, day: CivilDate) {
    const hot = this.hotDays.find(service, day);
    return { ...policy.dayWords(day), ...(hot && { hot: hot.name }) };
  }

  private async tallies(wish: Wish): Promise<readonly WindowTally[]> {
    const found = await this.inventory.tallies(queryOf(wish));
    this.changes.learnTallies(wish.service, found);
    return found.filter(({ site, kind }) => serves(wish, site, kind));
  }

  /** Days further ahead than windows are made show when they are released. */
  private async plannedTallies(wish: Wish, days: readonly CivilDate[]): Promise<readonly WindowTally[]> {
    const now = this.clock.now();
    const planned = await this.openings.planned(wish.service, days);
    return planned
      .filter(({ pool, opensAt }) => opensAt > now && serves(wish, pool.site, pool.kind))
      .filter(({ pool }) => wish.site === undefined || pool.site === wish.site)
      .map(tallyOfPlanned);
  }

  private share(what: string, wish: Wish, work: () => Promise<Reading>): Promise<TaggedReply> {
    const { service, kind, site, from, to } = wish;
    return this.remembered.read(JSON.stringify([what, service, kind, site, from, to]), wish, work);
  }

  /** @throws Problem 404 for a service nobody knows, 400 for days the wrong way round or too many. */
  private wish(
    service: string,
    { kind, site, from = this.clock.today(), to }: ServiceWindowsQueryDto,
    most = MOST_DAYS,
  ): Wish {
    const policy = this.policies.find(service);
    if (!policy) throw problems.notFound();
    const end = to ?? addDays(from, Math.min(USUAL_DAYS, most) - 1);
    const days = dayNumber(end) - dayNumber(from) + 1;
    if (days < 1 || days > most) {
      throw new Problem(400, 'services.too-many-days', `一次最多看 ${most} 天，请把日子选近一点。`);
    }
    return { service, policy, from, to: end, ...(kind !== undefined && { kind }), ...(site !== undefined && { site }) };
  }
}

function queryOf({ service, site, from, to }: Wish) {
  return { service, from, to, ...(site !== undefined && { sites: [site] }) };
}

function offers({ policy, kind }: Wish, site: string): boolean {
  return kind === undefined || policy.poolOf(kind, site) !== undefined;
}

function withFreeDay({ nextFreeDay: _, ...site }: SiteView, day: CivilDate | undefined): SiteView {
  return { ...site, ...(day !== undefined && { nextFreeDay: day }) };
}

function daysBetween(from: CivilDate, to: CivilDate): readonly CivilDate[] {
  const first = dayNumber(from);
  return Array.from({ length: dayNumber(to) - first + 1 }, (_, index) => dayOfNumber(first + index));
}

function grouped(tallies: readonly WindowTally[]): ReadonlyMap<CivilDate, readonly WindowTally[]> {
  const byDay = new Map<CivilDate, WindowTally[]>();
  for (const tally of tallies) byDay.set(tally.day, [...(byDay.get(tally.day) ?? []), tally]);
  return byDay;
}
