import { Injectable } from '@nestjs/common';
import type { CaseMessage } from '../../../bureaus/common-messages/common-messages.port';
import type { OpenedApplication } from '../applications/applications.repository';
import { CasesRepository, type OpenedCase } from '../cases/cases.repository';
import { DECIDES } from '../checks/means-check-requests.service';
import { SaidOnFiling } from '../handoff/case-matter';
import { Dispatch } from '../handoff/dispatch';
import { AdultsRepository } from './adults.repository';
import { type AdultStanding, Adults } from './adults.service';

type Said = Extract<CaseMessage, { type: 'AUTHORISATION' }>['data'];

/** How it stands with somebody's signature, in words for the street that decides. */
@Injectable()
export class AdultReports {
  constructor(
    private readonly adults: Adults,
    private readonly rows: AdultsRepository,
  ) {}

  /** Of everybody there is something to say about. */
  async all(application: OpenedApplication): Promise<readonly CaseMessage[]> {
    if (!this.adults.isKnown(application)) return [];
    return (await this.adults.of(application))
      .map((standing) => this.of(standing))
      .filter((each) => each !== undefined);
  }

  async ofOne(application: OpenedApplication, member: string): Promise<CaseMessage | undefined> {
    const standing = (await this.adults.of(application)).find(({ adult }) => adult.member === member);
    return standing && this.of(standing);
  }

  private of(standing: AdultStanding): CaseMessage | undefined {
    const said = this.stateOf(standing);
    if (!said) return undefined;
    const { name, idNumber } = standing.adult;
    return { type: 'AUTHORISATION', data: { name, idNumber, ...said } };
  }

  /** A no of their own on their own phone stands over what the applicant said of them, as long as it is the last word. */
  stateOf({ signature, rests, ended, link, word, you }: AdultStanding): Omit<Said, 'name' | 'idNumber'> | undefined {
    if (signature)
      return { state: 'signed', way: signature.way, ...(!rests && { unasked: true }), inConfidence: false };
    if (ended) return { state: 'withdrawn', inConfidence: !you };
    if (link?.refusedAt) return { state: 'will-not-sign', inConfidence: true };
    if (!word?.said) return link ? { state: 'not-signed', inConfidence: false } : undefined;
    const reason = this.rows.reasonOf(word);
    const state = word.said === 'at-desk' ? 'at-desk-wished' : word.said;
    return { state, ...(reason && { reason }), inConfidence: false };
  }
}

/** Right behind the case the street reads who has signed. */
@Injectable()
export class AdultsSaidOnFiling extends SaidOnFiling {
  constructor(private readonly reports: AdultReports) {
    super();
  }

  messages(application: OpenedApplication, { row }: OpenedCase): Promise<readonly CaseMessage[]> {
    return row.bureau === DECIDES ? this.reports.all(application) : Promise.resolve([]);
  }
}

/** Tells the street that decides what has changed since. */
@Injectable()
export class AdultNews {
  constructor(
    private readonly reports: AdultReports,
    private readonly cases: CasesRepository,
    private readonly dispatch: Dispatch,
  ) {}

  /** Of one grown-up. Inside a transaction that has locked the application; of a draft nobody is told. */
  async tell(application: OpenedApplication, member: string): Promise<void> {
    const opened = (await this.cases.casesForUpdate(application.row.id)).find(({ row }) => row.bureau === DECIDES);
    const message = opened && (await this.reports.ofOne(application, member));
    if (opened && message) await this.dispatch.tell(opened, message);
  }
}
