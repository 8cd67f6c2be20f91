import { factsIn } from '@jinmen/shared/applications/form';
import { type HouseholdFigure, householdFigures } from '@jinmen/shared/applications/household-figures';
import { vocabulary } from '@jinmen/shared/catalogue';
import { Injectable } from '@nestjs/common';
import { type AdultStanding, Adults } from '../adults/adults.service';
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

  /**
   * What is only known of some of the household is 不清楚 to the rules. Kept with the verdicts, where whoever applied reads
   * it, unless their own share taken off it leaves somebody's who never said so in person (ADR 0055): then it is for whoever
   * decides alone. Inside a transaction.
   */
  async at(application: OpenedApplication, checks: readonly MeansCheck[]): Promise<readonly HouseholdFigure[]> {
    const { row, draft } = application;
    const finished = checks.filter(({ state }) => state === 'finished');
    const looked = (await this.adults.of(application)).map((standing) => ({
      standing,
      latest: finished.filter(({ authorisationId }) => isOf(standing, authorisationId)).at(-1),
    }));
    const people = looked.map(({ latest }) => latest && this.checks.foundIn(latest));
    const figures = householdFigures(people, vocabulary.facts);
    if (looked.some(({ standing, latest }) => latest && !mayBeAddedUp(standing, latest.authorisationId)))
      return figures;
    const verified = Object.fromEntries(figures.map(({ fact, value }) => [fact, value]));
    const items = (await this.cases.casesOf(row.id)).flatMap((opened) => opened.items);
    const programmes = items.map(({ programme }) => programme);
    await this.evaluations.keep(row.id, programmes, { ...factsIn(draft.values), ...verified }, figures);
    return figures;
  }
}

function isOf({ signature, ended }: AdultStanding, authorisationId: string): boolean {
  return [signature?.id, ended?.id].includes(authorisationId);
}

/** Their own, or of somebody who gave it on a phone of theirs, at the desk, or before a clerk who came. */
function mayBeAddedUp({ you, signature, ended }: AdultStanding, authorisationId: string): boolean {
  const of = [signature, ended].find((each) => each?.id === authorisationId);
  return you || of?.way !== 'this-phone' || of.signer === null || of.askedWay === 'in-person';
}
