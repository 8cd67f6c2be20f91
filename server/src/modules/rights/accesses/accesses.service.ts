import { officeName } from '@jinmen/shared/places/office-name';
import type { AccessView } from '@jinmen/shared/residents/rights';
import { Injectable } from '@nestjs/common';
import { And, FindOperator, type FindOptionsWhere, In, LessThan, Raw } from 'typeorm';
import { AuditRow, auditReason } from '../../../platform/audit/audit-row.entity';
import type { Duty } from '../../../platform/audit/staff-duty.port';
import { Clock } from '../../../platform/clock';
import { Transactions } from '../../../platform/database/transactions';
import { type Page, type PageRequest, pageOf } from '../../../platform/http/page';
import { labelIn } from '../../../platform/sealing/sealed-column';
import { Sealing } from '../../../platform/sealing/sealing';
import { NOT_OPENED, openedOr } from '../../../platform/sealing/those-that-open';
import { AUDIT_OBJECTS } from '../audit-objects';
import { tableOf } from '../catalogue/catalogue';
import { openTo, type Subject } from '../owned-rows';
import { Subjects } from '../subjects.service';
import { actWords, posts, somebody, WHY_IS_READ } from './access-words';

/** More of one kind than anybody has. */
const MOST = 500;

/** Who at a desk looked at somebody or did something about them, out of the audit. */
@Injectable()
export class Accesses {
  constructor(
    private readonly transactions: Transactions,
    private readonly subjects: Subjects,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async list(accountId: string, { limit, after }: PageRequest): Promise<Page<AccessView>> {
    const subject = await this.subjects.of(accountId);
    const people = [subject.accountId, ...(subject.personId === undefined ? [] : [subject.personId])];
    const objects = await this.objectsOf(subject);
    const shown = Raw((id) => `${id} IN (SELECT audit_id FROM audit_shown WHERE about IN (:...theirs))`, {
      theirs: [...people, ...objects],
    });
    const about = [{ person: In(people) }, { object: In(objects) }, { id: shown }];
    const rows = await this.transactions.manager.find(AuditRow, {
      where: about.flatMap((whom) => before(whom, after)),
      order: { at: 'DESC', id: 'DESC' },
      take: limit + 1,
    });
    return pageOf(
      rows,
      limit,
      (row) => row,
      (row) => this.viewOf(row),
    );
  }

  private async objectsOf(subject: Subject): Promise<string[]> {
    const objects: string[] = [];
    for (const [table, names] of Object.entries(AUDIT_OBJECTS)) {
      const owned = openTo(tableOf(table), subject, this.clock.today());
      if (!owned) continue;
      const rows: { id: string }[] = await this.transactions.manager.query(
        `SELECT id FROM ${table} WHERE ${owned.sql} LIMIT ${MOST}`,
        [...owned.values],
      );
      objects.push(...rows.flatMap(({ id }) => names.map((name) => `${name}:${id}`)));
    }
    return objects;
  }

  private viewOf({ id, at, action, facts, reason }: AuditRow): AccessView {
    const read = WHY_IS_READ.has(action) ? reason : null;
    const why =
      read === null ? undefined : openedOr(() => this.sealing.open(labelIn(auditReason, id), read), NOT_OPENED);
    return { id, at: at.toISOString(), who: whoOf(facts), what: actWords(action), ...(why !== undefined && { why }) };
  }
}

/** One of the ways a record is about somebody, of those older than where the last page ended. */
function before(whom: FindOptionsWhere<AuditRow>, after: PageRequest['after']): FindOptionsWhere<AuditRow>[] {
  const of = { ...whom, actorKind: 'staff' as const };
  if (!after) return [of];
  const older = LessThan(after.id);
  const sameInstant = whom.id instanceof FindOperator ? And(whom.id as FindOperator<string>, older) : older;
  return [
    { ...of, at: LessThan(after.at) },
    { ...of, at: after.at, id: sameInstant },
  ];
}

function whoOf(facts: string): string {
  const { role, offices } = JSON.parse(facts) as { readonly role?: Duty['role']; readonly offices?: string };
  if (role === undefined) return somebody;
  const streets = role === 'street-clerk' ? (offices ?? '').split(' ').filter(Boolean).map(officeName) : [];
  return streets.length === 0 ? posts[role] : `${posts[role]}（${streets.join('、')}）`;
}
