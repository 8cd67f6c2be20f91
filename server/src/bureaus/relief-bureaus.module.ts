import { Module } from '@nestjs/common';
import { ChildWelfareModule } from './child-welfare/child-welfare.module';
import { DisabilityBenefitsModule } from './disability-benefits/disability-benefits.module';
import { EldercareModule } from './eldercare/eldercare.module';
import { SocialAssistanceModule } from './social-assistance/social-assistance.module';

const modules = [SocialAssistanceModule, DisabilityBenefitsModule, ChildWelfareModule, EldercareModule];

/** The clients of every bureau in `RELIEF_BUREAUS`. */
@Module({ imports: modules, exports: modules })
export class ReliefBureausModule {}
