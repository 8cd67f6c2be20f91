import { DemonstrationVoyages } from './demonstration-voyages.job';
import { VoyageOpening } from './voyage-opening';
import { VoyageReads } from './voyage-reads.service';
import { VoyageWindows } from './voyage-windows';
import { VoyagesController } from './voyages.controller';
import { Voyages } from './voyages.port';
import { VoyagesRepository } from './voyages.repository';
import { VoyagesService } from './voyages.service';
import { VoyagesDesk } from './voyages-desk.port';
import { VoyagesDeskService } from './voyages-desk.service';

/** What the module of the sea is made of for its voyages. */
export const voyageParts = {
  controllers: [VoyagesController],
  providers: [
    DemonstrationVoyages,
    VoyageOpening,
    VoyageReads,
    VoyageWindows,
    VoyagesRepository,
    { provide: Voyages, useClass: VoyagesService },
    { provide: VoyagesDesk, useClass: VoyagesDeskService },
  ],
};
