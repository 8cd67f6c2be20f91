import type { PlacingOption } from '@jinmen/shared/replacing/placing';
import { Bookings } from '../../src/modules/bookings/bookings.port';
import {
  ReplacedService,
  type ReplacedSlot,
  type ReplacedSubject,
  type RoundKind,
} from '../../src/modules/replacing/replaced-service.port';
import { ReplacedServices } from '../../src/modules/replacing/replaced-services';
import { SlotInventory, unitsLeft } from '../../src/modules/slot-inventory/slot-inventory.port';
import { Clock } from '../../src/platform/clock';
import type { TestServer } from '../server';
import { READING_ROOM } from './reading-room';

const HOUR_MS = 3_600_000;

/** Readers who lost their desk, and people on a list who have none yet: rounds must need no other service. */
export class ReplacedReadingRoom extends ReplacedService {
  readonly title = '阅览室';
  readonly kinds = ['displaced', 'sign-ups'] as const;
  /** Those who signed up. */
  readonly list: ReplacedSubject[] = [];
  /** Windows nobody of these wants. */
  readonly disliked = new Set<string>();

  constructor(
    private readonly bookings: Bookings,
    private readonly inventory: SlotInventory,
    private readonly clock: { now(): Date },
  ) {
    super();
  }

  async subjects(kind: RoundKind): Promise<readonly ReplacedSubject[]> {
    if (kind === 'sign-ups') return this.list;
    return (await this.bookings.displacedOf(READING_ROOM)).map(({ id, window, parties }) => ({
      ...{
        id,
        history: id,
        name: parties[0]?.name ?? '',
        needs: { desks: 1 },
        since: window.opensAt,
        words: ['一张桌'],
      },
      ...(parties[0]?.accountId !== undefined && { accountId: parties[0].accountId }),
      phone: '13812345678',
      lost: { slot: window.id, startsAt: window.startsAt },
    }));
  }

  override async contact() {
    return { name: '测试读者', phone: '13812345678' };
  }

  async slots(): Promise<readonly ReplacedSlot[]> {
    const query = { service: READING_ROOM, kind: 'desk', from: '2026-11-01', to: '2027-12-31' } as const;
    const open = (await this.inventory.windows(query)).filter(
      ({ closed, closesAt }) => !closed && closesAt > this.clock.now(),
    );
    return open.map((window) => ({
      ...{ id: window.id, startsAt: window.startsAt, closesAt: window.closesAt, words: window.pool.site },
      left: { desks: unitsLeft(window) },
    }));
  }

  async options({ lost }: ReplacedSubject, slots: readonly ReplacedSlot[]): Promise<readonly PlacingOption[]> {
    return slots.map(({ id, startsAt }) => ({
      slot: id,
      cost: Math.round(Math.abs(startsAt.getTime() - (lost?.startsAt ?? startsAt).getTime()) / HOUR_MS),
      worse: this.disliked.has(id),
    }));
  }

  keptUntil(_kind: RoundKind, { closesAt }: ReplacedSlot): Date {
    return closesAt;
  }

  placeFor() {
    return undefined;
  }

  noticeOf(subject: ReplacedSubject, _kind: RoundKind, placed: boolean, bookingId?: string) {
    const about = { kind: 'booking', id: bookingId ?? subject.id } as const;
    return { topic: placed ? 'voyage-changed' : 'voyage-off', about } as const;
  }
}

/** As if a module of that service had registered it. */
export function playReplaced({ app }: Pick<TestServer, 'app'>): ReplacedReadingRoom {
  const get = <T>(token: abstract new (...args: never[]) => T) => app.get<T>(token, { strict: false });
  const room = new ReplacedReadingRoom(get(Bookings), get(SlotInventory), app.get(Clock));
  (get(ReplacedServices).all as Map<string, ReplacedService>).set(READING_ROOM, room);
  return room;
}
