import { Global, Module } from '@nestjs/common';
import { RowMacs } from './row-macs';
import { SignedRows } from './signed-rows';
import { SigningCommands } from './signing-commands';
import { UnsignedTime } from './unsigned-time';

@Global()
@Module({
  providers: [RowMacs, SignedRows, SigningCommands, UnsignedTime],
  exports: [RowMacs, SignedRows, UnsignedTime],
})
export class SignedRowsModule {}
