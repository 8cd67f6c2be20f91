import { Module } from '@nestjs/common';
import { FuneralAffairsClient } from './funeral-affairs.client';
import { FuneralAffairs } from './funeral-affairs.port';

@Module({
  providers: [{ provide: FuneralAffairs, useClass: FuneralAffairsClient }],
  exports: [FuneralAffairs],
})
export class FuneralAffairsModule {}
