/**
 * What a bureau said to one message, in four kinds (design §7).
 * - `done`: it took effect there; `pending`: it arrived, the outcome comes as a callback.
 * - `rejected`: it will never be taken as it is; whoever sent it decides what that means. Never a 不符合 by itself.
 * - `failed`: for now. `answered` tells a bureau that replied wrongly from one that did not reply: only the first may
 *   exhaust a message's tries.
 */
export type BureauAnswer =
  | { readonly kind: 'done'; readonly body: unknown }
  | { readonly kind: 'pending' }
  | {
      readonly kind: 'rejected';
      readonly code: string;
      readonly words?: string;
      /** Said by this house before anything left: the bureau got nothing by this try. */
      readonly madeHere?: true;
    }
  | {
      readonly kind: 'failed';
      readonly answered: boolean;
      /** A short reason out of our own words, safe to log and to show to staff. */
      readonly why: string;
    };

/** The answers that end a message's delivery. */
export type FinalAnswer = Exclude<BureauAnswer, { kind: 'failed' }>;

/** The answer of a message that is not to leave any more, out of our own words. */
export function notSent(code: string): FinalAnswer {
  return { kind: 'rejected', code, madeHere: true };
}

/** For somebody's phone, and it is night there: it waits for the morning. */
export const notAtNight: BureauAnswer = { kind: 'failed', answered: false, why: 'quiet hours' };

/**
 * A bureau sent something its own document does not allow: an amount that is not one, a code nobody listed. It is never
 * guessed at: a person is asked. `field` names the place in their message; what stood there is not repeated, because
 * it may be personal.
 */
export class BureauNonsense extends Error {
  constructor(
    readonly bureau: string,
    readonly field: string,
  ) {
    super(`${bureau} sent something unreadable in ${field}`);
    this.name = 'BureauNonsense';
  }
}
