import { Module } from '@nestjs/common';
import { UrgentLineClient } from './urgent-line.client';
import { UrgentLine } from './urgent-line.port';

@Module({
  providers: [{ provide: UrgentLine, useClass: UrgentLineClient }],
  exports: [UrgentLine],
})
export class UrgentLineModule {}
