import { ReliefBureau } from '../relief-bureau.port';

/** 残疾人两项补贴信息平台: the living and the care subsidy. It takes no result of a means check. */
export abstract class DisabilityBenefits extends ReliefBureau {}
