import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { AccessCheck, AccessGuard } from './access';
import { EtagInterceptor } from './etag';
import { Ownerships } from './owned';
import { ProblemFilter } from './problem.filter';
import { RequestMetrics } from './request-metrics';
import { strictValidation } from './validation';

/** What every route gets without asking: the guard, the strict pipe, tagged answers, errors as problems. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    AccessCheck,
    Ownerships,
    RequestMetrics,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_PIPE, useFactory: strictValidation },
    { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [RequestMetrics, Ownerships],
})
export class HttpModule {}
