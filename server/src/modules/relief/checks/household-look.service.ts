import { factsIn } from '@jinmen/shared/applications/form';
import { type HouseholdFigure, householdFigures } from '@jinmen/shared/applications/household-figures';
import { vocabulary } from '@jinmen/shared/catalogue';
import { Injectable } from '@nestjs/common';
import { Adults } from '../adults/adults.service';
import type { OpenedApplication } from '../applications/applications.repository';
import { Evaluations } from '../applications/evaluations.service';
import { CasesRepository } from '../cases/cases.repository';
import type { MeansCheck } from './means-check.entity';
import { MeansChecksRepository } from './means-checks.repository';

/** What records have of everybody, as the household's figures, and what today's rules make of them. */
@Injectable()
export class HouseholdLook {
  constructor(
    private readonly checks: MeansChecksRepository,
    private readonly adults: Adults,
    private readonly cases: CasesRepository,
    private readonly evaluations: Evaluations,
  ) {}

  /** Kept with the verdicts. What is only known of some of the household is 不清楚 to the rules. Inside a transaction. */
  async at(application: OpenedApplication, checks: readonly MeansCheck[]): Promise<readonly HouseholdFigure[]> {
    const { row, draft } = application;
    const finished = checks.filter(({ state }) => state === 'finished');
    const people = (await this.adults.of(application)).map(({ signature, ended }) => {
      const latest = finished
        .filter(({ authorisationId }) => [signature?.id, ended?.id].includes(authorisationId))
        .at(-1);
      return latest && this.checks.foundIn(latest);
    });
    const figures = householdFigures(people, vocabulary.facts);
    const verified = Object.fromEntries(figures.map(({ fact, value }) => [fact, value]));
    const items = (await this.cases.casesOf(row.id)).flatMap((opened) => opened.items);
    const programmes = items.map(({ programme }) => programme);
    await this.evaluations.keep(row.id, programmes, { ...factsIn(draft.values), ...verified }, figures);
    return figures;
  }
}
