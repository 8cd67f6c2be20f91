import { brokenBookingRules } from '../src/modules/bookings/booking-rules';
import { Transactions } from '../src/platform/database/transactions';
import type { TestServer } from './server';

/** Every rule of bookings that is broken, with how often; empty when all is well. */
export function brokenRules({ app }: Pick<TestServer, 'app'>): Promise<readonly string[]> {
  return brokenBookingRules(app.get(Transactions).manager);
}
