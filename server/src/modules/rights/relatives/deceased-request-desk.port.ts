import type {
  DeathPaper,
  DeceasedRequestState,
  KinPaper,
  Kinship,
  RelativesAsk,
} from '@jinmen/shared/residents/relatives';
import type { IdempotencyScope } from '../../../platform/idempotency/idempotency-store';

/** What a relative came for, as a colleague typed it. */
export interface TypedRequest {
  readonly asks: RelativesAsk;
  readonly deceasedName: string;
  readonly deceasedIdNumber: string;
  readonly relativeName: string;
  readonly relativeIdNumber: string;
  readonly kinship: Kinship;
  readonly deathPaper: DeathPaper;
  readonly kinPaper: KinPaper;
  readonly need: string;
  readonly change?: string;
}

/** One of them at the desk: names and numbers masked, also in what was typed. */
export interface DeceasedRequestView {
  readonly id: string;
  readonly asks: RelativesAsk;
  readonly asksWords: string;
  readonly deceased: string;
  readonly relative: string;
  readonly kinship: string;
  readonly papers: string;
  readonly need: string;
  readonly change?: string;
  readonly office: string;
  readonly at: string;
  readonly state: DeceasedRequestState;
  /** Whether whoever looks recorded it, and so may not answer it. */
  readonly mine: boolean;
  /** What the relative was told. */
  readonly answer?: string;
  readonly endedAt?: string;
}

interface Choice {
  readonly code: string;
  readonly words: string;
}

/** What the form at the desk has to choose from, in the words of the law. */
export type RequestChoices = Readonly<Record<'asks' | 'kinship' | 'deathPaper' | 'kinPaper', readonly Choice[]>>;

/** Who takes one down, and for which streets. */
export interface Recorder {
  readonly staffId: string;
  readonly offices: readonly string[];
}

/** Who asks, and whose things they may see. */
export interface RelativesDesk {
  readonly staffId: string;
  /** Street codes. */
  readonly offices: readonly string[] | 'all';
}

/**
 * Near relatives of somebody who died, at the window of a street with their papers (个人信息保护法 第四十九条). Nobody records or
 * answers what is their own or their family's, and nobody answers what they recorded themself.
 */
export abstract class DeceasedRequestDesk {
  abstract readonly choices: RequestChoices;

  /** The open ones first; those of the colleague's family are not among them. */
  abstract list(desk: RelativesDesk): Promise<readonly DeceasedRequestView[]>;

  /**
   * At the colleague's first office, once for a key; sent again it asks the bureau again. Asks the identity bureau whether
   * they died. What they themself did not want is on record as refused at once.
   * @throws Problem 400; 403 `staff.own-or-kin`; 404 `deceased-request.not-found`, the same for whoever is alive, of another
   * name or unknown; 429 `identity.desk-too-many`; 503 `deceased-request.later`, and nothing was recorded.
   */
  abstract record(scope: IdempotencyScope, recorder: Recorder, typed: TypedRequest): Promise<DeceasedRequestView>;

  /**
   * The copy, to be read out or printed; once more for the same colleague on the same day. Counted as a look at a number.
   * @throws Problem 403 `deceased-request.same-colleague`, `staff.own-or-kin`, `staff.show-again`; 404; 409.
   */
  abstract copy(desk: RelativesDesk, id: string): Promise<string>;

  /**
   * Deletes their accounts as they could have themselves; how many there were. Again where it was interrupted.
   * @throws Problem as `copy`
   */
  abstract delete(desk: RelativesDesk, id: string, reason: string): Promise<number>;

  /** Of a correction: what was done about it, in words for the relative. @throws Problem as `copy` */
  abstract answer(desk: RelativesDesk, id: string, text: string, reason: string): Promise<void>;

  /** The papers do not bear it out, or there is no lawful interest; `reason` is what the relative is told. @throws Problem as `copy` */
  abstract refuse(desk: RelativesDesk, id: string, reason: string): Promise<void>;

  /** The relative takes it back, at whichever colleague's. @throws Problem 403 `staff.own-or-kin`; 404; 409 */
  abstract withdraw(desk: RelativesDesk, id: string, reason: string): Promise<void>;
}
