import type { ServiceView, SiteView } from '@jinmen/shared/bookings/views';
import type { ServiceSitesQueryDto, ServiceWindowsQueryDto } from '@jinmen/shared/dto/services-query.dto';
import { addDays, type CivilDate, dayNumber, dayOfNumber } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { TaggedReply } from '../../../platform/http/etag';
import { Problem, problems } from '../../../platform/http/problem';
import { SharedReads } from '../../../platform/http/shared-reads';
import { Holidays } from '../../holidays/holidays.port';
import { HotDays } from '../../openings/hot-days.port';
import { Openings } from '../../openings/openings.port';
import { SlotInventory, type WindowTally } from '../../slot-inventory/slot-inventory.port';
import type { BookableService } from '../bookable-service.port';
import { PolicyRegistry } from '../policy-registry';
import { windowView } from '../window-views';
import { dayView, tallyOfPlanned } from './day-views';

const USUAL_DAYS = 28;
const MOST_DAYS = 62;
/** Of the times of every site together, which are many: 200 a day of one service. */
const MOST_DAYS_OF_ALL_SITES = 7;

interface Wish {
  readonly service: string;
  readonly policy: BookableService;
  readonly kind?: string;
  readonly site?: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** What can be booked, where and when, for anybody. Nothing of it says who booked. */
@Injectable()
export class ServiceReads {
  private readonly shared = new SharedReads<TaggedReply>();

  constructor(
    private readonly policies: PolicyRegistry,
    private readonly inventory: SlotInventory,
    private readonly openings: Openings,
    private readonly hotDays: HotDays,
    private readonly holidays: Holidays,
    private readonly clock: Clock,
  ) {}

  services(): TaggedReply {
    const services: ServiceView[] = [...this.policies.all].map(([code, { title, kinds }]) => ({ code, title, kinds }));
    return TaggedReply.of({ services });
  }

  sites(service: string, query: ServiceSitesQueryDto): Promise<TaggedReply> {
    const wish = this.wish(service, { ...query, to: addDays(this.clock.today(), MOST_DAYS - 1) });
    return this.share('sites', wish, async () => {
      const tallies = (await this.tallies(wish)).filter(({ left }) => left > 0);
      const first = new Map([...tallies].reverse().map(({ site, day }) => [site, day]));
      const sites = (await wish.policy.sites()).filter(({ id }) => offers(wish, id));
      return { sites: sites.map((site): SiteView => withFreeDay(site, first.get(site.id))) };
    });
  }

  windows(service: string, query: ServiceWindowsQueryDto): Promise<TaggedReply> {
    const wish = this.wish(service, query, query.site === undefined ? MOST_DAYS_OF_ALL_SITES : MOST_DAYS);
    return this.share('windows', wish, async () => {
      const found = await this.inventory.windows(queryOf(wish));
      const now = this.clock.now();
      const windows = found.filter(({ pool }) => serves(wish, pool.site, pool.kind));
      return { windows: windows.map((window) => windowView(wish.policy, window, now)) };
    });
  }

  days(service: string, query: ServiceWindowsQueryDto): Promise<TaggedReply> {
    const wish = this.wish(service, query);
    return this.share('days', wish, async () => ({ days: await this.dayViews(wish) }));
  }

  private async dayViews(wish: Wish) {
    const days = daysBetween(wish.from, wish.to);
    const standing = grouped(await this.tallies(wish));
    const later = grouped(
      await this.plannedTallies(
        wish,
        days.filter((day) => !standing.has(day)),
      ),
    );
    const calendar = await this.holidays.calendar();
    return days.map((day) =>
      dayView(day, {
        tallies: standing.get(day) ?? later.get(day) ?? [],
        numbers: wish.policy.kinds.some(({ code, grief }) => !grief && (wish.kind ?? code) === code),
        words: this.wordsOf(wish, day),
        published: calendar.isPublished(day),
      }),
    );
  }

  private wordsOf({ service, policy }: Wish, day: CivilDate) {
    const hot = this.hotDays.find(service, day);
    return { ...policy.dayWords(day), ...(hot && { hot: hot.name }) };
  }

  private async tallies(wish: Wish): Promise<readonly WindowTally[]> {
    const found = await this.inventory.tallies(queryOf(wish));
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

  private share(what: string, { service, kind, site, from, to }: Wish, work: () => Promise<object>) {
    const key = JSON.stringify([what, service, kind, site, from, to]);
    return this.shared.read(key, async () => TaggedReply.of(await work()));
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

function serves({ policy, kind }: Wish, site: string, pool: string): boolean {
  return kind === undefined || policy.poolOf(kind, site) === pool;
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
