import { Injectable } from '@nestjs/common';
import { Jobs } from '../../../platform/jobs/jobs';
import { CaseDues } from './case-dues.service';
import { LateSteps } from './late-steps.service';

export const LATE_JOB = 'relief.late-steps';
const EVERY_MS = 60_000;

/** Reckons what an older calendar left, then tells of what is late; in this order, so that nobody is told too early. */
@Injectable()
export class LateStepsJob {
  constructor(jobs: Jobs, dues: CaseDues, late: LateSteps) {
    const work = async () => {
      await dues.reckonAnew();
      while ((await late.tellOffices()) > 0);
      await late.tellDistricts();
    };
    jobs.every(LATE_JOB, EVERY_MS, work, { alone: true });
  }
}
