import type { GuardedRelation, Guardianship, GuardianshipWait } from './guardianship';

/** `GET /dependants`: a child or ward of the one who asks. Name and number are masked. */
export interface DependantView {
  readonly id: string;
  readonly name: string;
  readonly idNumber: string;
  readonly age: number;
  readonly under14: boolean;
  readonly minor: boolean;
  readonly relation: GuardedRelation;
  /** Whether they live together: then the guardian belongs to the household. */
  readonly livesTogether: boolean;
  readonly proof: Guardianship['proof'];
  /** What keeps an application from being handed in; absent: nothing does. A draft can always be written. */
  readonly waits?: GuardianshipWait;
  /** What to do about it, in words. */
  readonly words?: string;
  /** Shown to the office together with the paper, for it to find this one entry; absent once confirmed. */
  readonly showCode?: string;
}
