import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import type { Problem } from '../../../platform/http/problem';
import type { HoldRefusal } from '../../slot-inventory/slot-inventory.port';
import { WindowChanges } from '../../slot-inventory/window-changes.port';

/** How long what another process may have changed is believed; by our own clock, which nobody sets back. */
const KEPT_MS = 300;
/** Versions of windows that changed lately; what was forgotten of them cannot be remembered again by a late flush. */
const CHANGES_MOST = 2000;

interface Known {
  readonly until: number;
  readonly refusal: HoldRefusal;
  /** The whole answer, by service and kind. */
  readonly problems: ReadonlyMap<string, Problem>;
}

/**
 * What a flush has just seen under the lock of a window: that nobody can hold it. It belongs to that version of the
 * window, is over with any commit of this process that changed it, and after 300 ms for what another process did.
 */
@Injectable()
export class SoldOutMemory {
  private readonly known = new Map<string, Known>();
  private readonly changed = new Map<string, number>();

  constructor(
    changes: WindowChanges,
    private readonly clock: Clock,
  ) {
    changes.subscribe((windows) => {
      for (const { id, version } of windows) this.forget(id, version);
    });
  }

  /** The answer to a first attempt; none when somebody has to look. */
  find(windowId: string, service: string, kind: string): Problem | undefined {
    const known = this.known.get(windowId);
    if (!known || known.until < performance.now()) return undefined;
    const { refusal, problems } = known;
    if (refusal.kind === 'not-yet-open' && refusal.opensAt <= this.clock.now()) return undefined;
    return problems.get(nameOf(service, kind));
  }

  /** After the commit of whoever saw it. Not when a newer version has been committed here meanwhile. */
  remember(windowId: string, version: number, refusal: HoldRefusal, problems: ReadonlyMap<string, Problem>): void {
    if ((this.changed.get(windowId) ?? version) > version) return;
    if (this.known.size >= CHANGES_MOST) this.known.clear();
    this.known.set(windowId, { until: performance.now() + KEPT_MS, refusal, problems });
  }

  private forget(windowId: string, version: number): void {
    this.known.delete(windowId);
    this.changed.delete(windowId);
    const [oldest = windowId] = this.changed.keys();
    if (this.changed.size >= CHANGES_MOST) this.changed.delete(oldest);
    this.changed.set(windowId, version);
  }
}

export function nameOf(service: string, kind: string): string {
  return `${service} ${kind}`;
}
