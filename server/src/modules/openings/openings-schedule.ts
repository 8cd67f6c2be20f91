import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import { Jobs } from '../../platform/jobs/jobs';
import { OpeningsJob } from './openings.job';

const EVERY_MS = 10 * 60_000;

/** Opens the days ahead again and again, unless that is left to another process (`OPENINGS`). */
@Injectable()
export class OpeningsSchedule {
  constructor(jobs: Jobs, config: Config, openings: OpeningsJob) {
    if (config.opensWindows) jobs.every('openings.windows', EVERY_MS, () => openings.openAhead(), { alone: true });
  }
}
