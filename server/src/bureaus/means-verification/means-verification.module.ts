import { Module } from '@nestjs/common';
import { MeansVerificationClient } from './means-verification.client';
import { MeansVerification } from './means-verification.port';

@Module({
  providers: [{ provide: MeansVerification, useClass: MeansVerificationClient }],
  exports: [MeansVerification],
})
export class MeansVerificationModule {}
