import { Global, Module } from '@nestjs/common';
import { IdentityBureauModule } from '../../bureaus/identity/identity.module';
import { StaffDuty } from '../../platform/audit/staff-duty.port';
import { StaffCheck } from '../../platform/auth/session-check.port';
import { AfterDeathModule } from '../after-death/after-death.module';
import { BookingsModule } from '../bookings/bookings.module';
import { ComplaintsModule } from '../complaints/complaints.module';
import { DependantsModule } from '../dependants/dependants.module';
import { HolidaysModule } from '../holidays/holidays.module';
import { IdentityModule } from '../identity/identity.module';
import { MandatesModule } from '../mandates/mandates.module';
import { NoticesModule } from '../notices/notices.module';
import { OpeningsModule } from '../openings/openings.module';
import { ReliefModule } from '../relief/relief.module';
import { ReplacingModule } from '../replacing/replacing.module';
import { RightsModule } from '../rights/rights.module';
import { SeaModule } from '../sea/sea.module';
import { StandardsModule } from '../standards/standards.module';
import { UrgentModule } from '../urgent/urgent.module';
import { WaitingListModule } from '../waiting-list/waiting-list.module';
import { AfterDeathDeskController } from './after-death.controller';
import { AuditStateController } from './audit-state.controller';
import { AuditState } from './audit-state.service';
import { CallListController } from './call-list.controller';
import { ComplaintsDeskController } from './complaints-desk.controller';
import { DeceasedRequestsController } from './deceased-requests.controller';
import { DisplacedDeskController } from './displaced-desk.controller';
import { FarewellRelativesController } from './farewell-relatives.controller';
import { GuardianshipsController } from './guardianships.controller';
import { StaffMandatesController } from './mandates.controller';
import { MessagesController } from './messages.controller';
import { Messages } from './messages.service';
import { OperationsJobs } from './operations-jobs';
import { PageController } from './page.controller';
import { ReliefClocksController } from './relief-clocks.controller';
import { ReliefDeskController } from './relief-desk.controller';
import { ReliefDesk } from './relief-desk.service';
import { ReplacingDeskController } from './replacing-desk.controller';
import { RoutingController } from './routing.controller';
import { RoutingOperations } from './routing-operations.service';
import { SignInTries } from './sign-in-tries';
import { SignedStaffSessions, StaffSigning } from './signed-staff-sessions';
import { StaffAfterRestore } from './staff-after-restore';
import { StaffSessions } from './staff-sessions';
import { StaffSessionsController } from './staff-sessions.controller';
import { StaffSignIn } from './staff-sign-in.service';
import { StaffStandardsController } from './standards.controller';
import { StandardRows } from './standards.service';
import { UrgentDeskController } from './urgent-desk.controller';
import { VesselDeskController } from './vessel-desk.controller';
import { VoyageOperations } from './voyage-operations.service';
import { VoyagesDeskController } from './voyages-desk.controller';
import { WaitingDeskController } from './waiting-desk.controller';
import { WindowsController } from './windows.controller';
import { WindowOperations } from './windows.service';

/** Global because the guard of every route asks it who is calling at `/staff`. */
@Global()
@Module({
  imports: [
    AfterDeathModule,
    BookingsModule,
    ComplaintsModule,
    IdentityBureauModule,
    DependantsModule,
    HolidaysModule,
    IdentityModule,
    MandatesModule,
    NoticesModule,
    OpeningsModule,
    ReliefModule,
    RightsModule,
    SeaModule,
    ReplacingModule,
    StandardsModule,
    UrgentModule,
    WaitingListModule,
  ],
  controllers: [
    ComplaintsDeskController,
    PageController,
    StaffSessionsController,
    MessagesController,
    CallListController,
    GuardianshipsController,
    StaffMandatesController,
    StaffStandardsController,
    AuditStateController,
    ReliefDeskController,
    RoutingController,
    ReliefClocksController,
    UrgentDeskController,
    DisplacedDeskController,
    VesselDeskController,
    VoyagesDeskController,
    ReplacingDeskController,
    WaitingDeskController,
    WindowsController,
    AfterDeathDeskController,
    DeceasedRequestsController,
    FarewellRelativesController,
  ],
  providers: [
    SignInTries,
    StaffSigning,
    SignedStaffSessions,
    StaffSessions,
    { provide: StaffCheck, useExisting: StaffSessions },
    { provide: StaffDuty, useExisting: StaffSessions },
    StaffSignIn,
    OperationsJobs,
    StaffAfterRestore,
    Messages,
    StandardRows,
    AuditState,
    ReliefDesk,
    RoutingOperations,
    VoyageOperations,
    WindowOperations,
  ],
  exports: [StaffCheck, StaffDuty],
})
export class OperationsModule {}
