import type { PlacingOption, Units } from '@jinmen/shared/replacing/placing';
import { DiscoveryService } from '@nestjs/core';
import type { PlaceFor } from '../bookings/bookings.port';
import type { NoticeSubject, NoticeTopic } from '../notices/notices.port';

/** `displaced`: they had a time and lost it; `sign-ups`: they said what they wish and have none yet. */
export const ROUND_KINDS = ['displaced', 'sign-ups'] as const;
export type RoundKind = (typeof ROUND_KINDS)[number];

/** Somebody to be placed: a family, a couple. Names and numbers are whole. */
export interface ReplacedSubject {
  /** Of a displaced booking, or what the service calls who signed up. */
  readonly id: string;
  /** What their earlier rounds are found by: the same for as long as it is the same people and the same matter. */
  readonly history: string;
  readonly name: string;
  readonly accountId?: string;
  /** Who else reads the one message, on a phone of their own. */
  readonly alsoTold?: readonly string[];
  readonly phone?: string;
  /** They asked to be called. */
  readonly wantsCalls?: boolean;
  readonly needs: Units;
  readonly since: Date;
  readonly together?: string;
  /** The time they lost. */
  readonly lost?: { readonly slot: string; readonly startsAt: Date };
  /** What they need and wish, in words staff read. */
  readonly words: readonly string[];
}

/** A time somewhere: `id` is the window a booking of it names. */
export interface ReplacedSlot {
  readonly id: string;
  readonly left: Units;
  readonly startsAt: Date;
  readonly closesAt: Date;
  /** Where, or on what: in words staff read. */
  readonly words: string;
}

/** Whom to call, whole. */
export interface ReplacedContact {
  readonly name: string;
  readonly phone?: string;
  /** They read on a phone of their own, and did not ask to be called: that a phone was missing is over. */
  readonly reads?: boolean;
}

/** What a service knows of placing its people anew, and the rounds do not. Registered by `@Replaces` on the class. */
export abstract class ReplacedService {
  abstract readonly title: string;
  abstract readonly kinds: readonly RoundKind[];

  abstract subjects(kind: RoundKind): Promise<readonly ReplacedSubject[]>;

  /** Whom to call about it, by their history; none where the people of the booking are whom to call. */
  async contact(_history: string): Promise<ReplacedContact | undefined> {
    return undefined;
  }

  /** Who is spoken to before anything is decided for them, planned for or not: a family that is not of one mind. */
  async toCallFirst(_kind: RoundKind): Promise<readonly ReplacedSubject[]> {
    return [];
  }

  /** Times with room, from today on. */
  abstract slots(): Promise<readonly ReplacedSlot[]>;

  abstract options(subject: ReplacedSubject, slots: readonly ReplacedSlot[]): Promise<readonly PlacingOption[]>;

  /** Until when a place is kept for them. */
  abstract keptUntil(kind: RoundKind, slot: ReplacedSlot): Date;

  /** Of `sign-ups`: the place to be kept for them. */
  abstract placeFor(subject: ReplacedSubject, slot: ReplacedSlot): Omit<PlaceFor, 'service' | 'until'> | undefined;

  /** The one message they get; `placed`: there is a place in it. None where they know already. */
  abstract noticeOf(
    subject: ReplacedSubject,
    kind: RoundKind,
    placed: boolean,
    bookingId?: string,
  ): { readonly topic: NoticeTopic; readonly about: NoticeSubject } | undefined;
}

/** On a `ReplacedService`: the code of its service, e.g. `reading-room`. */
export const Replaces = DiscoveryService.createDecorator<string>();
