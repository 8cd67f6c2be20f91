import { Module } from '@nestjs/common';
import { Placings } from './placings.port';
import { PlacingsService } from './placings.service';

/** The solver, for whoever places people anew; knows no service's name. */
@Module({ providers: [{ provide: Placings, useClass: PlacingsService }], exports: [Placings] })
export class PlacingModule {}
