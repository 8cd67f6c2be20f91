import { addPeriod, type CivilDate, type Period } from '../kernel/civil-date';
import { dayWords } from '../kernel/day-words';
import type { Source } from '../kernel/source';

const RECONSIDERATION: Source = { document: '《行政复议法》', row: 'A.10', confidence: 'third-party-copy' };
const LITIGATION: Source = { document: '《行政诉讼法》', row: 'A.10', confidence: 'third-party-copy' };

/** 行政复议法 第二十条: sixty days from knowing. */
export const RECONSIDER_WITHIN: Period = { days: 60 };
/** 行政诉讼法 第四十六条: six months; 第四十五条: fifteen days from a decision on the reconsideration. */
const SUE_WITHIN: Period = { months: 6 };
const SUE_AFTER_RECONSIDERATION: Period = { days: 15 };

/** A way to have a decision looked at by somebody else, and until when. */
export interface AppealDoor {
  /** The last day, counted from the day of the decision: whoever heard of it later has longer. Days off do not move it. */
  readonly until: CivilDate;
  readonly over: boolean;
  readonly source: Source;
}

/** `GET /relief/applications/:id/appeal?programme=…`. Nothing is handed in by us. */
export interface AppealView {
  readonly programme: string;
  readonly title: string;
  readonly decidedOn: CivilDate;
  /** 行政复议: to the government of the district. */
  readonly reconsideration: AppealDoor & {
    readonly to: string;
    /** Days for the answer: usual, and by the simple procedure. */
    readonly answeredWithin: { readonly days: number; readonly simple: number; readonly source: Source };
    /** Where it can be handed in online; absent while nobody gave the address (待核定). */
    readonly online?: string;
  };
  /** 行政诉讼: at a court, at once or after a reconsideration. */
  readonly lawsuit: AppealDoor & { readonly daysAfterReconsideration: number };
  /** Where an office did nothing in time, 行政复议 comes before any court (第二十三条). */
  readonly inaction: { readonly source: Source };
  /** A statement to begin with; edited and kept on the phone. */
  readonly statement: string;
  /** What the resident told us of having handed in. */
  readonly handedIn: readonly ToldAppeal[];
}

export interface HandedInAppeal {
  readonly programme: string;
  readonly kind: 'reconsideration' | 'lawsuit';
  readonly on: CivilDate;
}

export interface ToldAppeal extends HandedInAppeal {
  readonly saidAt: string;
}

/** Whom to ask and until when, about a decision of that day. */
export function appealDoors(
  decidedOn: CivilDate,
  district: string,
  today: CivilDate,
): Pick<AppealView, 'reconsideration' | 'lawsuit' | 'inaction'> {
  const door = (period: Period, source: Source): AppealDoor => {
    const until = addPeriod(decidedOn, period);
    return { until, over: today > until, source };
  };
  return {
    reconsideration: {
      ...door(RECONSIDER_WITHIN, { ...RECONSIDERATION, article: '第二十条、第二十四条' }),
      to: `${district}人民政府`,
      answeredWithin: { days: 60, simple: 30, source: { ...RECONSIDERATION, article: '第六十二条' } },
    },
    lawsuit: {
      ...door(SUE_WITHIN, { ...LITIGATION, article: '第四十五条、第四十六条' }),
      daysAfterReconsideration: SUE_AFTER_RECONSIDERATION.days ?? 0,
    },
    inaction: { source: { ...RECONSIDERATION, article: '第二十三条' } },
  };
}

/** What a statement to begin with is made of. */
export interface StatementGround {
  readonly receiptNumber: string;
  readonly title: string;
  readonly decidedOn: CivilDate;
  readonly holder: string;
  readonly to: string;
  readonly clause?: string;
  /** `全家每月的其他收入：4000.00元（从…查到）` */
  readonly figures: readonly string[];
  /** What the resident said of figures they hold to be wrong. */
  readonly disputed: readonly string[];
}

/** 行政复议申请书, to begin with: the facts are in, the person writes in who they are by hand and says what they think. */
export function statementOf(ground: StatementGround): string {
  const { receiptNumber, title, decidedOn, holder, to, clause, figures, disputed } = ground;
  return [
    '行政复议申请书',
    '',
    '递申请的人：（手写姓名、身份证号、住址、电话）',
    `作出决定的单位：${holder}`,
    `递给：${to}`,
    '',
    `请求：请再看一遍 ${dayWords(decidedOn)}对我申请${title}作出的不批准的决定（申请的回执号 ${receiptNumber}），请求撤销，重新作出决定。`,
    '',
    '事实和理由：',
    `决定里写的原因：${clause ?? '没有写清楚是哪一条。'}`,
    ...(figures.length > 0 ? ['决定用到的数：', ...figures.map((line) => `· ${line}`)] : []),
    ...(disputed.length > 0 ? ['我说过不对的数：', ...disputed.map((line) => `· ${line}`)] : []),
    '我的看法：（写在这里）',
    '',
    '附：决定书的复印件，能说明情况的材料。',
    '',
    '签名：',
    '日期：',
  ].join('\n');
}
