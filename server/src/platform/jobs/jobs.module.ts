import { Global, Module } from '@nestjs/common';
import { JobLeases } from './job-leases';
import { Jobs } from './jobs';

@Global()
@Module({ providers: [JobLeases, Jobs], exports: [Jobs] })
export class JobsModule {}
