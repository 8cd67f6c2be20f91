import { Global, Module } from '@nestjs/common';
import { Transactions } from '../database/transactions';
import { Gauges } from './gauges';
import { Outcomes } from './outcomes';

@Global()
@Module({
  providers: [
    Gauges,
    {
      provide: Outcomes,
      inject: [Transactions, Gauges],
      useFactory: (transactions: Transactions, gauges: Gauges) => new Outcomes(transactions, gauges),
    },
  ],
  exports: [Gauges, Outcomes],
})
export class MetricsModule {}
