import { Injectable } from '@nestjs/common';
import { AfterRestore } from '../../platform/integrity/after-restore';
import { StaffSessions } from './staff-sessions';

/** Ends the sessions at `/staff` that a backup brought back. */
@Injectable()
export class StaffAfterRestore {
  constructor(afterRestore: AfterRestore, sessions: StaffSessions) {
    afterRestore.add(async () => `${await sessions.endAll()} sessions at /staff were ended`);
  }
}
