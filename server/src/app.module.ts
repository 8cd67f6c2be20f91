import { type DynamicModule, Module } from '@nestjs/common';
import type { DestinationStream } from 'pino';
import { CatalogueModule } from './modules/catalogue/catalogue.module';
import { EligibilityModule } from './modules/eligibility/eligibility.module';
import { PlacesModule } from './modules/places/places.module';
import { StandardsModule } from './modules/standards/standards.module';
import type { Config } from './platform/config/config';
import { PlatformModule } from './platform/platform.module';
import { schema } from './schema';

@Module({})
export class AppModule {
  static forRoot(config: Config, logDestination?: DestinationStream): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot(config, schema, logDestination),
        StandardsModule,
        PlacesModule,
        CatalogueModule,
        EligibilityModule,
      ],
    };
  }
}
