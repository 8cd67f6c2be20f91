import { readIdNumber } from '@jinmen/shared/kernel/id-number';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { untilFloor } from './answer-floor';
import { type AskedPerson, IdentityChecks } from './identity-checks.port';
import { IdentityLimits } from './identity-limits';
import { tooManyChecks } from './identity-problems';
import { readIdentity, type TypedIdentity } from './typed-identity';

@Injectable()
export class IdentityChecksService extends IdentityChecks {
  constructor(
    private readonly limits: IdentityLimits,
    private readonly clock: Clock,
  ) {
    super();
  }

  read(typed: TypedIdentity): AskedPerson {
    const today = this.clock.today();
    const person = readIdentity(typed, today);
    const read = readIdNumber(person.idNumber, today);
    if ('problem' in read) throw new RangeError('a number that was read cannot be read');
    return { ...person, birth: read.birth };
  }

  async count(accountId: string, idNumber: string): Promise<void> {
    if (!(await this.limits.take(accountId, idNumber))) throw tooManyChecks(this.clock.now());
  }

  untilFloor(began: number): Promise<void> {
    return untilFloor(began);
  }
}
