import { addPeriod, type CivilDate, type Period } from '../kernel/civil-date';
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
  readonly handedIn: readonly HandedInAppeal[];
}

export interface HandedInAppeal {
  readonly programme: string;
  readonly kind: 'reconsideration' | 'lawsuit';
  readonly on: CivilDate;
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
