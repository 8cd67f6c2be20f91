import { Global, Module } from '@nestjs/common';
import { AfterRestore } from './after-restore';
import { IntegrityChecks } from './integrity-checks';
import { IntegrityCommands } from './integrity-commands';
import { PlatformChecks } from './platform-checks';
import { SealedRowsCheck } from './sealed-rows-check';

@Global()
@Module({
  providers: [IntegrityChecks, AfterRestore, IntegrityCommands, PlatformChecks, SealedRowsCheck],
  exports: [IntegrityChecks, AfterRestore],
})
export class IntegrityModule {}
