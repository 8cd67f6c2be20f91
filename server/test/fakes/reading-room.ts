import type { ServiceKindView, SiteView } from '@jinmen/shared/bookings/views';
import {
  BookableService,
  type Booking,
  type BookingPerson,
  type BookingRefusal,
  type BookingTimers,
  type BookingTurn,
  type CancelLimit,
  type HoldWish,
  type QuotaKey,
} from '../../src/modules/bookings/bookable-service.port';
import type { SlotWindow } from '../../src/modules/slot-inventory/slot-inventory.port';

export const READING_ROOM = 'reading-room';

/** A made-up service: desks for one, tables for two, in two libraries. Generic code must need no other. */
export class ReadingRoom extends BookableService {
  readonly title = '阅览室';
  readonly kinds: readonly ServiceKindView[] = [
    { code: 'desk', title: '单人桌', line: '一个人看书', parties: { least: 1, most: 1 }, plain: false },
    { code: 'table', title: '双人桌', line: '两个人看书', parties: { least: 2, most: 2 }, plain: false },
  ];
  /** Everything that was told, in order. */
  readonly turns: BookingTurn[] = [];
  /** Keys that hold for a day only, so that a change of day is a change of keys. */
  keysByDay = false;
  /** By kind; none for most tests. */
  readonly limits = new Map<string, CancelLimit>();
  readonly refused = new Map<string, BookingRefusal>();

  timers(): BookingTimers {
    return { holdMinutes: 10, renewals: 1, partnerHours: 24, restMinutes: { least: 5, most: 30 }, noShowMinutes: 60 };
  }

  override cancelLimit(kind: string): CancelLimit | undefined {
    return this.limits.get(kind);
  }

  async sites(): Promise<readonly SiteView[]> {
    const kinds = ['desk', 'table'];
    return ['north', 'south'].map((id) => ({ id, name: `${id} library`, sort: 'library', kinds }));
  }

  poolOf(kind: string): string | undefined {
    return this.kinds.some(({ code }) => code === kind) ? kind : undefined;
  }

  dayWords(): { readonly lunar?: string; readonly hot?: string } {
    return {};
  }

  async admit({ holder }: HoldWish): Promise<BookingRefusal | undefined> {
    return this.refused.get(holder.personId);
  }

  async admitPartner(_booking: Booking, partner: BookingPerson): Promise<BookingRefusal | undefined> {
    return this.refused.get(partner.personId);
  }

  quotaKeys(
    _kind: string,
    { personId }: BookingPerson,
    { day }: SlotWindow,
    _details: Readonly<Record<string, unknown>>,
  ): readonly QuotaKey[] {
    return [{ scope: READING_ROOM, key: this.keysByDay ? `${personId} ${day}` : personId }];
  }

  readDetails(_kind: string, given: unknown): Readonly<Record<string, unknown>> | BookingRefusal {
    const { lamp } = given as { readonly lamp?: unknown };
    if (lamp === undefined) return {};
    if (typeof lamp === 'boolean') return { lamp };
    return { code: 'reading-room.lamp', words: '请选要不要台灯。', field: 'details.lamp' };
  }

  bring(): readonly string[] {
    return ['读者证'];
  }

  async turned(turn: BookingTurn): Promise<void> {
    this.turns.push(turn);
  }
}
