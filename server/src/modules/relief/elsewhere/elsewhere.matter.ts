import { goingOutside } from '@jinmen/shared/applications/hukou';
import { Injectable } from '@nestjs/common';
import type { CaseMessage } from '../../../bureaus/common-messages/common-messages.port';
import type { CallbackOutcome } from '../../../platform/inbox/callback-handler';
import { ApplicationNotices } from '../applications/application-notices.service';
import type { OpenedApplication } from '../applications/applications.repository';
import type { OpenedCase } from '../cases/cases.repository';
import { programmesOf } from '../clocks/case-clocks.service';
import { CaseMatter, type CommonNewsItem, SaidOnFiling } from '../handoff/case-matter';

/** 跨省通办: the bureau learns with the case that somewhere else decides. */
@Injectable()
export class ElsewhereSaid extends SaidOnFiling {
  messages({ draft }: OpenedApplication, opened: OpenedCase): Promise<readonly CaseMessage[]> {
    const programmes = goingOutside(programmesOf(opened), draft.values).map(({ code }) => code);
    return Promise.resolve(programmes.length === 0 ? [] : [{ type: 'ELSEWHERE', data: { programmes } }]);
  }
}

/** The case went on to where the household register is. The row that keeps the word is all there is of it. */
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
