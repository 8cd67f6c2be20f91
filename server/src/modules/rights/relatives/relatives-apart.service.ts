import { Injectable } from '@nestjs/common';
import type { NamedNumber } from '../../../bureaus/identity/identity.port';
import { Audit, KEPT_APART } from '../../../platform/audit/audit';
import { StaffApart } from '../../../platform/audit/staff-apart.port';
import { type IdMark, StaffDuty } from '../../../platform/audit/staff-duty.port';
import { Transactions } from '../../../platform/database/transactions';
import { Problem } from '../../../platform/http/problem';
import { thoseThatOpenInTurn } from '../../../platform/sealing/those-that-open';
import { People } from '../../identity/people.port';
import type { DeceasedRequest } from './deceased-request.entity';
import { relativesWords as words } from './relatives-words';

/** Keeps a colleague from what they or their family ask for, and from what is asked about one of them. */
@Injectable()
export class RelativesApart {
  constructor(
    private readonly apart: StaffApart,
    private readonly duties: StaffDuty,
    private readonly people: People,
    private readonly audit: Audit,
    private readonly transactions: Transactions,
  ) {}

  /** Outside a transaction: the try is on record although it is refused. @throws Problem 403 `staff.own-or-kin` */
  async mustBeApart(staffId: string, people: readonly NamedNumber[], tried: string): Promise<void> {
    const own = await this.marksOf(staffId);
    for (const { idNumber } of people) {
      const person = await this.people.findByIdNumber(idNumber);
      const about = person ? { person: person.personId } : {};
      if (!this.isAmong(own, idNumber) && !(await this.apart.isApart(staffId, about))) continue;
      const actor = { kind: 'staff', id: staffId } as const;
      await this.transactions.run(() =>
        this.audit.record({ action: KEPT_APART, actor, ...about, facts: { tried }, open: true }),
      );
      throw new Problem(403, 'staff.own-or-kin', words.own);
    }
  }

  /** Of these the ones that are neither the colleague's nor their family's; of whom that cannot be told is in nobody's list. */
  async others<Asked extends { readonly deceased: NamedNumber; readonly relative: NamedNumber }>(
    staffId: string,
    requests: readonly Asked[],
  ): Promise<readonly Asked[]> {
    const [near, own] = [await this.apart.accountsNear(staffId), await this.marksOf(staffId)];
    const looked = await thoseThatOpenInTurn(requests, async (request) => {
      const numbers = [request.deceased.idNumber, request.relative.idNumber];
      const theirs = await Promise.all(numbers.map((number) => this.isNear(number, near, own)));
      return theirs.includes(true) ? [] : [request];
    });
    return looked.flat();
  }

  /** Under which marks a colleague's requests are kept; none where the bureau does not say who they are outside the office. */
  async keptMarks(staffId: string): Promise<string | null> {
    const marks = [...(await this.marksOf(staffId))];
    return marks.length === 0 ? null : marks.join(' ');
  }

  /** Whether the colleague is who recorded it, under another work number of theirs too: four eyes are two people's. */
  async recordedIt(staffId: string, row: Pick<DeceasedRequest, 'recordedBy' | 'recordedMarks'>): Promise<boolean> {
    if (row.recordedBy === staffId) return true;
    const own = await this.marksOf(staffId);
    return (row.recordedMarks ?? '').split(' ').some((mark) => own.has(mark));
  }

  private async isNear(idNumber: string, near: ReadonlySet<string>, own: ReadonlySet<string>): Promise<boolean> {
    if (this.isAmong(own, idNumber)) return true;
    if (near.size === 0) return false;
    const person = await this.people.findByIdNumber(idNumber);
    return person !== undefined && (await this.people.accountsOf(person.personId)).some((id) => near.has(id));
  }

  private async marksOf(staffId: string): Promise<ReadonlySet<string>> {
    return new Set((await this.duties.marksOf(staffId)).map(nameOf));
  }

  private isAmong(marks: ReadonlySet<string>, idNumber: string): boolean {
    return this.people.marksOf(idNumber).some((mark) => marks.has(nameOf(mark)));
  }
}

function nameOf({ keyId, digest }: IdMark): string {
  return `${keyId}:${digest}`;
}
