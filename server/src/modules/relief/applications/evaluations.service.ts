import { withCorrections } from '@jinmen/shared/applications/known-figures';
import type { EvaluationView } from '@jinmen/shared/applications/views';
import { engine } from '@jinmen/shared/catalogue';
import type { FactValues } from '@jinmen/shared/facts/fact';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Standards } from '../../standards/standards.port';
import { DisputesRepository } from '../refusals/disputes.repository';
import { ApplicationsRepository } from './applications.repository';

/** What the rules of today make of an application. Kept with its figures' version; it decides nothing. */
@Injectable()
export class Evaluations {
  constructor(
    private readonly standards: Standards,
    private readonly applications: ApplicationsRepository,
    private readonly disputes: DisputesRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @param verified what some record has, and whose, in place of what was told; absent while all is declared. What an
   * office put right stands over it.
   */
  async keep(
    applicationId: string,
    programmes: readonly string[],
    facts: FactValues,
    verified?: EvaluationView['facts'],
  ): Promise<void> {
    const corrections = await this.disputes.corrections(applicationId);
    const found = withCorrections(verified ?? [], corrections);
    const known = { ...facts, ...Object.fromEntries(found.map(({ fact, value }) => [fact, value])) };
    const options = { asOf: this.clock.today(), standards: (await this.standards.table()).rows };
    await this.applications.addEvaluation(applicationId, {
      basis: verified || corrections.length > 0 ? 'verified' : 'declared',
      rulesVersion: engine.rulesVersion(options.standards, options.asOf),
      verdicts: engine.verdicts(known, options).filter(({ programme }) => programmes.includes(programme)),
      facts: found,
    });
  }
}
