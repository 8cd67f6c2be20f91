import { Injectable } from '@nestjs/common';
import { Identity } from '../../bureaus/identity/identity.port';
import { Audit } from '../../platform/audit/audit';
import type { IdMark } from '../../platform/audit/staff-duty.port';
import type { Staff } from '../../platform/auth/current';
import { Transactions } from '../../platform/database/transactions';
import { Problem } from '../../platform/http/problem';
import { People } from '../identity/people.port';
import { SignInTries } from './sign-in-tries';
import { StaffSessions } from './staff-sessions';

export interface StaffSignedIn {
  readonly token: string;
  readonly staff: Staff;
}

const LOCKED = '这个工号连着错了好几次，请等十五分钟再试。不是您输错的，请告诉管系统的同事。';

const problems = {
  wrong: () => new Problem(401, 'staff.wrong-code', '工号或动态码不对，请看令牌上的新号码再试。'),
  locked: () => new Problem(429, 'staff.locked', LOCKED, [], { headers: { 'retry-after': '900' } }),
  notShown: () => new Problem(403, 'staff.not-shown', '动态码不对，请看令牌上的新号码再试。'),
  unavailable: () =>
    new Problem(503, 'staff.sign-in-unavailable', '登录系统暂时没有回音，请过一会儿再试。', [], {
      headers: { 'retry-after': '10' },
    }),
};

/** Colleagues are who the identity bureau says they are; what they may do is theirs to say as well. */
@Injectable()
export class StaffSignIn {
  constructor(
    private readonly identity: Identity,
    private readonly tries: SignInTries,
    private readonly sessions: StaffSessions,
    private readonly people: People,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  /** @throws Problem 401 `staff.wrong-code`, alike for number and code; 429 `staff.locked`; 503 `staff.sign-in-unavailable`. */
  async signIn(typed: string, code: string, address: string): Promise<StaffSignedIn> {
    // one number however it is typed: what is counted or kept apart by it would be so once for each spelling
    const staffNumber = typed.toUpperCase();
    const attempt = { staffNumber, address };
    if (!(await this.tries.take(attempt))) throw problems.locked();
    const answer = await this.identity.signInStaff(staffNumber, code);
    switch (answer.kind) {
      case 'unavailable':
        await this.tries.giveBack(attempt);
        throw problems.unavailable();
      case 'wrong':
      case 'locked':
        await this.recordRefusal(answer.kind);
        throw answer.kind === 'wrong' ? problems.wrong() : problems.locked();
      case 'signed-in':
        await this.tries.forgive(attempt);
        return this.open(
          { staffId: staffNumber, name: answer.name, role: answer.role, offices: answer.offices },
          answer.idNumber === undefined ? [] : this.people.marksOf(answer.idNumber),
        );
    }
  }

  signOut(staff: Staff, token: string): Promise<void> {
    return this.transactions.run(async () => {
      // before it ends: nothing is done in a session that is over
      await this.audit.record({ action: 'staff.signed-out', actor: { kind: 'staff', id: staff.staffId } });
      await this.sessions.end(token);
    });
  }

  /**
   * Whoever has looked at many numbers shows a fresh code of theirs, and goes on.
   * @throws Problem 403 `staff.not-shown`: no session ends by a mistyped code; 429 `staff.locked`; 503
   */
  async showAgain({ staffId }: Staff, code: string): Promise<void> {
    // counted apart: who types a colleague's number at the door keeps nobody from work that is going on, nor the reverse
    if (!(await this.tries.takeAgain(staffId))) throw problems.locked();
    const answer = await this.identity.signInStaff(staffId, code);
    if (answer.kind === 'unavailable') {
      await this.tries.giveBackAgain(staffId);
      throw problems.unavailable();
    }
    if (answer.kind !== 'signed-in') {
      await this.recordRefusal(answer.kind);
      throw answer.kind === 'wrong' ? problems.notShown() : problems.locked();
    }
    await this.tries.forgiveAgain(staffId);
    await this.transactions.run(async () => {
      await this.sessions.showAgain(staffId);
      await this.audit.record({ action: 'staff.shown-again', actor: { kind: 'staff', id: staffId } });
    });
  }

  private open(staff: Staff, marks: readonly IdMark[]): Promise<StaffSignedIn> {
    return this.transactions.run(async () => {
      const token = await this.sessions.open(staff, marks);
      const actor = { kind: 'staff', id: staff.staffId } as const;
      // without the number nobody can tell what is their own: an auditor sees how often that is so
      const facts = { role: staff.role, known: marks.length > 0 };
      await this.audit.record({ action: 'staff.signed-in', actor, facts });
      return { token, staff };
    });
  }

  /** Whose number it was is not written down: who knows what was typed there. */
  private recordRefusal(because: 'wrong' | 'locked'): Promise<void> {
    const actor = { kind: 'system', id: 'staff-sign-in' } as const;
    return this.transactions.run(() =>
      this.audit.record({ action: 'staff.sign-in-refused', actor, facts: { because } }),
    );
  }
}
