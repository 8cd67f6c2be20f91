import type { WaitingView } from '@jinmen/shared/bookings/views';
import { Injectable } from '@nestjs/common';
import { Bookables } from '../bookings/bookables.port';
import { Bookings } from '../bookings/bookings.port';
import { People } from '../identity/people.port';
import { type OpenedWaiting, WaitingRepository } from './waiting.repository';
import { overWords, passedOverWords } from './waiting-words';

/** An entry as its party sees it. */
@Injectable()
export class WaitingViews {
  constructor(
    private readonly waiting: WaitingRepository,
    private readonly bookables: Bookables,
    private readonly bookings: Bookings,
    private readonly people: People,
  ) {}

  async of({ row, wishes }: OpenedWaiting): Promise<WaitingView> {
    const { id, service, kind, state, createdAt, overReason } = row;
    const names = await this.namesOf(service);
    const named = (site: string) => ({ id: site, name: names.get(site) ?? site });
    return {
      ...{ id, service, kind, state },
      sites: unique(wishes.map(({ site }) => site)).map(named),
      days: unique(wishes.map(({ day }) => day)),
      ...(state === 'waiting' && { rank: await this.waiting.rank(row) }),
      since: createdAt.toISOString(),
      ...(state === 'offered' && (await this.offer(row, names))),
      ...(overReason !== null && { note: overWords[overReason] }),
      ...(state === 'waiting' && (await this.isPassedOver(row)) && { note: passedOverWords }),
    };
  }

  /** While they have a booking under the same quota: whatever comes free goes to the next. */
  private async isPassedOver({ service, kind, personId }: OpenedWaiting['row']): Promise<boolean> {
    const [policy, person] = [this.bookables.find(service), await this.people.find(personId)];
    if (!policy || !person) return false;
    for (const { code } of policy.kinds) {
      for (const { window, details } of await this.bookings.aheadOf([personId], service, code)) {
        const keys = (of: string) => policy.quotaKeys(of, person, window, details);
        const keysOf = (of: string) => keys(of).map(({ scope, key }) => `${scope}\n${key}`);
        if (keysOf(code).some((key) => keysOf(kind).includes(key))) return true;
      }
    }
    return false;
  }

  async namesOf(service: string): Promise<ReadonlyMap<string, string>> {
    const sites = (await this.bookables.find(service)?.sites()) ?? [];
    return new Map(sites.map(({ id, name }) => [id, name]));
  }

  private async offer({ bookingId, offerUntil }: OpenedWaiting['row'], names: ReadonlyMap<string, string>) {
    const booking = bookingId === null ? undefined : await this.bookings.find(bookingId);
    if (!booking || offerUntil === null) return {};
    const window = this.bookables.windowView(booking.window);
    const siteName = names.get(booking.site) ?? booking.site;
    return { offer: { booking: booking.id, window, siteName, until: offerUntil.toISOString() } };
  }
}

function unique<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}
