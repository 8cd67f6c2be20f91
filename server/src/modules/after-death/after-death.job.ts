import { Injectable } from '@nestjs/common';
import { Jobs } from '../../platform/jobs/jobs';
import { Following } from './following.service';

const MINUTE_MS = 60_000;
export const AFTER_DEATH_JOB = 'after-death.follow';

/** Woken by each verified death; comes back for what could not be done at once. */
@Injectable()
export class AfterDeathJob {
  constructor(jobs: Jobs, following: Following) {
    jobs.every(AFTER_DEATH_JOB, MINUTE_MS, () => following.followAll(), { alone: true });
  }
}
