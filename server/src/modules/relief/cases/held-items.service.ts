import { releaseOf } from '@jinmen/shared/applications/filing';
import { Injectable, Logger } from '@nestjs/common';
import type { OpenedApplication } from '../applications/applications.repository';
import { Dispatch } from '../handoff/dispatch';
import { NoticeMessages } from '../public-notice/notice-messages.service';
import { CaseEvents } from './case-events.service';
import { CasesRepository, type OpenedCase } from './cases.repository';

/** Lets go what waited for a result: to its bureau, or not at all. */
@Injectable()
export class HeldItems {
  private readonly logger = new Logger('HeldItems');

  constructor(
    private readonly cases: CasesRepository,
    private readonly events: CaseEvents,
    private readonly dispatch: Dispatch,
    private readonly notices: NoticeMessages,
  ) {}

  /**
   * After something was decided or taken back. One that is not handed in may itself let another go, so it looks again
   * until nothing moves. Inside the transaction of that result, with the application locked. What nobody can be named for
   * stays held, with an alarm: the result is recorded all the same.
   */
  async release(application: OpenedApplication): Promise<void> {
    for (;;) {
      const cases = await this.cases.casesForUpdate(application.row.id);
      const items = cases.flatMap(({ file }) => file.items);
      const next = heldIn(cases).find(({ held }) => releaseOf(held, items) !== 'wait');
      if (!next) return;
      const { opened, programme, held } = next;
      if (releaseOf(held, items) !== 'file') await this.drop(opened, programme);
      else if (await this.dispatch.knowsWhoFiles(application)) await this.file(application, opened, programme);
      else return this.logger.error({ alarm: 'nobody to file for', application: application.row.id });
    }
  }

  private async file(application: OpenedApplication, opened: OpenedCase, programme: string): Promise<void> {
    const first = opened.file.state === 'held-back';
    const word = first
      ? ({ kind: 'sent', programmes: [programme] } as const)
      : ({ kind: 'item-sent', programme } as const);
    const effect = await this.events.happen(opened, { id: `${word.kind}:${programme}`, source: 'system', word });
    const now = effect.applied ? { ...opened, file: effect.case } : opened;
    if (first) return this.dispatch.fileCase(application, now, [programme]);
    await this.dispatch.addItem(application, now, programme);
    const posted = await this.notices.message(application, now, programme, 'before-decision');
    if (posted) await this.dispatch.tell(now, posted);
  }

  private async drop(opened: OpenedCase, programme: string): Promise<void> {
    const word = { kind: 'item-not-filed', programme } as const;
    await this.events.happen(opened, { id: `${word.kind}:${programme}`, source: 'system', word });
  }
}

function heldIn(cases: readonly OpenedCase[]) {
  return cases.flatMap((opened) =>
    opened.items
      .filter(({ programme }) =>
        opened.file.items.some((item) => item.programme === programme && item.state === 'held-back'),
      )
      .map(({ programme, held }) => ({ opened, programme, held })),
  );
}
