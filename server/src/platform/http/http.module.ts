import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { AccessCheck, AccessGuard } from './access';
import { Admission } from './admission/admission';
import { LoopDelay } from './admission/loop-delay';
import { NoBodyGuard } from './no-body.guard';
import { Ownerships } from './owned';
import { ProblemFilter } from './problem.filter';
import { QuickReads } from './quick-reads';
import { RequestMetrics } from './request-metrics';
import { RouteCheck } from './route-check';
import { StrictPipe } from './validation';

/**
 * What every route gets without asking: the guard, no body where none is read, the strict pipe, errors as problems. No
 * interceptor: where there is one, each request of the server pays for observables that hold one value.
 */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    AccessCheck,
    Admission,
    LoopDelay,
    Ownerships,
    QuickReads,
    RequestMetrics,
    RouteCheck,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: NoBodyGuard },
    { provide: APP_PIPE, useClass: StrictPipe },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [Admission, RequestMetrics, Ownerships, QuickReads],
})
export class HttpModule {}
