import { Module } from '@nestjs/common';
import { EldercareClient } from './eldercare.client';
import { Eldercare } from './eldercare.port';

@Module({
  providers: [{ provide: Eldercare, useClass: EldercareClient }],
  exports: [Eldercare],
})
export class EldercareModule {}
