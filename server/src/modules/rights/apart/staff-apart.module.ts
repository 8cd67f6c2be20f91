import { Global, Module } from '@nestjs/common';
import { StaffApart } from '../../../platform/audit/staff-apart.port';
import { StaffApartFromKin } from './staff-apart.service';

/** Global because the audit asks it before anything somebody does at a desk. */
@Global()
@Module({
  providers: [StaffApartFromKin, { provide: StaffApart, useExisting: StaffApartFromKin }],
  exports: [StaffApart],
})
export class StaffApartModule {}
