import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import { Jobs } from '../../platform/jobs/jobs';
import { MissingNoticesService } from './missing-notices.service';
import { OpeningsJob } from './openings.job';

const EVERY_MS = 10 * 60_000;

/** Opens the days ahead again and again, unless that is left to another process (`OPENINGS`). */
@Injectable()
export class OpeningsSchedule {
  constructor(jobs: Jobs, config: Config, openings: OpeningsJob, missing: MissingNoticesService) {
    if (!config.opensWindows) return;
    const work = async () => {
      await missing.say();
      await openings.openAhead();
    };
    jobs.every('openings.windows', EVERY_MS, work, { alone: true });
  }
}
