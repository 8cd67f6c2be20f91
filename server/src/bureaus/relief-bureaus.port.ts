import type { BureauCode } from '../platform/config/bureau-address';
import { ChildWelfare } from './child-welfare/child-welfare.port';
import { DisabilityBenefits } from './disability-benefits/disability-benefits.port';
import { Eldercare } from './eldercare/eldercare.port';
import type { ReliefBureau } from './relief-bureau.port';
import { SocialAssistance } from './social-assistance/social-assistance.port';

/** A bureau that takes applications, as the rest of the house finds it. */
export interface ReliefBureauEntry {
  readonly code: BureauCode;
  /** The token its client is provided under. */
  readonly port: abstract new () => ReliefBureau;
}

/** Every bureau that takes applications: outbox topics, callbacks and common messages are made from this list. */
export const RELIEF_BUREAUS: readonly ReliefBureauEntry[] = [
  { code: 'social-assistance', port: SocialAssistance },
  { code: 'disability-benefits', port: DisabilityBenefits },
  { code: 'child-welfare', port: ChildWelfare },
  { code: 'eldercare', port: Eldercare },
];
