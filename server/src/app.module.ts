import { type DynamicModule, Module } from '@nestjs/common';
import { AfterDeathModule } from './modules/after-death/after-death.module';
import { BookingsModule } from './modules/bookings/bookings.module';
import { CatalogueModule } from './modules/catalogue/catalogue.module';
import { ComplaintsModule } from './modules/complaints/complaints.module';
import { ConsentsModule } from './modules/consents/consents.module';
import { DependantsModule } from './modules/dependants/dependants.module';
import { DevelopmentModule } from './modules/development/development.module';
import { EligibilityModule } from './modules/eligibility/eligibility.module';
import { IdentityModule } from './modules/identity/identity.module';
import { MandatesModule } from './modules/mandates/mandates.module';
import { MarriageModule } from './modules/marriage/marriage.module';
import { NoticesModule } from './modules/notices/notices.module';
import { OpeningsModule } from './modules/openings/openings.module';
import { OperationsModule } from './modules/operations/operations.module';
import { PlacesModule } from './modules/places/places.module';
import { ReliefModule } from './modules/relief/relief.module';
import { ReplacingModule } from './modules/replacing/replacing.module';
import { StaffApartModule } from './modules/rights/apart/staff-apart.module';
import { RightsModule } from './modules/rights/rights.module';
import { SeaModule } from './modules/sea/sea.module';
import { SessionsModule } from './modules/sessions/sessions.module';
import { SlotInventoryModule } from './modules/slot-inventory/slot-inventory.module';
import { StandardsModule } from './modules/standards/standards.module';
import { UrgentModule } from './modules/urgent/urgent.module';
import { WaitingListModule } from './modules/waiting-list/waiting-list.module';
import type { Config } from './platform/config/config';
import type { OpenDatabase } from './platform/database/open-database';
import { PlatformModule } from './platform/platform.module';

@Module({})
export class AppModule {
  static forRoot(config: Config, database: OpenDatabase): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot(config, database),
        StandardsModule,
        PlacesModule,
        CatalogueModule,
        EligibilityModule,
        DevelopmentModule.forRoot(config),
        SessionsModule,
        ConsentsModule,
        IdentityModule,
        DependantsModule,
        MandatesModule,
        NoticesModule,
        ReliefModule,
        UrgentModule,
        ComplaintsModule,
        SlotInventoryModule,
        OpeningsModule,
        BookingsModule,
        MarriageModule,
        SeaModule,
        WaitingListModule,
        AfterDeathModule,
        ReplacingModule,
        RightsModule,
        StaffApartModule,
        OperationsModule,
      ],
    };
  }
}
