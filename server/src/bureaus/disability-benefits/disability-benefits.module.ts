import { Module } from '@nestjs/common';
import { DisabilityBenefitsClient } from './disability-benefits.client';
import { DisabilityBenefits } from './disability-benefits.port';

@Module({
  providers: [{ provide: DisabilityBenefits, useClass: DisabilityBenefitsClient }],
  exports: [DisabilityBenefits],
})
export class DisabilityBenefitsModule {}
