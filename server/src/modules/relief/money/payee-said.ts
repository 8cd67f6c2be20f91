import { Injectable } from '@nestjs/common';
import type { CaseMessage } from '../../../bureaus/common-messages/common-messages.port';
import type { OpenedApplication } from '../applications/applications.repository';
import type { OpenedCase } from '../cases/cases.repository';
import { SaidOnFiling } from '../handoff/case-matter';
import { PayeeMessages } from './payee-messages';

/** Whose account it is goes along with every case that may end in money. */
@Injectable()
export class PayeeSaid extends SaidOnFiling {
  constructor(private readonly payees: PayeeMessages) {
    super();
  }

  async messages(application: OpenedApplication, opened: OpenedCase): Promise<readonly CaseMessage[]> {
    const message = await this.payees.messageOf(application, opened);
    return message ? [message] : [];
  }
}
