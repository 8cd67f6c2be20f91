import { ReliefBureau } from '../relief-bureau.port';

/** 全国儿童福利信息管理系统: what a child without parents, or without any who can care, lives on. It takes no means check. */
export abstract class ChildWelfare extends ReliefBureau {}
