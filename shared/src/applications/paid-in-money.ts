import { programmes as catalogue } from '../catalogue';

/**
 * What is a standing, a meal or a service, and never money on an account. 刚性支出困难家庭 is only recognised (A.3); 助餐 is
 * taken off the bill at the canteen (B.2). Everything else is paid, so that nobody is left without having been asked (J6).
 */
const NEVER_MONEY: readonly string[] = ['rigid-expenditure-hardship', 'elder-meal-subsidy'];

/** Those of the programmes that end as money on somebody's account, in catalogue order: only they ask whose (J6). */
export function paidInMoney(programmes: readonly string[]): readonly string[] {
  return catalogue.map(({ code }) => code).filter((code) => programmes.includes(code) && !NEVER_MONEY.includes(code));
}
