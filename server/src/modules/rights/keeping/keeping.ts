import { KEEP_DAYS, type KeepDays, keepSetting, type Settled } from '../../../platform/config/keep-days';

/**
 * How long something is kept: a rule with a source, or a number of days that is configuration and said as 示例. `from`:
 * since when they count. `before` and `besides`: what is so of the rest of it, said in front and behind.
 */
export type KeepRule =
  | { readonly kind: 'rule'; readonly words: string; readonly source?: string }
  | ({ readonly kind: 'days'; readonly name: Settled; readonly from: string } & Rest);

interface Rest {
  readonly before?: string;
  readonly besides?: string;
}

const days = (name: Settled, from: string, rest: Rest = {}): KeepRule => ({ kind: 'days', name, from, ...rest });

export const KEPT = {
  account: { kind: 'rule', words: '账号在就留着，删账号时马上删' },
  drafts: days('drafts', '您最后一次改它'),
  relief: days('relief', '这件事办完或者撤回'),
  family: days('drafts', '委托到期那天', {
    before: '家里人，您删掉他、或者删账号时马上删；别人托您办的，',
    besides: '递过申请的，跟着那份申请一起删',
  }),
  bookings: days('bookings', '约的那天', { besides: '离婚登记从办完那天算，送别家人的船位跟着那份登记一起留' }),
  farewells: days('farewells', '登记撤回那天', { besides: '办完的，一直给家人留着' }),
  deaths: days('relief', '改回来那天', { besides: '查实了的，一直留着，才不会再往他那里寄' }),
  messages: days('messages', '消息发出'),
  complaints: days('complaints', '回复您'),
  urgent: days('urgent', '这件急事办完'),
  consents: days('consents', '您每次回答', { before: '账号在，就一直留着；删了账号，' }),
  relatives: days('relatives', '给您答复', {
    besides:
      '给过别人什么的记录，法律要求至少三年（《网络数据安全管理条例》第十二条）；您自己说的那句话，跟着您的姓名一起留、一起删',
  }),
  sharing: { kind: 'rule', words: '至少三年', source: '《网络数据安全管理条例》第十二条' },
  log: { kind: 'rule', words: '至少六个月', source: '《网络安全法》第二十一条' },
  passing: days('relief', '送到', {
    before: '您刚才点的那一下，最长三天就删；要送给部门的，送到就删，没送到的留到送到、或者有人处理；送没送到的记录，',
    besides: '里面没有姓名和号码',
  }),
} satisfies Readonly<Record<string, KeepRule>>;

export type Kept = keyof typeof KEPT;

/** What a resident reads of it. */
export function keptWords(kept: Kept, keepDays: KeepDays): string {
  const rule: KeepRule = KEPT[kept];
  if (rule.kind === 'rule') return rule.source === undefined ? rule.words : `${rule.words}（${rule.source}）`;
  const set = keepDays[rule.name];
  const how = set === undefined ? '留多久还没定' : `从${rule.from}起，留 ${daysWords(set)}`;
  const { before = '', besides } = rule;
  return `${before}${how}（示例，待民政局核定）${besides === undefined ? '' : `；${besides}`}`;
}

/** What the impact assessment says of it. */
export function keptLine(kept: Kept): string {
  const rule: KeepRule = KEPT[kept];
  if (rule.kind === 'days') {
    const { name, from, before = '', besides } = rule;
    const end = besides === undefined ? '' : `; ${besides}`;
    return `${before}${KEEP_DAYS[name]} days from ${from} (示例, \`${keepSetting(name)}\`)${end}`;
  }
  return rule.source === undefined ? rule.words : `${rule.words} (${rule.source})`;
}

/** Nobody counts in days for years: `1825 天（5 年）`. */
function daysWords(days: number): string {
  const years = Math.round((days / 365) * 10) / 10;
  return days < 365 ? `${days} 天` : `${days} 天（${Number.isInteger(years) ? '' : '约 '}${years} 年）`;
}
