import type { ServiceKindView } from '@jinmen/shared/bookings/views';
import type { BookingPerson, LinesWish, QuotaKey } from '../../src/modules/bookings/bookable-service.port';
import type { HoldLine, SlotWindow } from '../../src/modules/slot-inventory/slot-inventory.port';
import { ReadingRoom } from './reading-room';

export const FERRY = 'ferry';

/**
 * A made-up service whose bookings take a place for a family and chairs for its people, out of two windows; in
 * bereavement, and placed anew all together.
 */
export class Ferry extends ReadingRoom {
  override readonly kinds: readonly ServiceKindView[] = [
    { code: FERRY, title: '渡船', line: '一家人过河', parties: { least: 1, most: 1 }, plain: true, grief: true },
  ];
  override readonly replaced = 'together';
  /** The window of chairs beside each window of places. */
  readonly chairs = new Map<string, string>();
  /** How many come along, by family; changed at any time. */
  readonly people = new Map<string, number>();

  override poolOf(): string {
    return 'places';
  }

  override async linesOf({ windowId, details }: LinesWish): Promise<readonly HoldLine[]> {
    const units = this.people.get(String(details.family)) ?? 0;
    const beside = this.chairs.get(windowId);
    const place = { windowId, units: 1 };
    return beside === undefined || units === 0 ? [place] : [{ windowId: beside, units }, place];
  }

  override quotaKeys(
    _kind: string,
    _person: BookingPerson,
    _window: SlotWindow,
    details: Readonly<Record<string, unknown>>,
  ): readonly QuotaKey[] {
    return [{ scope: FERRY, key: String(details.family) }];
  }

  override readDetails(_kind: string, given: unknown): Readonly<Record<string, unknown>> {
    return { family: String((given as { readonly family?: unknown }).family ?? '') };
  }
}
