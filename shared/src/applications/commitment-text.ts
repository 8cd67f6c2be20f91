import type { CivilDate } from '../kernel/civil-date';
import { dayWords } from '../kernel/day-words';
import type { PromiseLimits } from './commitment';

/** What one agrees to, read before signing and kept with it. */
export function commitmentText(
  papers: readonly { readonly name: string; readonly by: CivilDate }[],
  { extensionDays }: PromiseLimits,
): readonly string[] {
  return [
    '下面这些材料我现在还没有，先请街道收下我的申请，我再补上。',
    ...papers.map(({ name, by }) => `${name}：最晚 ${dayWords(by)}补上。`),
    '到期前第三天、前一天和当天，会各提醒我一次。',
    `到期还没补上，申请照样留着、接着办。街道会告诉我还差哪些，我可以再延一次（最多 ${extensionDays} 天，示例，由街道核定）。`,
    '一直没补上，街道会打电话问我怎么办，也可能先按手上的材料来看。',
    '补不了的，随时可以跟街道说，请他们帮着想办法。',
  ];
}
