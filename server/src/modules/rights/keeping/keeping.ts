import { KEEP_DAYS, type KeepDays, keepSetting, type Settled } from '../../../platform/config/keep-days';

/** How long something is kept: a rule with a source, or a number of days that is configuration and said as 示例. */
export type KeepRule =
  | { readonly kind: 'rule'; readonly words: string; readonly source?: string }
  | { readonly kind: 'days'; readonly name: Settled; readonly from: string };

const days = (name: Settled, from: string): KeepRule => ({ kind: 'days', name, from });

export const KEPT = {
  account: { kind: 'rule', words: '账号在就留着，删账号时马上删' },
  drafts: days('drafts', '您最后一次改它'),
  relief: days('relief', '这件事办完或者撤回'),
  bookings: days('bookings', '约的那天'),
  farewells: days('farewells', '登记撤回；办完的，一直给家人留着'),
  messages: days('messages', '消息发出'),
  complaints: days('complaints', '回复您'),
  urgent: days('urgent', '这件急事办完'),
  consents: days('consents', '您最后一次回答'),
  sharing: { kind: 'rule', words: '至少三年', source: '《网络数据安全管理条例》第十二条' },
  log: { kind: 'rule', words: '至少六个月', source: '《网络安全法》第二十一条' },
  passing: { kind: 'rule', words: '用完就删，最长三天' },
} satisfies Readonly<Record<string, KeepRule>>;

export type Kept = keyof typeof KEPT;

/** What a resident reads of it. */
export function keptWords(kept: Kept, keepDays: KeepDays): string {
  const rule: KeepRule = KEPT[kept];
  if (rule.kind === 'rule') return rule.source === undefined ? rule.words : `${rule.words}（${rule.source}）`;
  const set = keepDays[rule.name];
  const how = set === undefined ? '留多久还没定' : `从${rule.from}起，留 ${daysWords(set)}`;
  return `${how}（示例，待民政局核定）`;
}

/** What the impact assessment says of it. */
export function keptLine(kept: Kept): string {
  const rule: KeepRule = KEPT[kept];
  if (rule.kind === 'days')
    return `${KEEP_DAYS[rule.name]} days from ${rule.from} (示例, \`${keepSetting(rule.name)}\`)`;
  return rule.source === undefined ? rule.words : `${rule.words} (${rule.source})`;
}

/** Nobody counts in days for years: `1825 天（5 年）`. */
function daysWords(days: number): string {
  const years = Math.round((days / 365) * 10) / 10;
  return days < 365 ? `${days} 天` : `${days} 天（${Number.isInteger(years) ? '' : '约 '}${years} 年）`;
}
