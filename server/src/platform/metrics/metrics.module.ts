import { Global, Module } from '@nestjs/common';
import { Gauges } from './gauges';

@Global()
@Module({ providers: [Gauges], exports: [Gauges] })
export class MetricsModule {}
