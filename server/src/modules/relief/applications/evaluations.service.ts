import type { EvaluationView } from '@jinmen/shared/applications/views';
import { engine } from '@jinmen/shared/catalogue';
import type { FactValues } from '@jinmen/shared/facts/fact';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Standards } from '../../standards/standards.port';
import { ApplicationsRepository } from './applications.repository';

/** What the rules of today make of an application. Kept with its figures' version; it decides nothing. */
@Injectable()
export class Evaluations {
  constructor(
    private readonly standards: Standards,
    private readonly applications: ApplicationsRepository,
    private readonly clock: Clock,
  ) {}

  /** @param verified the ones among the facts that some record has, and whose; absent while all are declared. */
  async keep(
    applicationId: string,
    programmes: readonly string[],
    facts: FactValues,
    verified?: EvaluationView['facts'],
  ): Promise<void> {
    const options = { asOf: this.clock.today(), standards: (await this.standards.table()).rows };
    await this.applications.addEvaluation(applicationId, {
      basis: verified ? 'verified' : 'declared',
      rulesVersion: engine.rulesVersion(options.standards, options.asOf),
      verdicts: engine.verdicts(facts, options).filter(({ programme }) => programmes.includes(programme)),
      facts: verified ?? [],
    });
  }
}
