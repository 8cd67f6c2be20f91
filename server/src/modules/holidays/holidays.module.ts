import { Module } from '@nestjs/common';
import { Holidays } from './holidays.port';
import { HolidaysService } from './holidays.service';

/** Which days are worked, for everything that counts or opens by them. */
@Module({ providers: [{ provide: Holidays, useClass: HolidaysService }], exports: [Holidays] })
export class HolidaysModule {}
