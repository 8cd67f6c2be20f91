import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import { Transactions } from '../../../platform/database/transactions';
import { CallList } from '../../notices/call-list.port';
import type { Farewell } from '../farewells/farewells.port';

export interface ManifestLook {
  readonly staffId: string;
  readonly voyageId: string;
  /** Given for the whole manifest alone. */
  readonly reason?: string;
}

/** Who looked at a ship's list, family by family; whole, each of them counts like any number shown. */
@Injectable()
export class ManifestLooks {
  constructor(
    private readonly calls: CallList,
    private readonly audit: Audit,
    private readonly transactions: Transactions,
  ) {}

  /** Before anything is shown: all of them or none. @throws Problem 403 `staff.show-again` */
  record({ staffId, voyageId, reason }: ManifestLook, shown: readonly Farewell[]): Promise<void> {
    return this.transactions.run(async () => {
      if (reason !== undefined) await this.calls.countLook(staffId, { numbers: shown.length });
      for (const { id, applicant } of shown) {
        await this.audit.record({
          action: reason === undefined ? 'sea-manifest.seen' : 'sea-manifest.printed',
          actor: { kind: 'staff', id: staffId },
          ...(applicant && { person: applicant.personId }),
          object: `farewell:${id}`,
          facts: { voyage: voyageId },
          open: true,
          ...(reason !== undefined && { reason }),
        });
      }
    });
  }
}
