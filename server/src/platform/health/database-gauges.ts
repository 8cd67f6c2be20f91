import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.module';
import { Gauges } from '../metrics/gauges';

/** Whether the database answers, and whether somebody had to wait for a connection to it or held one long. */
@Injectable()
export class DatabaseGauges {
  constructor(database: Database, gauges: Gauges) {
    gauges.add(async () => {
      const { connections } = database;
      if (!connections) return [];
      return [
        '# TYPE database_answers gauge',
        `database_answers ${connections.answers ? 1 : 0}`,
        '# TYPE database_connections gauge',
        `database_connections ${connections.open}`,
        '# TYPE database_connection_waits_total counter',
        `database_connection_waits_total ${connections.waits}`,
        '# TYPE database_connection_long_holds_total counter',
        `database_connection_long_holds_total ${connections.longHolds}`,
      ];
    });
  }
}
