import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { Clock } from '../../../platform/clock';
import { Config } from '../../../platform/config/config';
import { Transactions } from '../../../platform/database/transactions';
import { maskedName } from '../../../platform/masking';
import { ApplicationsRepository } from '../applications/applications.repository';
import { ReliefCase } from '../cases/relief-case.entity';
import { Routes } from '../cases/routes.service';
import { DECIDES } from '../checks/means-check-requests.service';
import { type UnsignedAdult, UnsignedAdults, type UnsignedList } from '../unsigned.port';
import { AdultReports } from './adult-news.service';
import { Adults } from './adults.service';

/** At their street, taken and not decided. */
const WAITING = ['accepted', 'supplement-requested', 'verifying', 'investigating', 'publicised'] as const;
const DAY_MS = 86_400_000;

@Injectable()
export class UnsignedAdultsService extends UnsignedAdults {
  /** The oldest cases looked through for one look. */
  protected readonly most: number = 200;

  constructor(
    private readonly transactions: Transactions,
    private readonly applications: ApplicationsRepository,
    private readonly adults: Adults,
    private readonly reports: AdultReports,
    private readonly offices: Routes,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    super();
  }

  async list(offices: readonly string[] | 'all'): Promise<UnsignedList> {
    const before = this.clock.instantBefore(this.config.unsignedAfterDays * DAY_MS);
    const cases = await this.transactions.manager.find(ReliefCase, {
      where: {
        bureau: DECIDES,
        state: In([...WAITING]),
        createdAt: LessThan(before),
        ...(offices === 'all' ? {} : { officeCode: In([...offices]) }),
      },
      order: { createdAt: 'ASC' },
      take: this.most + 1,
    });
    const found: UnsignedAdult[] = [];
    for (const each of cases.slice(0, this.most)) found.push(...(await this.of(each)));
    return { items: found, more: cases.length > this.most };
  }

  private async of({ id, applicationId, officeCode, createdAt }: ReliefCase): Promise<readonly UnsignedAdult[]> {
    const application = await this.applications.find(applicationId);
    if (!application || !this.adults.isKnown(application)) return [];
    const all = await this.adults.of(application);
    const applicant = maskedName(all.find(({ you }) => you)?.adult.name ?? '');
    const of = {
      caseId: id,
      receiptNumber: application.row.receiptNumber ?? '',
      holder: this.offices.office(officeCode).name,
      applicant,
      since: createdAt.toISOString(),
    };
    return all.flatMap((standing) => {
      const said = this.reports.stateOf(standing) ?? { state: 'not-signed' as const, inConfidence: false };
      const state = said.state === 'signed' && said.unasked ? ('unasked' as const) : said.state;
      if (state === 'signed' || standing.word?.withoutAt) return [];
      const { inConfidence, reason } = said;
      const seen = this.adults.viewOf(standing);
      const signedToApplicant = seen.state === 'signed' && !seen.unasked;
      const name = maskedName(standing.adult.name);
      return [{ ...of, name, state, inConfidence, signedToApplicant, ...(reason && { reason }) }];
    });
  }
}
