import { Module } from '@nestjs/common';
import { DatabaseGauges } from './database-gauges';
import { HealthController } from './health.controller';
import { Readiness } from './readiness';

@Module({ controllers: [HealthController], providers: [Readiness, DatabaseGauges] })
export class HealthModule {}
