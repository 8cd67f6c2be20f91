import { BoardingController } from './boarding.controller';
import { Boarding } from './boarding.port';
import { BoardingService } from './boarding.service';
import { ManifestLooks } from './manifest-looks.service';
import { Memories } from './memories.service';
import { MemoriesOfDrafts } from './memories.watch';
import { ReportsAside } from './reports-aside.service';
import { SeaCertificates } from './sea-certificates.service';
import { SeaPassesRepository } from './sea-passes.repository';
import { SeaPasses } from './sea-passes.service';
import { VesselDesk } from './vessel-desk.port';
import { VesselDeskService } from './vessel-desk.service';
import { YearlyReminder } from './yearly.job';

/** What the sea module is made of for the day itself, and afterwards. */
export const boardingParts = {
  controllers: [BoardingController],
  providers: [
    SeaPassesRepository,
    SeaPasses,
    SeaCertificates,
    ReportsAside,
    Memories,
    MemoriesOfDrafts,
    YearlyReminder,
    BoardingService,
    { provide: Boarding, useExisting: BoardingService },
    ManifestLooks,
    { provide: VesselDesk, useClass: VesselDeskService },
  ],
};
