import type { PlacingPin } from '@jinmen/shared/replacing/placing';
import { Injectable } from '@nestjs/common';
import { Audit, type AuditEntry } from '../../platform/audit/audit';
import { Transactions } from '../../platform/database/transactions';
import { Problem, problems } from '../../platform/http/problem';
import { RoundPlans } from './planning/round-plans';
import type { ReplacedService, RoundKind } from './replaced-service.port';
import { ReplacedServices } from './replaced-services';
import { ReplacingDesk, type RoundResult, type RoundView } from './replacing-desk.port';
import { RoundApplying } from './round-applying.service';
import { planOf, RoundViews } from './round-views.service';
import { RoundsRepository } from './rounds.repository';

const NOTHING: RoundResult = { placed: 0, elsewhere: 0, withoutPlace: 0, gone: 0, failed: 0 };

const noPlan = () => new Problem(409, 'replacing.no-plan', '还没有排过，请先排一次，看过再定。');

@Injectable()
export class ReplacingDeskService extends ReplacingDesk {
  constructor(
    private readonly services: ReplacedServices,
    private readonly rounding: RoundsRepository,
    private readonly plans: RoundPlans,
    private readonly applying: RoundApplying,
    private readonly views: RoundViews,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {
    super();
  }

  async rounds(staffId: string): Promise<readonly RoundView[]> {
    const views: RoundView[] = [];
    for (const [code, service] of this.services.all) {
      for (const kind of service.kinds) views.push(await this.views.of(code, service, kind));
    }
    const facts = { rows: views.reduce((sum, { members }) => sum + members.length, 0) };
    // what is placed anew is a booking of one service and a farewell of another
    const shown = views
      .flatMap(({ members, calls }) => [...members, ...calls])
      .flatMap(({ id }) => [`booking:${id}`, `farewell:${id}`]);
    await this.transactions.run(() => this.record(staffId, 'replacing.read', { facts, shown }));
    return views.filter(({ waiting, calls }) => waiting > 0 || calls.length > 0);
  }

  async plan(staffId: string, code: string, kind: RoundKind): Promise<RoundView> {
    const service = this.find(code, kind);
    const round = await this.transactions.run(() => this.rounding.open(code, kind));
    const seen = planOf(round)?.placed.map(({ party, slot }): PlacingPin => ({ party, slot })) ?? [];
    const world = await this.plans.world(service, kind);
    const plan = await this.plans.plan(service, world, await this.rounding.pinsOf(round.id), seen);
    await this.transactions.run(async () => {
      await this.rounding.keepPlan(round.id, plan);
      const facts = { placed: plan.placed.length, unplaced: plan.unplaced.length };
      await this.record(staffId, 'replacing.planned', { object: `replacing-round:${round.id}`, facts });
    });
    return this.views.of(code, service, kind);
  }

  async pin(staffId: string, code: string, kind: RoundKind, subject: string, slot: string | null | undefined) {
    const service = this.find(code, kind);
    if (!(await service.subjects(kind)).some(({ id }) => id === subject)) throw problems.notFound();
    await this.transactions.run(async () => {
      const round = await this.rounding.open(code, kind);
      await this.rounding.pin(round.id, subject, slot);
      const facts = { pinned: slot === undefined ? 'off' : slot === null ? 'not-now' : 'here' };
      await this.record(staffId, 'replacing.pinned', { object: `replacing-subject:${subject}`, facts });
    });
    return this.plan(staffId, code, kind);
  }

  /** What was applied is not applied again; a round nobody planned for is not. */
  async apply(staffId: string, code: string, kind: RoundKind, reason: string): Promise<RoundResult> {
    const service = this.find(code, kind);
    const round = await this.rounding.findOpen(code, kind);
    const plan = planOf(round);
    if (!round && (await this.rounding.findLast(code, kind))) return NOTHING;
    if (!round || !plan) throw noPlan();
    const object = `replacing-round:${round.id}`;
    // each family is placed in a transaction of its own: who began it is on record before the first of them
    await this.transactions.run(() => this.record(staffId, 'replacing.begun', { object, reason }));
    const applied = await this.applying.apply([code, service], round, plan);
    await this.transactions.run(async () => {
      if (!(await this.rounding.end(round.id))) return;
      await this.record(staffId, 'replacing.applied', { object, reason, facts: { ...applied } });
    });
    return applied;
  }

  private find(code: string, kind: RoundKind): ReplacedService {
    const service = this.services.find(code);
    if (!service?.kinds.includes(kind)) throw problems.notFound();
    return service;
  }

  private record(
    id: string,
    action: string,
    more: Pick<AuditEntry, 'object' | 'reason' | 'facts' | 'shown'>,
  ): Promise<void> {
    return this.audit.record({ action, actor: { kind: 'staff', id }, ...more });
  }
}
