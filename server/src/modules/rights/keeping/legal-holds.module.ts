import { Module } from '@nestjs/common';
import { HeldRows } from './held-rows.port';
import { LegalHolds } from './legal-holds.service';

/** Apart from the rest of the rights, so that whoever throws something away may ask without knowing of exports and deletions. */
@Module({
  providers: [LegalHolds, { provide: HeldRows, useExisting: LegalHolds }],
  exports: [LegalHolds, HeldRows],
})
export class LegalHoldsModule {}
