import { Global, Module } from '@nestjs/common';
import { Idempotency } from './idempotency';
import { IdempotencyStore } from './idempotency-store';

@Global()
@Module({ providers: [IdempotencyStore, Idempotency], exports: [Idempotency, IdempotencyStore] })
export class IdempotencyModule {}
