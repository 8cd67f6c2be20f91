import type { PublicNoticeRule } from '../eligibility/programme';
import type { CivilDate } from '../kernel/civil-date';
import { yuan } from '../kernel/money';
import type { Source } from '../kernel/source';
import { districts } from '../places/places';
import type { DecisionView } from './views';
import { noticeWords as words } from './words';

/** Neighbours read of an application at most twice: before it is decided, and after it was approved. */
export const NOTICE_STAGES = ['before-decision', 'after-approval'] as const;
export type NoticeStage = (typeof NOTICE_STAGES)[number];

/** How a name stands on the wall: `张*`, `张*丰`, `张三丰`. */
export const NAME_MASKS = ['surname', 'ends', 'whole'] as const;
export type NameMask = (typeof NAME_MASKS)[number];
export type NoticeMasking = Readonly<Record<NoticeStage, NameMask>>;

/** Sample, until the bureau of civil affairs settles it (示例，待民政局核定): law asks for the name after the approval only. */
export const SAMPLE_MASKING: NoticeMasking = { 'before-decision': 'surname', 'after-approval': 'whole' };

/**
 * All that neighbours may read, and nothing else can: a field that is not here has no way onto the wall. Whoever is not
 * of age has no name in it at any stage (docs/adr/0016).
 */
export type PublicNotice =
  | {
      readonly stage: 'before-decision';
      readonly who: string;
      /** Street or town, never the door. */
      readonly place: string;
      readonly programme: string;
    }
  | {
      readonly stage: 'after-approval';
      readonly who: string;
      readonly programme: string;
      /** How many the household is, never who they are. */
      readonly members?: number;
      readonly amount?: DecisionView['amount'];
    };

/** Of whom the notice speaks: the only things of an application it is made from. */
export interface NoticeSubject {
  readonly name: string;
  readonly minor: boolean;
  /** Code of `places`. */
  readonly street: string;
  /** How many the household is, where the application says it. */
  readonly members?: number;
}

export interface NoticeProgramme {
  readonly title: string;
  readonly publicNotice?: PublicNoticeRule;
}

/** `GET /relief/applications/:id/public-notice`: what was, is or would be read by neighbours, and what never is. */
export interface PublicNoticeView {
  readonly notices: readonly NoticeView[];
  /** Programmes nobody posts, in words why. */
  readonly notPosted: readonly { readonly programme: string; readonly why: string }[];
  /** That the masking is a sample the bureau has not settled. */
  readonly note: string;
}

export interface NoticeView {
  readonly programme: string;
  readonly stage: NoticeStage;
  /** `preview`: not handed in · `to-come` · `hanging` now · `over`. */
  readonly state: 'preview' | 'to-come' | 'hanging' | 'over';
  /** Exactly what is posted, line by line. */
  readonly lines: readonly NoticeLine[];
  readonly where: string;
  /** For how long, in words; where nobody published it, that is said. */
  readonly howLong: string;
  readonly from?: CivilDate;
  readonly until?: CivilDate;
  readonly source?: Source;
}

export interface NoticeLine {
  readonly label: string;
  readonly text: string;
}

/** The notice itself; none of a programme that is not posted at that stage. */
export function noticeOf(
  stage: NoticeStage,
  subject: NoticeSubject,
  { title, publicNotice }: NoticeProgramme,
  { masking, amount }: { readonly masking: NoticeMasking; readonly amount?: DecisionView['amount'] },
): PublicNotice | undefined {
  if (publicNotice?.kind !== 'posted') return undefined;
  const who = subject.minor ? words.minor : nameOnTheWall(subject.name, masking[stage]);
  if (stage === 'before-decision') return { stage, who, place: placeName(subject.street), programme: title };
  if (publicNotice.afterApproval === undefined) return undefined;
  const { members } = subject;
  return { stage, who, programme: title, ...(members !== undefined && { members }), ...(amount && { amount }) };
}

/** The same lines for the resident's screen, the office that posts them and the paper. */
export function noticeLines(notice: PublicNotice): readonly NoticeLine[] {
  const { labels } = words;
  const who = { label: labels.who, text: notice.who };
  const programme = { label: labels.programme, text: notice.programme };
  if (notice.stage === 'before-decision') return [who, { label: labels.place, text: notice.place }, programme];
  const { members, amount } = notice;
  return [
    who,
    programme,
    ...(members === undefined ? [] : [{ label: labels.members, text: words.members(members) }]),
    ...(amount === undefined ? [] : [{ label: labels.amount, text: words.amount[amount.per](yuan(amount.fen)) }]),
  ];
}

/** Nobody has said yet who it is: how the name will stand. A name of two signs shows one, of a dotted or long one the first; never more stars than say that there is more. */
export function nameOnTheWall(name: string, mask: NameMask): string {
  const signs = [...name.trim()];
  if (signs.length === 0) return words.nameless[mask];
  const [first = ''] = signs;
  if (mask === 'whole') return name.trim();
  const ends = mask === 'ends' && signs.length >= 3 && !/[·•.\s]/.test(name);
  return ends ? `${first}*${signs.at(-1)}` : `${first}*`;
}

function placeName(code: string): string {
  const district = districts.find(({ units }) => units.some((unit) => unit.code === code));
  const unit = district?.units.find((each) => each.code === code);
  return district && unit ? `${district.name}${unit.name}` : words.placeUnknown;
}
