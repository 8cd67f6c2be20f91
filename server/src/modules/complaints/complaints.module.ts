import { Module } from '@nestjs/common';
import { HolidaysModule } from '../holidays/holidays.module';
import { NoticesModule } from '../notices/notices.module';
import { ReliefModule } from '../relief/relief.module';
import { ComplaintClock } from './complaint-clock.service';
import { ComplaintDeskService } from './complaint-desk.service';
import { ComplaintLimits } from './complaint-limits.service';
import { ComplaintLooks } from './complaint-looks.service';
import { ComplaintOwnership } from './complaint-ownership';
import { ComplaintsController } from './complaints.controller';
import { ComplaintDesk } from './complaints.port';
import { ComplaintsRepository } from './complaints.repository';
import { Complaints } from './complaints.service';

/** 投诉建议: what residents say of how they are served, and what they are answered. */
@Module({
  imports: [HolidaysModule, NoticesModule, ReliefModule],
  controllers: [ComplaintsController],
  providers: [
    ComplaintsRepository,
    ComplaintClock,
    ComplaintLimits,
    Complaints,
    ComplaintOwnership,
    ComplaintLooks,
    ComplaintDeskService,
    { provide: ComplaintDesk, useExisting: ComplaintDeskService },
  ],
  exports: [ComplaintDesk],
})
export class ComplaintsModule {}
