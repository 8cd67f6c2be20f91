import { Global, Module } from '@nestjs/common';
import { RowMacs } from './row-macs';
import { SignedRows } from './signed-rows';
import { SigningCommands } from './signing-commands';

@Global()
@Module({ providers: [RowMacs, SignedRows, SigningCommands], exports: [RowMacs, SignedRows] })
export class SignedRowsModule {}
