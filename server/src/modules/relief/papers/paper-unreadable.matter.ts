import { kindOfName, nameOfKind } from '@jinmen/shared/applications/papers';
import { Injectable } from '@nestjs/common';
import type { CallbackOutcome } from '../../../platform/inbox/callback-handler';
import { ApplicationNotices } from '../applications/application-notices.service';
import { CaseEvents } from '../cases/case-events.service';
import { CaseMatter, type CommonNewsItem } from '../handoff/case-matter';

/** An office cannot read a paper that came: the resident is asked for it again within the list there is. */
@Injectable()
export class PaperUnreadableMatter extends CaseMatter {
  readonly kinds = ['paper-unreadable'] as const;

  constructor(
    private readonly events: CaseEvents,
    private readonly notices: ApplicationNotices,
  ) {
    super();
  }

  async take({ application, opened, event, id, at }: CommonNewsItem): Promise<CallbackOutcome> {
    if (event.kind !== 'paper-unreadable') return 'not-applicable';
    const listed = opened.file.papers?.papers.find(({ name }) => kindOfName(name) === event.paper)?.name;
    const paper = listed ?? nameOfKind(event.paper);
    if (paper === undefined) return 'not-applicable';
    const word = { kind: 'paper-unreadable', paper, by: event.by } as const;
    const effect = await this.events.happen(opened, { id: `paper-unreadable:${id}`, source: 'bureau', word, at });
    if (!effect.applied) return 'not-applicable';
    await this.notices.post(application.row, 'paper-requested');
    return 'applied';
  }
}
