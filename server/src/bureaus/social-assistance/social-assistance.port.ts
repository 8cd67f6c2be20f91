import { ReliefBureau } from '../relief-bureau.port';

/** 社会救助综合管理信息平台: living allowances, special hardship, temporary assistance. */
export abstract class SocialAssistance extends ReliefBureau {}
