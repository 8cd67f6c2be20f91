import { type DynamicModule, Module } from '@nestjs/common';
import { SimulatorsModule } from '../../bureaus/simulators/simulators.module';
import type { Config } from '../../platform/config/config';
import { DevelopmentController } from './development.controller';

/** What is there only beside the simulators. Without them it has no routes at all. */
@Module({})
export class DevelopmentModule {
  static forRoot({ simulatorsUrl }: Pick<Config, 'simulatorsUrl'>): DynamicModule {
    if (simulatorsUrl === undefined) return { module: DevelopmentModule };
    return { module: DevelopmentModule, imports: [SimulatorsModule], controllers: [DevelopmentController] };
  }
}
