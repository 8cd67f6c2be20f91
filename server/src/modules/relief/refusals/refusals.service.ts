import type { ToldAppeal } from '@jinmen/shared/applications/appeal';
import type { DisputeView } from '@jinmen/shared/applications/dispute';
import { factsIn } from '@jinmen/shared/applications/form';
import { knownFigures } from '@jinmen/shared/applications/known-figures';
import { afterRefusal, type Household, type RuleBook } from '@jinmen/shared/applications/refusal';
import type { CaseItemView, CaseView, EvaluationView } from '@jinmen/shared/applications/views';
import { engine, programmes, vocabulary } from '@jinmen/shared/catalogue';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { maskedName } from '../../../platform/masking';
import { Standards } from '../../standards/standards.port';
import type { OpenedApplication } from '../applications/applications.repository';
import { HouseholdWards } from '../whom/household-wards.service';
import { DisputesRepository, type OpenedDispute } from './disputes.repository';

/** What the resident said of figures and decisions. */
export interface Objections {
  readonly disputes: readonly DisputeView[];
  readonly appeals: readonly ToldAppeal[];
}

export type ShownRefusals = { readonly cases: readonly CaseView[] } & Partial<Objections>;

/** Puts onto every refusal what it rests on and what can be done, and beside the cases what the resident said of them. */
@Injectable()
export class Refusals {
  constructor(
    private readonly disputes: DisputesRepository,
    private readonly standards: Standards,
    private readonly household: HouseholdWards,
    private readonly clock: Clock,
  ) {}

  async shown(
    application: OpenedApplication,
    cases: readonly CaseView[],
    evaluations: readonly EvaluationView[],
  ): Promise<ShownRefusals> {
    const { row, draft } = application;
    const { disputes, appeals } = await this.objections(row.id, cases);
    const items = cases.flatMap((each) => each.items);
    const withMore = { ...(disputes.length > 0 && { disputes }), ...(appeals.length > 0 && { appeals }) };
    if (!items.some(({ state }) => state === 'refused')) return { cases, ...withMore };
    const figures = knownFigures(factsIn(draft.values), evaluations, vocabulary);
    const household = { figures, ...standingOf(items) };
    const book: RuleBook = { engine, vocabulary, programmes, standards: (await this.standards.table()).rows };
    const wards = await this.wardsOf(application);
    const onto = (item: CaseItemView) => withWards(this.onto(item, household, book), wards);
    const shown = cases.map((each) => ({ ...each, items: each.items.map(onto) }));
    return { cases: shown, ...withMore };
  }

  async objections(applicationId: string, cases: readonly Pick<CaseView, 'id' | 'holder'>[]): Promise<Objections> {
    const disputes = (await this.disputes.of(applicationId)).map((dispute) => disputeView(dispute, cases));
    return { disputes, appeals: await this.disputes.appeals(applicationId) };
  }

  private async wardsOf(application: OpenedApplication): Promise<readonly Ward[]> {
    const found = await this.household.wardsOf(application);
    return found.map(({ id, name }) => ({ dependant: id, name: maskedName(name) }));
  }

  private onto(item: CaseItemView, household: Household, book: RuleBook): CaseItemView {
    const { programme, decision } = item;
    if (decision?.outcome !== 'refused') return item;
    const refused = { programme, on: decision.on, ...(decision.clause && { clause: decision.clause }) };
    const { refusal, waysOn } = afterRefusal(refused, household, book, this.clock.today());
    return { ...item, decision: { ...decision, refusal, waysOn } };
  }
}

interface Ward {
  readonly dependant: string;
  readonly name: string;
}

/** What is for one person alone can be begun for the child at once. */
function withWards(item: CaseItemView, wards: readonly Ward[]): CaseItemView {
  const { decision } = item;
  if (!decision?.waysOn || wards.length === 0) return item;
  const waysOn = decision.waysOn.map((way) => (way.kind === 'apply' && way.forOne ? { ...way, wards } : way));
  return { ...item, decision: { ...decision, waysOn } };
}

function standingOf(items: readonly CaseItemView[]): Omit<Household, 'figures'> {
  const codes = (...states: readonly CaseItemView['state'][]) =>
    items.filter(({ state }) => states.includes(state)).map(({ programme }) => programme);
  return { inHand: codes('in-hand', 'held-back'), granted: codes('approved'), refused: codes('refused') };
}

function disputeView({ row, content }: OpenedDispute, cases: readonly Pick<CaseView, 'id' | 'holder'>[]): DisputeView {
  const { fact, ...said } = content;
  return {
    id: row.id,
    fact,
    label: vocabulary.facts[fact]?.label ?? fact,
    ...said,
    holder: cases.find(({ id }) => id === row.caseId)?.holder ?? '',
    state: row.state,
    saidAt: row.saidAt.toISOString(),
  };
}
