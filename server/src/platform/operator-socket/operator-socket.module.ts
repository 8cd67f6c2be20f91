import { Global, Module } from '@nestjs/common';
import { OperatorSocket } from './operator-socket';

@Global()
@Module({ providers: [OperatorSocket], exports: [OperatorSocket] })
export class OperatorSocketModule {}
