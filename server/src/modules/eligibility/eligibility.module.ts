import { Module } from '@nestjs/common';
import { StandardsModule } from '../standards/standards.module';
import { EligibilityController } from './eligibility.controller';
import { EligibilityService } from './eligibility.service';

@Module({ imports: [StandardsModule], controllers: [EligibilityController], providers: [EligibilityService] })
export class EligibilityModule {}
