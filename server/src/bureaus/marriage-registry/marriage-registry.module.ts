import { Module } from '@nestjs/common';
import { MarriageRegistryClient } from './marriage-registry.client';
import { MarriageRegistry } from './marriage-registry.port';

@Module({
  providers: [{ provide: MarriageRegistry, useClass: MarriageRegistryClient }],
  exports: [MarriageRegistry],
})
export class MarriageRegistryModule {}
