import { Module } from '@nestjs/common';
import { DisabilityBenefitsModule } from './disability-benefits/disability-benefits.module';
import { SocialAssistanceModule } from './social-assistance/social-assistance.module';

const modules = [SocialAssistanceModule, DisabilityBenefitsModule];

/** The clients of every bureau in `RELIEF_BUREAUS`. */
@Module({ imports: modules, exports: modules })
export class ReliefBureausModule {}
