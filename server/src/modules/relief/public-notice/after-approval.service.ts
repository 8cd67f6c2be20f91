import { Injectable } from '@nestjs/common';
import type { OpenedApplication } from '../applications/applications.repository';
import { CasesRepository } from '../cases/cases.repository';
import { Dispatch } from '../handoff/dispatch';
import { NoticeMessages } from './notice-messages.service';

/** What is published after an approval is said to the office once it is approved: name, number of members, amount. */
@Injectable()
export class AfterApproval {
  constructor(
    private readonly cases: CasesRepository,
    private readonly messages: NoticeMessages,
    private readonly dispatch: Dispatch,
  ) {}

  /** Inside the transaction of the decision, with the application locked. */
  async tell(application: OpenedApplication, caseNo: string, programme: string): Promise<void> {
    const opened = (await this.cases.casesForUpdate(application.row.id)).find(({ row }) => row.id === caseNo);
    const approved = opened?.file.items.some((item) => item.programme === programme && item.state === 'approved');
    if (!opened || !approved) return;
    const message = await this.messages.message(application, opened, programme, 'after-approval');
    if (message) await this.dispatch.tell(opened, message);
  }
}
