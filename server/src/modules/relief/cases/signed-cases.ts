import { isSettled, OVER } from '@jinmen/shared/applications/case-machine';
import { Injectable } from '@nestjs/common';
import { type SignedRow, SignedRows, type SignedTable } from '../../../platform/signed-rows/signed-rows';
import { CaseSigning } from './case-signing';
import { CasesRepository, type OpenedCase } from './cases.repository';

interface SignedCase extends SignedRow {
  readonly opened: OpenedCase;
}

/** That every case stands as the server last wrote it, with its items, its offices and what was said of it. */
@Injectable()
export class SignedCases implements SignedTable<SignedCase> {
  readonly name = 'relief-case';

  constructor(
    signed: SignedRows,
    private readonly cases: CasesRepository,
    private readonly signing: CaseSigning,
  ) {
    signed.add(this);
  }

  async page(after: string, lock: boolean): Promise<readonly SignedCase[]> {
    return (await this.cases.page(after, lock)).map((opened) => this.judged(opened));
  }

  async sign({ opened }: SignedCase): Promise<void> {
    await this.cases.saveSignature(opened.row.id, this.signing.sign(opened));
  }

  private judged(opened: OpenedCase): SignedCase {
    const { row, said } = opened;
    const changedAt = said.at(-1)?.at ?? row.createdAt;
    return { id: row.id, opened, changedAt, broken: brokenBy(opened), unsigned: this.unsigned(opened) };
  }

  private unsigned(opened: OpenedCase): string | undefined {
    if (opened.row.signed === null) return 'is not signed';
    return this.signing.holds(opened) ? undefined : 'is not what was signed';
  }
}

/** What its own parts say against it. */
function brokenBy({ row, file, hops = [] }: OpenedCase): string | undefined {
  const last = hops.at(-1)?.office.code;
  if (last !== undefined && last !== row.officeCode) return `is with ${row.officeCode}, and came to ${last} last`;
  const over = OVER.includes(row.state);
  if (over !== file.items.every(isSettled))
    return `is ${row.state}, and its items say ${over ? 'that it goes on' : 'otherwise'}`;
  return undefined;
}
