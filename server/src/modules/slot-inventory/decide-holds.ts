import { type HoldOutcome, type HoldRefusal, type HoldRequest, holdRefusal, unitsLeft } from './slot-inventory.port';

/** What a decision needs to know of a window. It is counted down as the batch is decided. */
export interface WindowCount {
  readonly id: string;
  readonly capacity: number;
  readonly heldBack: number;
  taken: number;
  staffTaken: number;
  /** Of `taken`, what rests. */
  resting: number;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly closed: boolean;
}

/** A request that was granted, and how many units of each window come out of what rests. */
export interface Grant {
  readonly holdId: string;
  readonly request: HoldRequest;
  readonly fromResting: ReadonlyMap<string, number>;
}

export interface Decision {
  readonly outcomes: readonly HoldOutcome[];
  readonly grants: readonly Grant[];
}

/**
 * Decides requests one after the other: each sees what those before it got. Pure but for `windows`, whose counts are
 * what they will be when the grants are written.
 * @param newId names a granted hold.
 * @throws RangeError on a request without lines, with one window twice or with units that are not whole and positive.
 */
export function decideHolds(
  windows: ReadonlyMap<string, WindowCount>,
  requests: readonly HoldRequest[],
  now: Date,
  newId: () => string,
): Decision {
  const grants: Grant[] = [];
  const outcomes = requests.map((request): HoldOutcome => {
    requireWellFormed(request);
    const fromResting = new Map<string, number>();
    for (const { windowId, units } of request.lines) {
      const window = windows.get(windowId);
      const no = window ? refusal(window, request, units, now) : ({ kind: 'unknown-window', windowId } as const);
      if (no) return no;
      if (window) fromResting.set(windowId, Math.max(0, units - freeUnits(window, request)));
    }
    const grant = { holdId: newId(), request, fromResting };
    take(windows, grant);
    grants.push(grant);
    return { kind: 'held', holdId: grant.holdId };
  });
  return { outcomes, grants };
}

function requireWellFormed({ lines }: HoldRequest): void {
  const whole = lines.every(({ units }) => Number.isSafeInteger(units) && units >= 1);
  const once = new Set(lines.map(({ windowId }) => windowId)).size === lines.length;
  if (lines.length === 0 || !whole || !once) throw new RangeError('a hold needs whole units, each window once');
}

function refusal(window: WindowCount, request: HoldRequest, units: number, now: Date): HoldRefusal | undefined {
  const online = request.byStaff ? undefined : holdRefusal(window, units, now);
  if (online && (online.kind !== 'full' || !request.fromResting)) return online;
  const { id: windowId } = window;
  if (window.closed) return { kind: 'closed', windowId };
  const free = freeUnits(window, request) + (request.fromResting ? window.resting : 0);
  return units > free ? { kind: 'full', windowId } : undefined;
}

/** Staff may also use what is held back for those who come without a booking. */
function freeUnits(window: WindowCount, { byStaff }: HoldRequest): number {
  return byStaff ? window.capacity - window.taken : unitsLeft(window);
}

function take(windows: ReadonlyMap<string, WindowCount>, { request, fromResting }: Grant): void {
  for (const { windowId, units } of request.lines) {
    const window = windows.get(windowId);
    if (!window) continue;
    const rested = fromResting.get(windowId) ?? 0;
    window.taken += units - rested;
    window.resting -= rested;
    if (request.byStaff) window.staffTaken += units;
  }
}
