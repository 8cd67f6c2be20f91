import { Injectable } from '@nestjs/common';
import { Identity } from '../../bureaus/identity/identity.port';
import { Audit } from '../../platform/audit/audit';
import type { Staff } from '../../platform/auth/current';
import { Transactions } from '../../platform/database/transactions';
import { Problem } from '../../platform/http/problem';
import { SignInTries } from './sign-in-tries';
import { StaffSessions } from './staff-sessions';

export interface StaffSignedIn {
  readonly token: string;
  readonly staff: Staff;
}

const problems = {
  wrong: () => new Problem(401, 'staff.wrong-code', '工号或动态码不对，请看令牌上的新号码再试。'),
  locked: () =>
    new Problem(429, 'staff.locked', '连着错了五次，请等十五分钟再试。', [], { headers: { 'retry-after': '900' } }),
  unavailable: () => new Problem(503, 'staff.sign-in-unavailable', '登录系统暂时没有回音，请过一会儿再试。'),
};

/** Colleagues are who the identity bureau says they are; what they may do is theirs to say as well. */
@Injectable()
export class StaffSignIn {
  constructor(
    private readonly identity: Identity,
    private readonly tries: SignInTries,
    private readonly sessions: StaffSessions,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  /** @throws Problem 401 `staff.wrong-code`, alike for number and code; 429 `staff.locked`; 503 `staff.sign-in-unavailable`. */
  async signIn(staffNumber: string, code: string): Promise<StaffSignedIn> {
    if (!(await this.tries.take(staffNumber))) throw problems.locked();
    const answer = await this.identity.signInStaff(staffNumber, code);
    switch (answer.kind) {
      case 'unavailable':
        await this.tries.giveBack(staffNumber);
        throw problems.unavailable();
      case 'wrong':
      case 'locked':
        await this.recordRefusal(answer.kind);
        throw answer.kind === 'wrong' ? problems.wrong() : problems.locked();
      case 'signed-in':
        await this.tries.forgive(staffNumber);
        return this.open({ staffId: staffNumber, name: answer.name, role: answer.role, offices: answer.offices });
    }
  }

  signOut(staff: Staff, token: string): Promise<void> {
    return this.transactions.run(async () => {
      await this.sessions.end(token);
      await this.audit.record({ action: 'staff.signed-out', actor: { kind: 'staff', id: staff.staffId } });
    });
  }

  private open(staff: Staff): Promise<StaffSignedIn> {
    return this.transactions.run(async () => {
      const token = await this.sessions.open(staff);
      const actor = { kind: 'staff', id: staff.staffId } as const;
      await this.audit.record({ action: 'staff.signed-in', actor, facts: { role: staff.role } });
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
