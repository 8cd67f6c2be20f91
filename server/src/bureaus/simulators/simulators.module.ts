import { Module } from '@nestjs/common';
import { SimulatorsClient } from './simulators.client';
import { Simulators } from './simulators.port';

@Module({ providers: [{ provide: Simulators, useClass: SimulatorsClient }], exports: [Simulators] })
export class SimulatorsModule {}
