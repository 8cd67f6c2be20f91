import { ReliefBureau } from '../relief-bureau.port';

/** 基本养老服务综合平台: allowances and subsidies of old people. It takes no means check. */
export abstract class Eldercare extends ReliefBureau {}
