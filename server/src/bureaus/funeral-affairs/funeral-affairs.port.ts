import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type {
  Ashes,
  DeathPaper,
  Kinship,
  SeaPaper,
  SeaPaperState,
  SeaRelative,
  SeaWay,
} from '@jinmen/shared/services/sea-scattering/views';
import type { BureauAnswer } from '../../platform/bureau-http/bureau-answer';

export interface SeaPerson {
  readonly name: string;
  readonly idNumber: string;
}

/** A voyage is ours: the bureau learns of it with the first family that is on it. */
export interface SeaVoyage {
  readonly id: string;
  readonly vessel: string;
  readonly day: CivilDate;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly meeting: { readonly place: string; readonly at: Date };
}

/** The one who died, as far as the family has said. */
export interface SeaDeceased {
  readonly name?: string;
  readonly idNumber?: string;
  readonly died?: CivilDate;
  readonly cremated?: CivilDate;
  readonly paper?: { readonly form: DeathPaper; readonly number?: string };
}

/**
 * One who comes along, named or not yet. `pass` is what their own pass carries, `JM-7KQ2M9-2`: the booking's number and
 * which of the family it is.
 */
export interface SeaTraveller extends Omit<SeaRelative, 'id' | 'name'> {
  readonly pass: string;
  readonly name?: string;
}

/** What a family may still change after it confirmed: the newest is what counts. */
export interface SeaParty {
  readonly way: SeaWay;
  readonly applicant: SeaPerson & { readonly phone?: string };
  readonly kinship: Kinship;
  readonly deceased: SeaDeceased;
  readonly ashes: Ashes;
  readonly travellers: readonly SeaTraveller[];
  readonly papers: readonly SeaPaperState[];
}

/** A place a family said yes to. */
export interface SeaPlace extends SeaParty {
  readonly booking: string;
  /** `JM-…`: of the booking; its passes begin with it. */
  readonly number: string;
  /** `HM-…`: of the farewell, said on the phone. */
  readonly farewell: string;
  readonly voyage: SeaVoyage;
}

/** What the service person reads out to who is on the phone. */
export interface PhoneAnswer {
  readonly queryNo: string;
  /**
   * `placed`: a place on the voyage that was asked for. `signed-up`: none was asked for. `full`: signed up, and the voyage
   * has no place. `already`: their family has signed up before. `refused`: nothing was kept.
   */
  readonly outcome: 'placed' | 'signed-up' | 'full' | 'already' | 'refused';
  /** `JM-…` of `placed`. */
  readonly number?: string;
  /** `HM-…`, where this caller may hear it. */
  readonly farewell?: string;
  readonly words?: string;
}

/** Somebody phoned or came to the service desk instead of using a phone of their own. */
export interface PhonedIn {
  readonly queryNo: string;
  /** None: they leave the day to the organiser. */
  readonly voyage?: string;
  readonly way: SeaWay;
  readonly applicant: SeaPerson & { readonly phone: string };
  readonly deceased: { readonly name: string; readonly idNumber?: string; readonly died?: CivilDate };
  readonly aboard: number;
  readonly ashore: number;
  /** At the desk: those it has held in its hands. */
  readonly papers?: readonly SeaPaper[];
}

/** Numbers are of the booking (`JM-…`), but for `papers-seen`, which is done ahead and before any voyage: `HM-…`. */
export type FuneralEvent =
  | ({ readonly kind: 'phoned-in' } & PhonedIn)
  /** Without `pass`: the family as a whole. */
  | { readonly kind: 'boarded'; readonly number: string; readonly pass?: string; readonly at: Date }
  | { readonly kind: 'absent'; readonly number: string; readonly at: Date }
  | {
      readonly kind: 'scattered';
      readonly number: string;
      readonly at: Date;
      /** WGS-84 degrees. */
      readonly latitude: number;
      readonly longitude: number;
      readonly vessel: string;
    }
  | { readonly kind: 'sailed'; readonly voyage: string; readonly at: Date }
  /** It will not sail, in words families read; whoever has a place on it waits for another. */
  | { readonly kind: 'voyage-off'; readonly voyage: string; readonly why: string }
  | { readonly kind: 'papers-seen'; readonly farewell: string; readonly papers: readonly SeaPaper[] }
  | {
      readonly kind: 'death-verified';
      readonly certificate: string;
      readonly person: SeaPerson;
      readonly died: CivilDate;
    };

/** 天津市殡葬信息管理服务平台. `at` stands in the message: when it happened here, the same at every try. */
export abstract class FuneralAffairs {
  abstract confirm(key: string, place: SeaPlace, at: Date): Promise<BureauAnswer>;

  abstract move(key: string, booking: string, to: SeaVoyage, at: Date): Promise<BureauAnswer>;

  /** Its voyage does not sail and it waits for another: not cancelled. */
  abstract suspend(key: string, booking: string, at: Date): Promise<BureauAnswer>;

  abstract cancel(key: string, booking: string, at: Date): Promise<BureauAnswer>;

  abstract changeParty(key: string, booking: string, party: SeaParty, at: Date): Promise<BureauAnswer>;

  abstract answerPhone(key: string, answer: PhoneAnswer, at: Date): Promise<BureauAnswer>;

  /**
   * What the vessel checks on a pass: lower-case hex of HMAC-SM3; none where the bureau is not connected. A person's pass
   * is sealed as a booking's is (`passTokenOf`), over `SeaTraveller.pass`.
   */
  abstract passSeal(text: string): string | undefined;

  /**
   * A callback in our words.
   * @throws BureauNonsense naming the place when it cannot be read without guessing.
   */
  abstract readEvent(type: string, body: unknown): FuneralEvent;
}
