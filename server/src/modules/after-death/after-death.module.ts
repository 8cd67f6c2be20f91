import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { IdentityModule } from '../identity/identity.module';
import { NoticesModule } from '../notices/notices.module';
import { AfterDeathController } from './after-death.controller';
import { AfterDeathJob } from './after-death.job';
import { AfterDeathDesk } from './after-death.port';
import { AfterDeath } from './after-death.service';
import { AfterDeathDeskService } from './after-death-desk.service';
import { AfterDeathOwnership } from './after-death-ownership';
import { DeathsModule } from './deaths.module';
import { Following } from './following.service';
import { StoppedByMistakeReads } from './stopped-by-mistake.service';
import { Stoppers } from './stoppers.service';

/** 身后一事联动: after a verified death, what the one who died had going on here stops, and survivors are invited. */
@Module({
  imports: [DiscoveryModule, IdentityModule, NoticesModule, DeathsModule],
  controllers: [AfterDeathController],
  providers: [
    Following,
    AfterDeathJob,
    AfterDeath,
    AfterDeathDeskService,
    { provide: AfterDeathDesk, useExisting: AfterDeathDeskService },
    AfterDeathOwnership,
    StoppedByMistakeReads,
    Stoppers,
  ],
  exports: [AfterDeathDesk],
})
export class AfterDeathModule {}
