import { isSameNumber } from '@jinmen/shared/applications/adults';
import { Injectable } from '@nestjs/common';
import type { CommonEvent } from '../../../bureaus/common-messages/common-messages.port';
import type { CallbackOutcome } from '../../../platform/inbox/callback-handler';
import type { OpenedApplication } from '../applications/applications.repository';
import { CaseMatter, type CommonNewsItem } from '../handoff/case-matter';
import { AdultsRepository } from './adults.repository';
import { type AdultStanding, Adults } from './adults.service';
import { SignatureActs } from './signature-acts.service';

type About = Extract<CommonEvent, { kind: 'signed-at-desk' | 'signer-asked' | 'go-on-without' }>;

/** What the street says of a signature: given before a clerk, asked about where it was on another's phone, or decided that the case goes on without it. */
@Injectable()
export class AdultsMatter extends CaseMatter {
  readonly kinds = ['signed-at-desk', 'signer-asked', 'go-on-without'] as const;

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
    const actor = { kind: 'bureau', id: opened.row.bureau } as const;
    if (event.kind === 'signer-asked') return this.asked(application, standing, event, actor);
    if (standing.signature && standing.rests) return 'not-applicable';
    await this.acts.sign(application, standing, 'desk', actor);
    return 'applied';
  }

  /** Of one that was given on another's phone alone. A no ends it as their own taking back does, in confidence. */
  private async asked(
    application: OpenedApplication,
    { signature, rests }: AdultStanding,
    { on, how, theirs }: Extract<About, { kind: 'signer-asked' }>,
    actor: { readonly kind: 'bureau'; readonly id: string },
  ): Promise<CallbackOutcome> {
    if (!signature || rests) return 'not-applicable';
    if (theirs) await this.acts.asked(application, signature, how, actor);
    else await this.acts.takeBack(application, signature, actor, on);
    return 'applied';
  }

  private async goOn(applicationId: string, { adult, signature, rests }: AdultStanding): Promise<CallbackOutcome> {
    if (signature && rests) return 'not-applicable';
    await this.rows.goOnWithout(applicationId, adult.member);
    return 'applied';
  }
}

function isAboutSigning(event: CommonEvent): event is About {
  return event.kind === 'signed-at-desk' || event.kind === 'signer-asked' || event.kind === 'go-on-without';
}
