import { brokenBookingRules } from '../src/modules/bookings/booking-rules';
import { SignedBookings } from '../src/modules/bookings/signed-bookings';
import { Transactions } from '../src/platform/database/transactions';
import { notSigned } from './not-signed';
import type { TestServer } from './server';

/** Every rule of bookings that is broken, with how often; empty when all is well. */
export async function brokenRules({ app }: Pick<TestServer, 'app'>): Promise<readonly string[]> {
  const broken = await brokenBookingRules(app.get(Transactions).manager);
  return [...broken, ...(await notSigned({ app }, SignedBookings))];
}
