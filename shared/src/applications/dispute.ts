import type { FactValue } from '../facts/fact';

/** What is wrong with a figure that was found: it is another · it is somebody else’s · it is not so any more. */
export const SAYINGS = ['other-value', 'not-mine', 'out-of-date'] as const;
export type Saying = (typeof SAYINGS)[number];

/** A figure that an office found and the resident says is wrong, and what came of it. Nothing is ever overwritten. */
export interface DisputeView {
  readonly id: string;
  readonly fact: string;
  readonly label: string;
  readonly says: Saying;
  /** What it should be; only of `other-value`. */
  readonly value?: FactValue;
  readonly why?: string;
  /** What stood there when they said so. */
  readonly found: { readonly value: FactValue | null; readonly from: string };
  /** Who looks at it. */
  readonly holder: string;
  readonly state: 'open' | 'corrected' | 'stays';
  readonly saidAt: string;
  readonly answer?: {
    readonly at: string;
    /** Of `corrected`. */
    readonly value?: FactValue | null;
    readonly from?: string;
    /** Of `stays`: always. */
    readonly why?: string;
  };
}
