import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { BureauAnswer } from '../../platform/bureau-http/bureau-answer';
import { type FactLine, ReliefBureau } from '../relief-bureau.port';

/** What came of a means check, passed on to the bureau that decides. */
export interface CheckResult {
  readonly checkNo: string;
  readonly on: CivilDate;
  /** `impossible`: the check could not be made, which says nothing about the applicant. */
  readonly outcome: 'finished' | 'impossible';
  /** None for `impossible`. `from`: whose record it is. */
  readonly facts: readonly (FactLine & { readonly from: string })[];
  /** Of `impossible`. */
  readonly why?: string;
}

/** 社会救助综合管理信息平台: living allowances, special hardship, temporary assistance. */
export abstract class SocialAssistance extends ReliefBureau {
  /** For the clerk who decides; what the applicant declared stays beside it. */
  abstract reportCheck(key: string, caseNo: string, result: CheckResult): Promise<BureauAnswer>;
}
