import { runNumber } from '../run-number';

export type NetworkApi = 'request' | 'uploadFile' | 'downloadFile';

/** What came of a task: the answer, or why there is none. */
export type Outcome = { readonly error: string } | object;

/** As WeChat has it, for each of the three. Whatever is asked beyond waits its turn. */
const MOST_AT_ONCE = 10;

export interface LaneFigures {
  /** The most that were on their way at one moment. */
  readonly running: number;
  /** The most the app wanted at one moment, those that had to wait among them. */
  readonly wanted: number;
}

interface Task {
  readonly id: string;
  start(): void;
  settle(outcome: Outcome): void;
}

class Lane {
  readonly running = new Set<Task>();
  readonly waiting: Task[] = [];
  figures: LaneFigures = { running: 0, wanted: 0 };

  add(task: Task): void {
    this.waiting.push(task);
    this.startNext();
    const wanted = Math.max(this.figures.wanted, this.running.size + this.waiting.length);
    this.figures = { running: Math.max(this.figures.running, this.running.size), wanted };
  }

  /** True when the task had left the phone already. */
  remove(task: Task): boolean {
    const ran = this.running.delete(task);
    const at = this.waiting.indexOf(task);
    if (at >= 0) this.waiting.splice(at, 1);
    this.startNext();
    return ran;
  }

  private startNext(): void {
    while (this.running.size < MOST_AT_ONCE) {
      const next = this.waiting.shift();
      if (!next) return;
      this.running.add(next);
      next.start();
    }
  }
}

/** Everything of the app that is on its way through the network, or waits to be. */
export class NetworkTasks {
  private readonly lanes = new Map<NetworkApi, Lane>();
  private interrupted = false;
  private count = 0;

  /** @param drop ends what has left the phone already. */
  constructor(private readonly drop: (id: string) => void) {}

  /** Starts the task when its turn comes and settles it once. Returns how to end it early. */
  begin(
    api: NetworkApi,
    perform: (id: string) => Promise<Outcome>,
    settled: (outcome: Outcome) => void,
    onError: (thrown: unknown) => void,
  ): (reason: string) => void {
    const lane = this.lane(api);
    let open = true;
    const settle = (outcome: Outcome): void => {
      if (!open) return;
      open = false;
      if (lane.remove(task) && 'error' in outcome) this.drop(task.id);
      settled(outcome);
    };
    this.count += 1;
    const start = (): void => void perform(task.id).then(settle).catch(onError);
    const task: Task = { id: `${runNumber}-${this.count}`, start, settle };
    // Never inside the call that asked: the app has not got its task yet.
    if (this.interrupted) queueMicrotask(() => settle({ error: 'interrupted' }));
    else lane.add(task);
    return (reason) => settle({ error: reason });
  }

  /** Cuts all that is under way, and whatever is asked until `resume`: the app has been in the background too long. */
  interrupt(): void {
    this.interrupted = true;
    for (const lane of this.lanes.values()) {
      for (const task of [...lane.waiting.splice(0), ...lane.running]) task.settle({ error: 'interrupted' });
    }
  }

  resume(): void {
    this.interrupted = false;
  }

  figures(): Record<string, LaneFigures> {
    return Object.fromEntries([...this.lanes].map(([api, lane]) => [api, lane.figures]));
  }

  resetFigures(): void {
    for (const lane of this.lanes.values()) lane.figures = { running: lane.running.size, wanted: lane.running.size };
  }

  private lane(api: NetworkApi): Lane {
    const known = this.lanes.get(api) ?? new Lane();
    this.lanes.set(api, known);
    return known;
  }
}
