import type { FactValue } from '@jinmen/shared/facts/fact';
import type { FactName } from '@jinmen/shared/facts/facts';
import type { BureauAnswer } from '../../platform/bureau-http/bureau-answer';

export interface CheckRequest {
  /** Ours; the result carries it. */
  readonly checkNo: string;
  /** The signed 核对授权 it rests on. Without one nothing is asked. */
  readonly authorisationNo: string;
  readonly person: { readonly name: string; readonly idNumber: string };
}

/** One fact as some record has it of the person who was looked up, and of nobody they live with. */
export interface VerifiedFact {
  readonly fact: FactName;
  readonly value: FactValue;
  /** Whose record, in the bureau's words, e.g. `机动车登记`. */
  readonly from: string;
  /** How many there are, where the fact only asks whether it is more than one. */
  readonly count?: number;
}

export type CheckEvent =
  | { readonly kind: 'check-finished'; readonly checkNo: string; readonly facts: readonly VerifiedFact[] }
  /** Says nothing about the person: only that the check could not be made. */
  | { readonly kind: 'check-impossible'; readonly checkNo: string; readonly why: string };

/** 居民家庭经济状况核对信息系统. It answers every request later, by a callback. */
export abstract class MeansVerification {
  /** @param askedAt stands in the message: the same at every try, or it would be another message under one key. */
  abstract requestCheck(key: string, request: CheckRequest, askedAt: Date): Promise<BureauAnswer>;

  /** The authorisation was withdrawn: no more sources are asked. `askedAt` as above. */
  abstract cancel(key: string, checkNo: string, askedAt: Date): Promise<BureauAnswer>;

  /**
   * A callback in our words.
   * @throws BureauNonsense naming the place when it cannot be read without guessing.
   */
  abstract readEvent(type: string, body: unknown): CheckEvent;

  /** The check a callback is about that `readEvent` could not read, if at least that can be. */
  abstract checkIn(body: unknown): string | undefined;
}
