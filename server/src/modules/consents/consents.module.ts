import { Module } from '@nestjs/common';
import { ConsentsController } from './consents.controller';
import { Consents } from './consents.port';
import { ConsentsService } from './consents.service';

@Module({
  controllers: [ConsentsController],
  providers: [ConsentsService, { provide: Consents, useExisting: ConsentsService }],
  exports: [Consents],
})
export class ConsentsModule {}
