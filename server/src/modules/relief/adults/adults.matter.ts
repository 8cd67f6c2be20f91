import { isSameNumber } from '@jinmen/shared/applications/adults';
import { Injectable } from '@nestjs/common';
import type { CommonEvent } from '../../../bureaus/common-messages/common-messages.port';
import type { CallbackOutcome } from '../../../platform/inbox/callback-handler';
import { CaseMatter, type CommonNewsItem } from '../handoff/case-matter';
import { AdultsRepository } from './adults.repository';
import { type AdultStanding, Adults } from './adults.service';
import { SignatureActs } from './signature-acts.service';

type About = Extract<CommonEvent, { kind: 'signed-at-desk' | 'go-on-without' }>;

/** What the street says of a signature: given before a clerk, or decided that the case goes on without it. */
@Injectable()
export class AdultsMatter extends CaseMatter {
  readonly kinds = ['signed-at-desk', 'go-on-without'] as const;

  constructor(
    private readonly adults: Adults,
    private readonly rows: AdultsRepository,
    private readonly acts: SignatureActs,
  ) {
    super();
  }

  /** Of somebody who is not one of the household's grown-ups: nothing, and nothing is looked up. */
  async take({ application, opened, event }: CommonNewsItem): Promise<CallbackOutcome> {
    if (!isAboutSigning(event)) return 'not-applicable';
    const standing = (await this.adults.of(application)).find(({ adult }) =>
      isSameNumber(adult.idNumber, event.idNumber),
    );
    if (!standing || !this.adults.isKnown(application)) return 'not-applicable';
    if (event.kind === 'go-on-without') return this.goOn(application.row.id, standing);
    if (standing.signature) return 'not-applicable';
    await this.acts.sign(application, standing, 'desk', { kind: 'bureau', id: opened.row.bureau });
    return 'applied';
  }

  private async goOn(applicationId: string, { adult, signature }: AdultStanding): Promise<CallbackOutcome> {
    if (signature) return 'not-applicable';
    await this.rows.goOnWithout(applicationId, adult.member);
    return 'applied';
  }
}

function isAboutSigning(event: CommonEvent): event is About {
  return event.kind === 'signed-at-desk' || event.kind === 'go-on-without';
}
