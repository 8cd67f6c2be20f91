import { Injectable } from '@nestjs/common';
import { Jobs } from '../../platform/jobs/jobs';
import { SignInTries } from './sign-in-tries';
import { StaffSessions } from './staff-sessions';

const HOUR_MS = 3_600_000;

/** Sweeps what says nothing any more. */
@Injectable()
export class OperationsJobs {
  constructor(jobs: Jobs, tries: SignInTries, sessions: StaffSessions) {
    const sweep = async () => {
      await tries.sweep();
      await sessions.sweep();
    };
    jobs.every('staff.sweep', HOUR_MS, sweep, { alone: true });
  }
}
