import { Module } from '@nestjs/common';
import { RowOwners } from '../row-owners.service';
import { DisclosureWatch } from './disclosure-watch.service';
import { Disclosures } from './disclosures.port';
import { DisclosuresService } from './disclosures.service';

/** Apart from the rest of the rights, so that whoever asks a bureau may say so without knowing of exports and deletions. */
@Module({
  providers: [
    RowOwners,
    DisclosuresService,
    DisclosureWatch,
    { provide: Disclosures, useExisting: DisclosuresService },
  ],
  exports: [Disclosures, DisclosuresService, RowOwners],
})
export class DisclosuresModule {}
