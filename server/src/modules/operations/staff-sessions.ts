import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan } from 'typeorm';
import type { Duty, IdMark, StaffDuty } from '../../platform/audit/staff-duty.port';
import { staffAtWork } from '../../platform/auth/at-work';
import type { Staff, StaffAtWork, StaffRole } from '../../platform/auth/current';
import { StaffCheck } from '../../platform/auth/session-check.port';
import { Clock, instantOf } from '../../platform/clock';
import { forUpdate } from '../../platform/database/row-lock';
import { Transactions } from '../../platform/database/transactions';
import { labelIn } from '../../platform/sealing/sealed-column';
import { Sealing } from '../../platform/sealing/sealing';
import { UnsignedTime } from '../../platform/signed-rows/unsigned-time';
import { StaffSigning } from './signed-staff-sessions';
import { StaffSession, staffSessionName } from './staff-session.entity';

/** However busy: after this the code is asked for again. */
const LIFE_MS = 30 * 60_000;
const IDLE_MS = 15 * 60_000;
/** A session's last use is written down this often, not with every request. */
const NOTED_EVERY_MS = 20_000;
const KEPT_MS = 24 * 3_600_000;

/** The sessions of the people who work at `/staff`: half an hour, or a quarter without a request. */
@Injectable()
export class StaffSessions extends StaffCheck implements StaffDuty {
  constructor(
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
    private readonly signing: StaffSigning,
    private readonly time: UnsignedTime,
    private readonly clock: Clock,
  ) {
    super();
  }

  /**
   * Opens one inside the caller's transaction and returns its token, which is told once and kept nowhere. What the bureau
   * says now holds for all of theirs: those in another post end.
   */
  async open(staff: Staff, marks: readonly IdMark[] = []): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const id = randomUUID();
    const now = this.clock.now();
    await this.endOtherPosts(staff);
    const session: StaffSession = {
      id,
      tokenHash: hashOf(token),
      staffId: staff.staffId,
      name: this.sealing.seal(labelIn(staffSessionName, id), staff.name),
      role: staff.role,
      offices: staff.offices,
      createdAt: now,
      lastUsedAt: now,
      endedAt: null,
      marks: marks.length === 0 ? null : marks.map(({ keyId, digest }) => `${keyId}:${digest}`).join(' '),
      shownAgainAt: null,
      signed: null,
    };
    await this.transactions.manager.insert(StaffSession, { ...session, signed: this.signing.sign(session) });
    return token;
  }

  async find(token: string): Promise<StaffAtWork | undefined> {
    const session = await this.transactions.manager.findOneBy(StaffSession, { tokenHash: hashOf(token) });
    const now = this.clock.now().getTime();
    if (session === null || session.endedAt !== null || isOver(session, now)) return undefined;
    // or whoever writes in the database has a token of their own making, or another's post
    if (!(await this.signing.counts(session, this.time))) return undefined;
    if (now - session.lastUsedAt.getTime() >= NOTED_EVERY_MS) await this.noteUse(session.id);
    const { id, staffId, name, role, offices } = session;
    return { sessionId: id, staffId, name: this.sealing.open(labelIn(staffSessionName, id), name), role, offices };
  }

  async dutyOf(staffId: string): Promise<Duty | undefined> {
    const session = await this.sessionOf(staffId);
    return session === undefined ? undefined : { role: session.role, offices: session.offices };
  }

  async dutyIn(sessionId: string): Promise<Duty | undefined> {
    const { manager } = this.transactions;
    // shared: a colleague's other requests go on; `FOR SHARE` is unknown to MariaDB
    const lock = manager.dataSource.options.type === 'mysql' ? ' LOCK IN SHARE MODE' : '';
    const [row]: { role: StaffRole; offices: string }[] = await manager.query(
      `SELECT role, offices FROM staff_session WHERE id = ? AND ended_at IS NULL${lock}`,
      [sessionId],
    );
    return row && { role: row.role, offices: JSON.parse(row.offices) };
  }

  async marksOf(staffId: string): Promise<readonly IdMark[]> {
    const marks = (await this.sessionOf(staffId))?.marks;
    if (!marks) return [];
    return marks.split(' ').map((mark) => {
      const [keyId, digest = ''] = mark.split(':');
      return { keyId: Number(keyId), digest };
    });
  }

  async shownAgainAt(staffId: string): Promise<Date | undefined> {
    const id = (await this.latestOf(staffId))?.id;
    if (id === undefined) return undefined;
    const { manager } = this.transactions;
    // by its id: looking for it with a lock would wait for what others do in sessions of theirs
    const latest = await manager.findOne(StaffSession, { where: { id }, ...forUpdate(manager) });
    return latest?.shownAgainAt ?? undefined;
  }

  /** Inside the caller's transaction: the code of this colleague was right once more. */
  async showAgain(staffId: string): Promise<void> {
    const where = { staffId, endedAt: IsNull() };
    await this.transactions.manager.update(StaffSession, where, { shownAgainAt: this.clock.now() });
  }

  /** Ends it inside the caller's transaction; ending twice changes nothing. */
  async end(token: string): Promise<void> {
    const { manager } = this.transactions;
    await manager.update(StaffSession, { tokenHash: hashOf(token), endedAt: IsNull() }, { endedAt: this.clock.now() });
  }

  /** Everybody's; how many. */
  async endAll(): Promise<number> {
    const ended = { endedAt: this.clock.now() };
    const { affected } = await this.transactions.run(() =>
      this.transactions.manager.update(StaffSession, { endedAt: IsNull() }, ended),
    );
    return affected ?? 0;
  }

  /** Those that ended a day ago; who signed in and out stands in the audit. */
  async sweep(): Promise<void> {
    const before = instantOf(this.clock.now().getTime() - KEPT_MS);
    await this.transactions.run(() => this.transactions.manager.delete(StaffSession, { createdAt: LessThan(before) }));
  }

  /** The one they are at work in, else the newest: whoever writes a newer row by hand is not who they are. */
  private async sessionOf(staffId: string): Promise<StaffSession | undefined> {
    const letIn = staffAtWork();
    const where = letIn?.staffId === staffId ? { id: letIn.sessionId } : { staffId, endedAt: IsNull() };
    const rows = await this.transactions.manager.find(StaffSession, { where, order: { createdAt: 'DESC' } });
    for (const row of rows) if (await this.signing.counts(row, this.time)) return row;
    return undefined;
  }

  private latestOf(staffId: string): Promise<StaffSession | null> {
    const where = { staffId, endedAt: IsNull() };
    return this.transactions.manager.findOne(StaffSession, { where, order: { createdAt: 'DESC' } });
  }

  private async endOtherPosts({ staffId, role, offices }: Staff): Promise<void> {
    const { manager } = this.transactions;
    const open = await manager.findBy(StaffSession, { staffId, endedAt: IsNull() });
    const others = open.filter((each) => each.role !== role || each.offices.join(' ') !== offices.join(' '));
    if (others.length === 0) return;
    await manager.update(StaffSession, { id: In(others.map(({ id }) => id)) }, { endedAt: this.clock.now() });
  }

  /** While something of it is being done it is in use anyway, and the row is that act's. */
  private async noteUse(id: string): Promise<void> {
    const lastUsedAt = this.clock.now();
    await this.transactions.run(async () => {
      const { manager } = this.transactions;
      const lock = manager.dataSource.options.type === 'mysql' ? 'FOR UPDATE SKIP LOCKED' : '';
      const free: unknown[] = await manager.query(`SELECT id FROM staff_session WHERE id = ? ${lock}`, [id]);
      if (free.length > 0) await manager.update(StaffSession, { id }, { lastUsedAt });
    });
  }
}

function isOver({ createdAt, lastUsedAt }: StaffSession, now: number): boolean {
  return now - createdAt.getTime() >= LIFE_MS || now - lastUsedAt.getTime() >= IDLE_MS;
}

/** The token is 32 random bytes: there is nothing to guess, so a plain hash keeps it. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
