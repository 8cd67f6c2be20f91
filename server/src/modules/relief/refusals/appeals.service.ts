import { type AppealView, appealDoors, type HandedInAppeal, statementOf } from '@jinmen/shared/applications/appeal';
import type { FigureView } from '@jinmen/shared/applications/refusal-views';
import type { ApplicationView, CaseItemView, CaseView } from '@jinmen/shared/applications/views';
import { programmes as catalogue, vocabulary } from '@jinmen/shared/catalogue';
import type { FactDefinition } from '@jinmen/shared/facts/fact';
import { yuan } from '@jinmen/shared/kernel/money';
import { districts } from '@jinmen/shared/places/places';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import type { Resident } from '../../../platform/auth/current';
import { Clock } from '../../../platform/clock';
import { Config } from '../../../platform/config/config';
import { ApplicationViews } from '../applications/application-views.service';
import { ApplicationsRepository } from '../applications/applications.repository';
import { reliefProblems } from '../problems';
import { DisputesRepository } from './disputes.repository';
import { refusalWords } from './refusal-words';

interface RefusedItem {
  readonly view: ApplicationView;
  readonly at: CaseView;
  readonly item: CaseItemView & { readonly decision: NonNullable<CaseItemView['decision']> };
}

/** The door to have a refusal looked at by somebody else. We compute and prefill; the resident hands it in. */
@Injectable()
export class Appeals {
  constructor(
    private readonly views: ApplicationViews,
    private readonly applications: ApplicationsRepository,
    private readonly disputes: DisputesRepository,
    private readonly audit: Audit,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 409 `appeal.not-refused` for what was not refused. */
  async find({ accountId }: Resident, id: string, programme: string): Promise<AppealView> {
    const refused = this.refusedIn(await this.views.find(id, accountId), programme);
    const { decision } = refused.item;
    const doors = appealDoors(decision.on, districtOf(refused.view), this.clock.today());
    const { reconsiderationUrl: online } = this.config;
    return {
      programme,
      title: titleOf(programme),
      decidedOn: decision.on,
      ...doors,
      reconsideration: { ...doors.reconsideration, ...(online !== undefined && { online }) },
      statement: this.statement(refused, doors.reconsideration.to),
      handedIn: (refused.view.appeals ?? []).filter((each) => each.programme === programme),
    };
  }

  /**
   * Inside the transaction of its idempotency key.
   * @throws Problem 409 `appeal.not-refused`, 400 at `on` for a day before the decision or one that has not come.
   */
  async tell({ accountId }: Resident, id: string, appeal: HandedInAppeal): Promise<ApplicationView> {
    const { row } = await this.applications.getForUpdate(id);
    const { decision } = this.refusedIn(await this.views.find(id, accountId), appeal.programme).item;
    if (appeal.on > this.clock.today() || appeal.on < decision.on)
      throw reliefProblems.unkeepable([{ field: 'on', code: 'appeal.day', message: refusalWords.appealDay }]);
    await this.disputes.keepAppeal(row.id, appeal);
    await this.applications.touch(id);
    const actor = { kind: 'resident', id: accountId } as const;
    const facts = { programme: appeal.programme, kind: appeal.kind };
    await this.audit.record({
      action: 'relief-application.appealed',
      actor,
      object: `relief-application:${id}`,
      facts,
    });
    return this.views.find(id, accountId);
  }

  private refusedIn(view: ApplicationView, programme: string): RefusedItem {
    for (const at of view.cases) {
      const item = at.items.find((each) => each.programme === programme && each.state === 'refused');
      if (item?.decision) return { view, at, item: { ...item, decision: item.decision } };
    }
    throw reliefProblems.notRefused();
  }

  private statement({ view, at, item: { programme, decision } }: RefusedItem, to: string): string {
    const disputed = (view.disputes ?? []).filter(({ state }) => state !== 'corrected');
    return statementOf({
      receiptNumber: view.receiptNumber ?? '',
      title: titleOf(programme),
      decidedOn: decision.on,
      holder: at.holder,
      to,
      ...(decision.clause && { clause: decision.clause.text }),
      figures: (decision.refusal?.figures ?? []).filter(({ value }) => value !== null).map(figureWords),
      disputed: disputed.map(({ label, why }) => refusalWords.disputed(label, why)),
    });
  }
}

function titleOf(programme: string): string {
  return catalogue.find(({ code }) => code === programme)?.title ?? programme;
}

/** The district of the office that was asked: its government stands over the street and the bureau alike. */
function districtOf({ fields }: ApplicationView): string {
  const street = String(fields['applicant.street'] ?? '');
  return districts.find(({ code }) => code === street.slice(0, 6))?.name ?? refusalWords.district;
}

function figureWords({ fact, label, value, from }: FigureView): string {
  return refusalWords.figure(label, valueWords(vocabulary.facts[fact], value), from);
}

function valueWords(definition: FactDefinition | undefined, value: FigureView['value']): string {
  if (typeof value === 'boolean') return value ? refusalWords.yes : refusalWords.no;
  if (definition?.type === 'money' && typeof value === 'number') return yuan(value);
  const options = definition?.type === 'choice' ? definition.options : [];
  return options.find((option) => option.value === value)?.label ?? String(value);
}
