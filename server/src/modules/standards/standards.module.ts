import { Module } from '@nestjs/common';
import { ReleaseStandards } from './release-standards';
import { StandardChanges } from './standard-changes.service';
import { StandardCommands } from './standard-commands';
import { StandardRecords } from './standard-records';
import { StandardsController } from './standards.controller';
import { Standards } from './standards.port';
import { StandardsRepository } from './standards.repository';
import { StandardsService } from './standards.service';

@Module({
  controllers: [StandardsController],
  providers: [
    StandardsRepository,
    StandardRecords,
    StandardsService,
    { provide: Standards, useExisting: StandardsService },
    ReleaseStandards,
    StandardChanges,
    StandardCommands,
  ],
  exports: [Standards, StandardChanges],
})
export class StandardsModule {}
