import { Module } from '@nestjs/common';
import { HotDays } from './hot-days.port';
import { HotDaysService } from './hot-days.service';
import { SiteEdits } from './site-edits.port';
import { SiteEditsService } from './site-edits.service';

/** When which service opens windows, and what staff say of its sites and days. */
@Module({
  providers: [
    { provide: SiteEdits, useClass: SiteEditsService },
    { provide: HotDays, useClass: HotDaysService },
  ],
  exports: [SiteEdits, HotDays],
})
export class OpeningsModule {}
