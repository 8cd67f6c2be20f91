import type { NoticeStage } from '@jinmen/shared/applications/public-notice';
import { Injectable } from '@nestjs/common';
import type { CaseMessage } from '../../../bureaus/common-messages/common-messages.port';
import type { OpenedApplication } from '../applications/applications.repository';
import type { OpenedCase } from '../cases/cases.repository';
import { SaidOnFiling } from '../handoff/case-matter';
import { PublicNotices } from './public-notices.service';

/** Tells an office what to post, in the lines the resident was shown; it is given nothing else to post from. */
@Injectable()
export class NoticeMessages extends SaidOnFiling {
  constructor(private readonly notices: PublicNotices) {
    super();
  }

  async messages(application: OpenedApplication, opened: OpenedCase): Promise<readonly CaseMessage[]> {
    const found: CaseMessage[] = [];
    for (const { programme, state } of opened.file.items) {
      if (state !== 'in-hand') continue;
      const message = await this.message(application, opened, programme, 'before-decision');
      if (message) found.push(message);
    }
    return found;
  }

  async message(
    application: OpenedApplication,
    opened: OpenedCase,
    programme: string,
    stage: NoticeStage,
  ): Promise<CaseMessage | undefined> {
    const data = await this.notices.lines(application, opened, programme, stage);
    return data && { type: 'PUBLIC_NOTICE', data };
  }
}
