import { Injectable } from '@nestjs/common';
import type { MessageFile } from '../../../bureaus/common-messages/common-messages.port';
import { Audit } from '../../../platform/audit/audit';
import { Transactions } from '../../../platform/database/transactions';
import { Uploads } from '../../uploads/uploads.port';
import { MessageFiles } from '../handoff/message-files';

const TYPES = { jpeg: 'image/jpeg', pdf: 'application/pdf' } as const;

/** The bytes of a paper at the moment it is carried to a bureau. Each time is a record. */
@Injectable()
export class PaperFiles extends MessageFiles {
  constructor(
    private readonly uploads: Uploads,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {
    super();
  }

  async find(fileId: string): Promise<MessageFile | undefined> {
    const file = await this.uploads.read(fileId);
    if (!file) return undefined;
    const actor = { kind: 'system', id: 'outbox' } as const;
    await this.transactions.run(() =>
      this.audit.record({ action: 'relief-paper.carried', actor, object: `uploaded-file:${fileId}` }),
    );
    return { type: TYPES[file.kind], bytes: file.bytes };
  }
}
