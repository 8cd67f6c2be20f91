import { Global, Module } from '@nestjs/common';
import { IdentityBureauModule } from '../../bureaus/identity/identity.module';
import { StaffCheck } from '../../platform/auth/session-check.port';
import { OperationsJobs } from './operations-jobs';
import { PageController } from './page.controller';
import { SignInTries } from './sign-in-tries';
import { StaffSessions } from './staff-sessions';
import { StaffSessionsController } from './staff-sessions.controller';
import { StaffSignIn } from './staff-sign-in.service';

/** Global because the guard of every route asks it who is calling at `/staff`. */
@Global()
@Module({
  imports: [IdentityBureauModule],
  controllers: [PageController, StaffSessionsController],
  providers: [
    SignInTries,
    StaffSessions,
    { provide: StaffCheck, useExisting: StaffSessions },
    StaffSignIn,
    OperationsJobs,
  ],
  exports: [StaffCheck],
})
export class OperationsModule {}
