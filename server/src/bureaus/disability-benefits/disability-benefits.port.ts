import { ReliefBureau } from '../relief-bureau.port';

/** 残疾人两项补贴信息系统: the living and the care subsidy. */
export abstract class DisabilityBenefits extends ReliefBureau {}
