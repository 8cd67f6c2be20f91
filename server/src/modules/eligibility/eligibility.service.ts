import { doubtsIn, engine, programmes } from '@jinmen/shared/catalogue';
import type { Assessment } from '@jinmen/shared/eligibility/assessment';
import type { RaisedDoubt } from '@jinmen/shared/eligibility/doubts';
import type { FactValues } from '@jinmen/shared/facts/fact';
import { facts as vocabulary } from '@jinmen/shared/facts/facts';
import { factProblems } from '@jinmen/shared/facts/validate-facts';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { Plan } from '@jinmen/shared/planner/plan';
import { planOf } from '@jinmen/shared/planner/planner';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Problem } from '../../platform/http/problem';
import { Standards } from '../standards/standards.port';

export interface AssessmentWish {
  readonly facts: FactValues;
  readonly asOf?: CivilDate;
  readonly doors?: readonly string[];
}

/** Every programme's verdict, what to apply for together, and what to ask about because two answers hardly agree. */
export interface PlannedAssessment extends Assessment {
  readonly plan: Plan;
  readonly doubts: readonly RaisedDoubt[];
}

/** What a resident talks about who chose no door. */
const USUAL_DOORS = ['general'];

@Injectable()
export class EligibilityService {
  constructor(
    private readonly standards: Standards,
    private readonly clock: Clock,
  ) {}

  /**
   * Every programme's verdict on these facts, on the given day or today, and the plan they make. Stores nothing.
   * @throws Problem `eligibility.bad-facts` naming each fact that is unknown, of the wrong type or out of range.
   */
  async assess({ facts, asOf, doors = USUAL_DOORS }: AssessmentWish): Promise<PlannedAssessment> {
    const problems = factProblems(vocabulary, facts, this.clock.today());
    if (problems.length > 0) {
      const errors = problems.map(({ fact, code, message }) => ({ field: `facts.${fact}`, code, message }));
      throw new Problem(400, 'eligibility.bad-facts', '有几项填得不对，请看下面的提示。', errors);
    }
    const { rows } = await this.standards.table();
    const assessment = engine.assess(facts, { asOf: asOf ?? this.clock.today(), standards: rows, doors });
    const plan = planOf({ programmes, verdicts: assessment.verdicts, facts, doors });
    return { ...assessment, plan, doubts: doubtsIn(facts) };
  }
}
