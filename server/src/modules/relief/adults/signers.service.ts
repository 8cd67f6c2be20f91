import { Injectable } from '@nestjs/common';
import { People } from '../../identity/people.port';
import { MeansChecksRepository } from '../checks/means-checks.repository';
import { AdultsRepository } from './adults.repository';

/** Whose phone may know what went out about somebody's signature: theirs, and nobody's whom they live with (ADR 0017). */
@Injectable()
export class Signers {
  constructor(
    private readonly people: People,
    private readonly rows: AdultsRepository,
    private readonly checks: MeansChecksRepository,
  ) {}

  /** The account that reaches the person with this number; none of somebody without a phone here. */
  async accountsOf(idNumber: string): Promise<readonly string[]> {
    const person = await this.people.findByIdNumber(idNumber);
    const first = person && (await this.people.firstOf(person.personId));
    return first === undefined ? [] : [first];
  }

  /** Of whom a means check looks up. Undefined of one that rests on a first signature: it was the applicant's own. */
  async ofCheck(checkNo: string): Promise<readonly string[] | undefined> {
    const check = await this.checks.find(checkNo);
    const signature = check && (await this.rows.findSignature(check.authorisationId));
    const signer = signature && this.rows.signerOf(signature);
    return signer ? this.accountsOf(signer) : undefined;
  }
}
