import { randomUUID } from 'node:crypto';
import { districts } from '@jinmen/shared/places/places';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock';
import { forUpdate } from '../../../platform/database/row-lock';
import { Transactions } from '../../../platform/database/transactions';
import { Problem, problems } from '../../../platform/http/problem';
import { labelIn } from '../../../platform/sealing/sealed-column';
import { Sealing } from '../../../platform/sealing/sealing';
import { Route } from '../cases/route.entity';
import { Routes } from '../cases/routes.service';
import type { RouteBatch, RouteStep, RouteWish } from '../relief-routing.port';
import { RouteChange, routeReason } from './route-change.entity';

const ITSELF = 'itself';
/** As many acts as the page shows. */
const LATEST = 20;

/** Changes of where applications go: looked at before, done as one act, and taken back as one. Cases are not moved. */
@Injectable()
export class RouteChanges {
  constructor(
    private readonly transactions: Transactions,
    private readonly routes: Routes,
    private readonly sealing: Sealing,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * What the wish would change; streets that go there already are left out.
   * @throws Problem 400 `relief.unknown-street`
   */
  async preview({ street, district, to }: RouteWish): Promise<readonly RouteStep[]> {
    const streets = district === undefined ? [street ?? ''] : streetsOf(district);
    const known = await this.standing(streets);
    const target = to === ITSELF || districts.some(({ units }) => units.some(({ code }) => code === to));
    if (streets.length === 0 || known.length !== streets.length || !target) throw unknownStreet();
    return known
      .map(({ streetCode, officeCode }) => this.step(streetCode, officeCode, to === ITSELF ? streetCode : to))
      .filter(({ from, to: office }) => from.code !== office.code);
  }

  /** @throws Problem 400 `relief.unknown-street` */
  change(wish: RouteWish, by: string, reason: string): Promise<readonly RouteStep[]> {
    return this.transactions.run(async () => {
      const steps = await this.preview(wish);
      await this.write(steps, { by, reason, undoes: null });
      return steps;
    });
  }

  /**
   * Back to what it was, but for streets somebody has changed since.
   * @throws Problem 404 for a batch nobody made, 409 `relief.undone` when it was taken back before.
   */
  undo(batch: string, by: string, reason: string): Promise<readonly RouteStep[]> {
    return this.transactions.run(async () => {
      const { manager } = this.transactions;
      const rows = await manager.findBy(RouteChange, { batch });
      if (rows.length === 0) throw problems.notFound();
      const now = await this.standing(rows.map(({ streetCode }) => streetCode));
      if ((await manager.countBy(RouteChange, { undoes: batch })) > 0)
        throw new Problem(409, 'relief.undone', '这次改动已经撤销过了。');
      const steps = rows
        .filter(({ streetCode, toOffice }) =>
          now.some((route) => route.streetCode === streetCode && route.officeCode === toOffice),
        )
        .map(({ streetCode, fromOffice, toOffice }) => this.step(streetCode, toOffice, fromOffice));
      await this.write(steps, { by, reason, undoes: batch });
      return steps;
    });
  }

  /** Newest first. */
  async latest(): Promise<readonly RouteBatch[]> {
    const { manager } = this.transactions;
    const rows = await manager.find(RouteChange, { order: { at: 'DESC', streetCode: 'ASC' }, take: LATEST * 30 });
    const undone = new Set(rows.map(({ undoes }) => undoes));
    const batches = [...new Set(rows.map(({ batch }) => batch))].slice(0, LATEST);
    return batches.flatMap((batch) => {
      const own = rows.filter((row) => row.batch === batch);
      const [first] = own;
      if (!first) return [];
      return {
        batch,
        at: first.at.toISOString(),
        by: first.changedBy,
        reason: this.sealing.open(labelIn(routeReason, first.id), first.reason),
        steps: own.map(({ streetCode, fromOffice, toOffice }) => this.step(streetCode, fromOffice, toOffice)),
        undone: undone.has(batch),
      };
    });
  }

  /** In a transaction they are held until its end, in one order: what they were is written down beside what they become. */
  private standing(streets: readonly string[]): Promise<Route[]> {
    const { manager, isOpen } = this.transactions;
    const where = { streetCode: In([...streets]) };
    return manager.find(Route, { where, order: { streetCode: 'ASC' }, ...(isOpen ? forUpdate(manager) : {}) });
  }

  private async write(
    steps: readonly RouteStep[],
    { by, reason, undoes }: { readonly by: string; readonly reason: string; readonly undoes: string | null },
  ): Promise<void> {
    const { manager } = this.transactions;
    const [batch, at] = [randomUUID(), this.clock.now()];
    for (const { street, from, to } of steps) {
      const id = randomUUID();
      await manager.update(Route, { streetCode: street.code }, { officeCode: to.code });
      await manager.insert(RouteChange, {
        id,
        batch,
        streetCode: street.code,
        fromOffice: from.code,
        toOffice: to.code,
        at,
        changedBy: by,
        reason: this.sealing.seal(labelIn(routeReason, id), reason),
        undoes,
      });
      await this.audit.record({
        action: 'relief-route.changed',
        actor: { kind: 'staff', id: by },
        object: `relief-route:${street.code}`,
        reason,
        facts: { office: to.code },
      });
    }
  }

  private step(street: string, from: string, to: string): RouteStep {
    return { street: this.routes.office(street), from: this.routes.office(from), to: this.routes.office(to) };
  }
}

function streetsOf(district: string): readonly string[] {
  return districts.find(({ code }) => code === district)?.units.map(({ code }) => code) ?? [];
}

function unknownStreet(): Problem {
  return new Problem(400, 'relief.unknown-street', '没有这个街道或乡镇，请从列表里选。');
}
