import { noticeSubject } from '@jinmen/shared/applications/notice-subject';
import {
  NOTICE_STAGES,
  type NoticeStage,
  type NoticeSubject,
  type NoticeView,
  noticeLines,
  noticeOf,
  type PublicNoticeView,
} from '@jinmen/shared/applications/public-notice';
import { noticeWords } from '@jinmen/shared/applications/words';
import { programmes as catalogue } from '@jinmen/shared/catalogue';
import type { Programme } from '@jinmen/shared/eligibility/programme';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Config } from '../../../platform/config/config';
import { ApplicationsRepository, type OpenedApplication } from '../applications/applications.repository';
import { Subjects } from '../applications/subjects.service';
import { CasesRepository, type OpenedCase } from '../cases/cases.repository';

/** What hangs, as the bureau said: of the case, before the decision. */
interface Hanging {
  readonly from: CivilDate;
  readonly until: CivilDate;
}

/**
 * What neighbours read: one function makes it for the resident before handing in, for the case page while it hangs, and
 * for the office that posts it.
 */
@Injectable()
export class PublicNotices {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly cases: CasesRepository,
    private readonly subjects: Subjects,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Of a draft what would be posted; whoever has not confirmed a name yet sees it without one. */
  async find(id: string): Promise<PublicNoticeView> {
    const application = await this.applications.get(id);
    const cases = await this.cases.casesOf(id);
    const subject = await this.subjectOf(application);
    const chosen = catalogue.filter(({ code }) => application.row.programmes.includes(code));
    const hanging = await this.hangingOf(cases);
    const notices = chosen.flatMap((programme) =>
      NOTICE_STAGES.flatMap((stage) => {
        const opened = cases.find(({ items }) => items.some((item) => item.programme === programme.code));
        return this.view(stage, programme, subject, opened, opened && hanging.get(opened.row.id));
      }),
    );
    const notPosted = chosen
      .filter(({ publicNotice }) => publicNotice?.kind !== 'posted')
      .map(({ code, publicNotice }) => ({
        programme: code,
        why: publicNotice?.kind === 'never' ? noticeWords.never : noticeWords.nothingSaid,
      }));
    return { notices, notPosted, note: noticeWords.note };
  }

  /** The lines an office posts of a programme at a stage; none of what is not posted. */
  async lines(application: OpenedApplication, opened: OpenedCase, code: string, stage: NoticeStage) {
    const programme = catalogue.find((each) => each.code === code);
    if (!programme) return undefined;
    const notice = noticeOf(stage, await this.subjectOf(application), programme, this.by(opened, code));
    const days = daysOf(programme, stage);
    return notice && { stage, programme: code, lines: noticeLines(notice), ...(days !== undefined && { days }) };
  }

  private view(
    stage: NoticeStage,
    programme: Programme,
    subject: NoticeSubject,
    opened: OpenedCase | undefined,
    hanging: Hanging | undefined,
  ): readonly NoticeView[] {
    const notice = noticeOf(stage, subject, programme, this.by(opened, programme.code));
    const state = this.stateOf(stage, programme.code, opened, hanging);
    if (!notice || !state || programme.publicNotice?.kind !== 'posted') return [];
    const { hangs, afterApproval, source: said } = programme.publicNotice;
    const source = stage === 'after-approval' ? afterApproval?.source : (hangs?.source ?? said);
    return [
      {
        programme: programme.code,
        stage,
        state,
        lines: noticeLines(notice),
        where: noticeWords.where,
        howLong: howLong(programme, stage),
        ...(stage === 'before-decision' && hanging),
        ...(source && { source }),
      },
    ];
  }

  private stateOf(
    stage: NoticeStage,
    programme: string,
    opened: OpenedCase | undefined,
    hanging: Hanging | undefined,
  ): NoticeView['state'] | undefined {
    const item = opened?.file.items.find((each) => each.programme === programme);
    if (!opened || !item) return 'preview';
    if (item.state === 'withdrawn' || item.state === 'not-filed') return hanging ? 'over' : undefined;
    if (stage === 'after-approval') {
      if (item.state === 'refused') return undefined;
      return item.state === 'approved' ? 'hanging' : 'to-come';
    }
    if (hanging) return this.clock.today() <= hanging.until && item.state === 'in-hand' ? 'hanging' : 'over';
    return item.state === 'in-hand' || item.state === 'held-back' ? 'to-come' : undefined;
  }

  private by(opened: OpenedCase | undefined, programme: string) {
    const amount = opened?.items.find((item) => item.programme === programme)?.decision?.amount;
    return { masking: this.config.noticeNames, ...(amount && { amount }) };
  }

  private async subjectOf({ row, draft }: OpenedApplication): Promise<NoticeSubject> {
    const today = this.clock.today();
    const known = await this.subjects.of(row);
    const person = known?.person ?? { name: '', birth: '1900-01-01' as const };
    return noticeSubject({ ...person, withGuardian: known?.livesWithFiler ?? false }, draft.values, today);
  }

  private async hangingOf(cases: readonly OpenedCase[]): Promise<ReadonlyMap<string, Hanging>> {
    const events = await this.cases.events(cases.map(({ row }) => row.id));
    const hung = events.filter(({ kind, whyNot }) => kind === 'publicised' && whyNot === undefined);
    return new Map(hung.map(({ caseId, detail: { from, until } }) => [caseId, { from, until } as Hanging]));
  }
}

function daysOf({ publicNotice }: Programme, stage: NoticeStage): number | undefined {
  if (stage === 'after-approval' || publicNotice?.kind !== 'posted') return undefined;
  const [leg] = publicNotice.hangs?.legs ?? [];
  return leg && 'days' in leg ? leg.days : undefined;
}

function howLong(programme: Programme, stage: NoticeStage): string {
  const { howLong: words } = noticeWords;
  if (stage === 'after-approval') return words.afterApproval;
  const days = daysOf(programme, stage);
  if (days !== undefined) return words.days(days);
  const { publicNotice } = programme;
  return publicNotice?.kind === 'posted' && publicNotice.mayBeSkipped ? words.urgent : words.unknown;
}
