import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { In } from 'typeorm';
import { staffAtWork } from '../auth/at-work';
import { Clock } from '../clock';
import { Transactions } from '../database/transactions';
import { Problem } from '../http/problem';
import { labelIn } from '../sealing/sealed-column';
import { Sealing } from '../sealing/sealing';
import { AuditMacs } from './audit-macs';
import { type ActorKind, AuditRow, auditReason } from './audit-row.entity';
import { AuditShown } from './audit-shown.entity';
import { StaffApart } from './staff-apart.port';
import { type Duty, StaffDuty } from './staff-duty.port';

/** Somebody at a desk tried to open what is their own or their family's. */
export const KEPT_APART = 'staff.kept-apart';

/** Somebody’s session at a desk ended, or their post changed, while they did something. */
export const POST_OVER = 'staff.post-over';

/** Who did what to what, and why. Ids only; a name or a number belongs in none of these but `reason`, which is sealed. */
export interface AuditEntry {
  /** `relief-application.submitted` */
  readonly action: string;
  readonly actor: { readonly kind: ActorKind; readonly id: string };
  /** Whose data it was about: a person's or an account's id. */
  readonly person?: string;
  /** `relief-application:<id>` */
  readonly object?: string;
  readonly reason?: string;
  /** Of a list that shows people: whose accounts, persons or things (`booking:<id>`) stood in it. */
  readonly shown?: readonly string[];
  /** Nobody is kept from it: a list that must be whole, e.g. a ship’s, or somebody in need. */
  readonly open?: true;
  /** Never personal data. */
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
}

/** Records acts, each in the transaction of the act: neither is ever there without the other. Locks nothing shared. */
@Injectable()
export class Audit {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly sealing: Sealing,
    private readonly macs: AuditMacs,
    @Optional() @Inject(StaffDuty) private readonly duties?: StaffDuty,
    @Optional() @Inject(StaffApart) private readonly apart?: StaffApart,
  ) {}

  /**
   * What somebody at a desk does about themselves or their family, or in a session or a post that was taken away since the
   * guard let them in, is refused here with the whole transaction of it, and the try is on record: nothing at a desk goes
   * on without a record, so nothing can be forgotten.
   * @throws Error outside a transaction; Problem 403 `staff.post-over`, `staff.own-or-kin`
   */
  async record(entry: AuditEntry): Promise<void> {
    if (!this.transactions.isOpen) throw new Error('Audit.record needs the transaction of what it records');
    const duty = entry.actor.kind === 'staff' ? await this.dutyOf(entry) : undefined;
    if (entry.actor.kind === 'staff' && !entry.open) await this.mustBeApart(entry, duty);
    await this.write(entry, duty);
  }

  /** Their post at that moment, so that whoever it was about can read it later; it is theirs until the act is done. */
  private async dutyOf(entry: AuditEntry): Promise<Duty | undefined> {
    const letIn = staffAtWork();
    if (!this.duties || letIn?.staffId !== entry.actor.id) return this.duties?.dutyOf(entry.actor.id);
    const duty = await this.duties.dutyIn(letIn.sessionId);
    if (duty && isSamePost(duty, letIn)) return duty;
    this.refuse(POST_OVER, entry, letIn);
    throw new Problem(403, POST_OVER, '您的登录已经结束，或者岗位变了，这一步没有办。请重新登录再办。');
  }

  private async mustBeApart(entry: AuditEntry, duty: Duty | undefined): Promise<void> {
    const { actor, person, object } = entry;
    if (person === undefined && object === undefined) return;
    const about = { ...(person !== undefined && { person }), ...(object !== undefined && { object }) };
    if (!(await this.apart?.isApart(actor.id, about))) return;
    this.refuse(KEPT_APART, entry, duty);
    throw new Problem(403, 'staff.own-or-kin', '这件事关系到您本人或者您家里人，请交给别的同事办。');
  }

  /** The try is on record once its transaction is undone. */
  private refuse(action: string, { actor, action: tried, person, object }: AuditEntry, duty: Duty | undefined): void {
    const about = { ...(person !== undefined && { person }), ...(object !== undefined && { object }) };
    this.transactions.afterRollback(() =>
      this.transactions.run(() => this.write({ action, actor, ...about, facts: { tried } }, duty)),
    );
  }

  private async write(entry: AuditEntry, duty: Duty | undefined): Promise<void> {
    const id = randomUUID();
    const at = this.clock.now();
    const unsigned = {
      id,
      at: at.toISOString(),
      action: entry.action,
      actorKind: entry.actor.kind,
      actorId: entry.actor.id,
      person: entry.person ?? null,
      object: entry.object ?? null,
      facts: JSON.stringify({ ...entry.facts, ...(duty && { role: duty.role, offices: duty.offices.join(' ') }) }),
    };
    const reason = entry.reason ?? null;
    const { keyId, mac } = this.macs.sign('row', rowContent(unsigned, reason));
    const sealed = reason === null ? null : this.sealing.seal(labelIn(auditReason, id), reason);
    await this.transactions.manager.insert(AuditRow, { ...unsigned, at, reason: sealed, keyId, mac });
    if (entry.shown) await this.keepShown(entry, id);
  }

  /** Once a day for each list and colleague, however often they look. */
  private async keepShown({ shown = [], actor, action }: AuditEntry, auditId: string): Promise<void> {
    const { manager } = this.transactions;
    const list = { staffId: actor.id, action, day: this.clock.today() };
    const all = [...new Set(shown)].sort();
    const noted = await manager.findBy(AuditShown, { ...list, about: In(all) });
    const rest = all.filter((about) => !noted.some((row) => row.about === about));
    if (rest.length === 0) return;
    // rows are only added: whoever looks twice at once meets a duplicate, and is done again
    await manager.insert(
      AuditShown,
      rest.map((about) => ({ ...list, about, auditId })),
    );
  }
}

function isSamePost(one: Duty, other: Duty): boolean {
  return one.role === other.role && one.offices.join(' ') === other.offices.join(' ');
}

type UnsignedRow = Omit<AuditRow, 'at' | 'reason' | 'keyId' | 'mac'> & { readonly at: string };

/** What a row's MAC covers: all of it, the reason as it was given, so that re-sealing changes nothing. */
export function rowContent(row: UnsignedRow, reason: string | null): readonly unknown[] {
  const { id, at, action, actorKind, actorId, person, object, facts } = row;
  return [id, at, action, actorKind, actorId, person, object, facts, reason];
}
