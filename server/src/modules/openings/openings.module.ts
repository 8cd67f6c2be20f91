import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { HolidaysModule } from '../holidays/holidays.module';
import { SlotInventoryModule } from '../slot-inventory/slot-inventory.module';
import { HotDays } from './hot-days.port';
import { HotDaysService } from './hot-days.service';
import { MissingNoticesService } from './missing-notices.service';
import { OpeningsJob } from './openings.job';
import { MissingNotices, Openings } from './openings.port';
import { OpeningsService } from './openings.service';
import { OpeningsSchedule } from './openings-schedule';
import { SiteEdits } from './site-edits.port';
import { SiteEditsService } from './site-edits.service';

/** When which service opens windows, and what staff say of its sites and days. */
@Module({
  imports: [DiscoveryModule, HolidaysModule, SlotInventoryModule],
  providers: [
    { provide: SiteEdits, useClass: SiteEditsService },
    { provide: HotDays, useClass: HotDaysService },
    OpeningsService,
    { provide: Openings, useExisting: OpeningsService },
    MissingNoticesService,
    { provide: MissingNotices, useExisting: MissingNoticesService },
    OpeningsJob,
    OpeningsSchedule,
  ],
  exports: [Openings, SiteEdits, HotDays, MissingNotices],
})
export class OpeningsModule {}
