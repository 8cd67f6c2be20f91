import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../clock';
import { TaggedReply } from './etag';
import { SharedReads } from './shared-reads';

/** What was read. */
export interface Reading {
  /** What is written out already is not written out again. */
  readonly body: object | TaggedReply;
  /** When something of it changes by the clock alone; at the end of the day in Tianjin in any case. */
  readonly until?: Date | undefined;
}

interface Memory<About> {
  readonly about: About;
  /** Something it is about changed since it was begun. */
  over: boolean;
  reply?: TaggedReply;
  /** `performance.now()`: nobody reads it anew before. */
  restUntil: number;
}

/** What another process changed is seen after so long. */
export const REMEMBERED_MS = 300;
/** While something changes all the time, reading it takes no more than a quarter of the time … */
const REST = 3;
/** … but nobody waits longer than that for their turn. */
const MOST_REST_MS = 100;
const MOST_REMEMBERED = 500;

/**
 * Public answers, each read and written out once for all who ask within a short time. What is given was read at most
 * `REMEMBERED_MS` before it was asked for, is not from before an instant at which it changes by itself, and not from
 * before a change that was told here: whoever changed something and asks again sees it.
 * @typeParam About what is read, for those who tell of a change.
 */
export class RememberedReads<About> {
  private readonly shared = new SharedReads<TaggedReply>();
  private readonly memories = new Map<string, Memory<About>>();

  constructor(
    private readonly clock: Pick<Clock, 'now' | 'midnight'>,
    private readonly rest: (ms: number) => Promise<unknown> = pause,
  ) {}

  /** @param work must begin to read when it is called. */
  async read(key: string, about: About, work: () => Promise<Reading>): Promise<TaggedReply> {
    return this.find(key) ?? this.shared.read(key, () => this.readOnce(key, about, work));
  }

  /** Something changed: what it concerns is read anew, by whoever asks from now on. */
  forget(concerns: (about: About) => boolean): void {
    for (const memory of this.memories.values()) memory.over ||= concerns(memory.about);
  }

  private find(key: string): TaggedReply | undefined {
    const reply = this.memories.get(key)?.reply;
    return reply?.isCurrent() ? reply : undefined;
  }

  /** Who waited for a reading that is good for them as well needs none of their own. */
  private async readOnce(key: string, about: About, work: () => Promise<Reading>): Promise<TaggedReply> {
    const known = this.find(key);
    if (known) return known;
    const restMs = (this.memories.get(key)?.restUntil ?? 0) - performance.now();
    if (restMs > 0) await this.rest(restMs);
    return this.readAnew(key, about, work);
  }

  private async readAnew(key: string, about: About, work: () => Promise<Reading>): Promise<TaggedReply> {
    const memory: Memory<About> = { about, over: false, restUntil: 0 };
    this.keep(key, memory);
    const begun = performance.now();
    const from = this.clock.now();
    const midnight = this.clock.midnight();
    const { body, until } = await work();
    const ended = performance.now();
    memory.restUntil = ended + Math.min(MOST_REST_MS, REST * (ended - begun));
    const written = body instanceof TaggedReply ? body : TaggedReply.of(body);
    memory.reply = written.currentWhile(() => {
      if (memory.over || performance.now() - begun > REMEMBERED_MS) return false;
      const now = this.clock.now();
      return now >= from && now < midnight && (until === undefined || now < until);
    });
    return memory.reply;
  }

  /** The newest last; what is over, or the oldest of too many, goes. */
  private keep(key: string, memory: Memory<About>): void {
    this.drop(key);
    this.memories.set(key, memory);
    for (const [oldest, { reply, restUntil }] of this.memories) {
      const needed = reply === undefined || reply.isCurrent() || restUntil > performance.now();
      if (needed && this.memories.size <= MOST_REMEMBERED) break;
      this.drop(oldest);
    }
  }

  /** Whoever still has its reply must not take it for current. */
  private drop(key: string): void {
    const memory = this.memories.get(key);
    if (memory) memory.over = true;
    this.memories.delete(key);
  }
}
