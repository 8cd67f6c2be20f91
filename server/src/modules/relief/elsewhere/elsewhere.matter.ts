import { Injectable } from '@nestjs/common';
import type { CallbackOutcome } from '../../../platform/inbox/callback-handler';
import { ApplicationNotices } from '../applications/application-notices.service';
import { CaseMatter, type CommonNewsItem } from '../handoff/case-matter';

/** 跨省通办: the case went on to where the household register is. The row that keeps the word is all there is of it. */
@Injectable()
export class ElsewhereMatter extends CaseMatter {
  readonly kinds = ['pushed-on'] as const;

  constructor(private readonly notices: ApplicationNotices) {
    super();
  }

  async take({ application: { row } }: CommonNewsItem): Promise<CallbackOutcome> {
    await this.notices.post(row, 'application-progress');
    return 'applied';
  }
}
