import type { ProgrammeVerdict } from '../eligibility/assessment';
import type { FactValue } from '../facts/fact';
import type { CivilDate } from '../kernel/civil-date';
import type { Source } from '../kernel/source';
import type { AdultView } from './adults';
import type { ToldAppeal } from './appeal';
import type { ChangeView } from './changes';
import type { CommitmentView } from './commitment';
import type { DisputeView } from './dispute';
import type { FollowUpView, RatingView } from './feedback';
import type { FieldValues } from './field';
import type { PapersView } from './paper-views';
import type { PayeeReply } from './payee';
import type { PaymentsView } from './payments';
import type { RefusalView, WayOn } from './refusal-views';
import type { SubjectView } from './subject';

/** Where an application is as a whole. `open`: at the bureaus; `closed`: every programme has its answer or was withdrawn. */
export type ApplicationState = 'draft' | 'open' | 'withdrawn' | 'closed';

/** One line of `GET /relief/applications`. */
export interface ApplicationListItem {
  readonly id: string;
  readonly version: number;
  readonly state: ApplicationState;
  readonly programmes: readonly string[];
  readonly updatedAt: string;
  readonly submittedAt?: string;
  /** What is going on now, in words, e.g. `西营门街道在看材料`. */
  readonly now: string;
  /** Whether something waits for the resident. */
  readonly waitsForYou: boolean;
  /** Whom it is about, when that is not the reader. */
  readonly subject?: SubjectView;
}

/** `GET /relief/applications/:id`, and the answer to creating and changing a draft. */
export interface ApplicationView {
  readonly id: string;
  readonly version: number;
  readonly state: ApplicationState;
  readonly programmes: readonly string[];
  /** By field of `formOf(programmes, fields)`. ID numbers are masked once saved: `1****************X`. */
  readonly fields: FieldValues;
  /** When each field was last changed, ISO-8601 UTC: two phones show whose is newer. */
  readonly changedAt: Readonly<Record<string, string>>;
  readonly updatedAt: string;
  readonly submittedAt?: string;
  readonly receiptNumber?: string;
  /** The applicant has signed, on a phone, that income and savings may be looked up. */
  readonly authorised?: true;
  /** Every grown-up of the household and whether they signed 核对授权; none before it is known who lives there. */
  readonly adults?: readonly AdultView[];
  /** Programmes whose bureau is not connected: they can be drafted and are submitted at the street (这项现在到街道办理). */
  readonly atTheStreet: readonly string[];
  readonly cases: readonly CaseView[];
  /** What the resident is asked for by an office, one complete list. */
  readonly paperRequest?: PaperRequestView;
  /** Every paper the programmes ask of this household and how it comes. */
  readonly papers?: PapersView;
  /** 容缺承诺单, once it was signed. */
  readonly commitment?: CommitmentView;
  /** On declared facts at submission, and on verified ones when they came. Never a decision. */
  readonly evaluations: readonly EvaluationView[];
  /** Figures the resident said are wrong, oldest first. */
  readonly disputes?: readonly DisputeView[];
  /** What the resident told of having handed in elsewhere against a decision. */
  readonly appeals?: readonly ToldAppeal[];
  /** Of a draft that began with an earlier application: by field, the office whose figure stands there unchanged. */
  readonly found?: Readonly<Record<string, string>>;
  /** Of an application with something that is paid in money. */
  readonly payee?: PayeeReply;
  /** Changes of circumstances the resident told, oldest first. */
  readonly changes?: readonly ChangeView[];
  /** Once it is over, and never where somebody died. */
  readonly rating?: RatingView;
  /** 回访, some weeks later. */
  readonly followUp?: FollowUpView;
  /** Whom it is about; absent when it is about the one who applies. */
  readonly subject?: SubjectView;
  /** Masked: who acts, when that is not the person it is about. */
  readonly filer?: string;
}

/** 409 `application.stale`: what stands on the server, beside the problem's usual members. Nothing was changed. */
export interface StaleApplication {
  readonly current: ApplicationView;
}

/** What one bureau has of it: one case per responsible bureau. */
export interface CaseView {
  readonly id: string;
  readonly bureau: string;
  /** Their name, e.g. `西青区西营门街道办事处`. */
  readonly holder: string;
  readonly holderPhone?: string;
  /** Who decides: the district, or the office that has it where the district left it to its streets. */
  readonly decidedBy?: string;
  /** Every office that has had it, in order; only where it was sent on. */
  readonly path?: readonly CaseHop[];
  /** `paying`: decided, and something of it is paid now. */
  readonly state: CaseState | 'paying';
  readonly items: readonly CaseItemView[];
}

/** An office that has or had a case, since when, and why it came there. */
export interface CaseHop {
  readonly office: string;
  /** ISO-8601 UTC. */
  readonly since: string;
  readonly why?: string;
}

export type CaseState =
  | 'held-back'
  | 'submitted'
  | 'routed'
  | 'accepted'
  | 'supplement-requested'
  | 'verifying'
  | 'investigating'
  | 'publicised'
  | 'decided'
  | 'closed'
  | 'withdrawn';

export interface CaseItemView {
  readonly programme: string;
  readonly state: 'held-back' | 'in-hand' | 'approved' | 'refused' | 'withdrawn' | 'not-filed';
  /** Of `held-back` and `not-filed`: in words, and the programmes it waits for. */
  readonly why?: string;
  readonly waitsFor?: readonly string[];
  readonly decision?: DecisionView;
  /** Of what was approved and is paid in money, as far as the bureau has said. */
  readonly payments?: PaymentsView;
}

export interface DecisionView {
  readonly outcome: 'approved' | 'refused';
  readonly on: CivilDate;
  /** Integer fen; with what it is paid for. */
  readonly amount?: { readonly fen: number; readonly per: 'household-month' | 'person-month' | 'once' };
  /** First month or day of payment, where the bureau said it. */
  readonly from?: CivilDate;
  /** Of a refusal: the clause it rests on, in the bureau's words, and ours where the catalogue knows it. */
  readonly clause?: { readonly text: string; readonly id?: string; readonly source?: Source };
  /** What a resident can do next: programmes a refusal leads to (`falls-back-to`), and whom to call. */
  readonly next: readonly string[];
  /** Of a refusal: what it rests on, and what can be done, the best first. */
  readonly refusal?: RefusalView;
  readonly waysOn?: readonly WayOn[];
}

export interface PaperRequestView {
  readonly askedOn: CivilDate;
  readonly by: CivilDate;
  readonly holder: string;
  readonly papers: readonly { readonly name: string; readonly received: boolean; readonly unreadable?: true }[];
}

export interface EvaluationView {
  readonly basis: 'declared' | 'verified';
  readonly at: string;
  readonly rulesVersion: string;
  readonly verdicts: readonly ProgrammeVerdict[];
  /** The verified facts and where each came from; none for `declared`. */
  readonly facts: readonly FoundFact[];
}

export interface FoundFact {
  readonly fact: string;
  readonly value: FactValue | null;
  readonly from: string;
  /** The resident disputed what was found and the office put this in its place. */
  readonly corrected?: true;
}

/** `GET /relief/applications/:id/timeline`: one line of time in front of all cases. */
export interface TimelineView {
  readonly steps: readonly TimelineStep[];
  /** Said first when something is not as usual, e.g. `已收下，核对系统暂时没有回音。` */
  readonly notice?: string;
}

export interface TimelineStep {
  readonly id: string;
  readonly state: 'done' | 'now' | 'ahead' | 'stopped';
  /** Short and plain, e.g. `街道收下了`. */
  readonly title: string;
  readonly line?: string;
  /** Who holds it in this step. */
  readonly holder?: string;
  readonly at?: string;
  readonly since?: string;
  readonly due?: DueView;
  /** Of a step whose day has gone by: what was done about it, and what the office says. */
  readonly late?: LateView;
  /** What the resident can do here and now to let it go on: sign 核对授权. */
  readonly asks?: 'signature';
  /** The programmes this step is about; all of them when absent. */
  readonly programmes?: readonly string[];
}

/** What was done about a step that is late. */
export interface LateView {
  /** Who was told, and on which day; the office that has it first, its district later. */
  readonly told: readonly { readonly whom: string; readonly on: CivilDate }[];
  /** What whoever looks after it says to the resident. */
  readonly word?: { readonly from: string; readonly on: CivilDate; readonly text: string };
  /** Whom to ask. */
  readonly ask: string;
}

/** By when, with the legal source of the clock. */
export interface DueView {
  readonly on: CivilDate;
  /** e.g. `30 个工作日`. */
  readonly clock: string;
  readonly source: Source;
  /** A working day of a year whose calendar is not published: 预计，以放假通知为准. */
  readonly expected: boolean;
  readonly overdue: boolean;
}

/** `GET /relief/applications/:id/receipt` (JSON); with `Accept: application/pdf` the same as a paper. */
export interface ReceiptView {
  readonly receiptNumber: string;
  readonly submittedAt: string;
  /** Masked. */
  readonly applicant: string;
  /** Masked: who handed it in for them. */
  readonly filer?: string;
  readonly programmes: readonly {
    readonly code: string;
    readonly title: string;
    readonly holder: string;
    /** It is not with the holder, kept back for another's result or not handed over at all: says so, and why. */
    readonly waits?: string;
    readonly due?: DueView;
  }[];
  readonly papers: readonly string[];
  readonly next: readonly string[];
  readonly phone: string;
}
