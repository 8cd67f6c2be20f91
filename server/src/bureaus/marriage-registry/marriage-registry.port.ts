import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { BureauAnswer } from '../../platform/bureau-http/bureau-answer';

export interface RegistryPerson {
  readonly name: string;
  readonly idNumber: string;
}

/** A time at a site, in our words for both. */
export interface RegistryTime {
  readonly site: string;
  readonly day: CivilDate;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** A booking everybody said yes to. The holder first. */
export interface RegistryAppointment extends RegistryTime {
  readonly booking: string;
  readonly number: string;
  readonly kind: string;
  readonly ceremony: boolean;
  readonly people: readonly (RegistryPerson & { readonly phone?: string })[];
}

/** 联网审查 of one person. Nobody else's answer is in it. */
export interface RecordReview {
  readonly reviewNo: string;
  readonly booking: string;
  readonly kind: string;
  readonly person: RegistryPerson;
}

/** What the second person hears at the desk, and nobody else. */
export interface DeskAnswer {
  readonly queryNo: string;
  readonly number: string;
  readonly outcome: 'confirmed' | 'already' | 'refused' | 'unknown';
  readonly words?: string;
}

export type RegistryEvent =
  | { readonly kind: 'checked-in'; readonly number: string; readonly at: Date }
  | { readonly kind: 'absence-excused'; readonly number: string; readonly why: string }
  | {
      readonly kind: 'partner-came';
      readonly queryNo: string;
      readonly number: string;
      readonly person: RegistryPerson;
    }
  | {
      readonly kind: 'divorce-accepted';
      readonly divorceNo: string;
      readonly site: string;
      readonly receivedOn: CivilDate;
      readonly people: readonly [RegistryPerson, RegistryPerson];
    }
  | { readonly kind: 'divorce-withdrawn' | 'divorce-done'; readonly divorceNo: string; readonly on: CivilDate }
  | { readonly kind: 'reviewed'; readonly reviewNo: string; readonly result: 'clear' | 'attend' }
  | { readonly kind: 'day-closed'; readonly site: string; readonly day: CivilDate; readonly why: string };

/** 婚姻登记管理系统. `at` stands in the message: when it happened here, the same at every try. */
export abstract class MarriageRegistry {
  abstract confirm(key: string, appointment: RegistryAppointment, at: Date): Promise<BureauAnswer>;

  abstract move(key: string, booking: string, to: RegistryTime, at: Date): Promise<BureauAnswer>;

  abstract cancel(key: string, booking: string, at: Date): Promise<BureauAnswer>;

  /** Its time was closed and it waits for another: not cancelled. */
  abstract suspend(key: string, booking: string, at: Date): Promise<BureauAnswer>;

  abstract review(key: string, review: RecordReview, at: Date): Promise<BureauAnswer>;

  abstract answerDesk(key: string, answer: DeskAnswer, at: Date): Promise<BureauAnswer>;

  /** What the desk checks on a pass: lower-case hex of HMAC-SM3; none where the registry is not connected. */
  abstract passSeal(text: string): string | undefined;

  /**
   * A callback in our words.
   * @throws BureauNonsense naming the place when it cannot be read without guessing.
   */
  abstract readEvent(type: string, body: unknown): RegistryEvent;
}
