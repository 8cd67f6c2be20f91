import { brokenBookingRules } from '../src/modules/bookings/booking-rules';
import { SignedBookings } from '../src/modules/bookings/signed-bookings';
import { Transactions } from '../src/platform/database/transactions';
import type { TestServer } from './server';

/** Every rule of bookings that is broken, with how often; empty when all is well. */
export async function brokenRules({ app }: Pick<TestServer, 'app'>): Promise<readonly string[]> {
  return [...(await brokenBookingRules(app.get(Transactions).manager)), ...(await notSigned({ app }))];
}

/** Only what somebody wrote past the server is without a signature that holds. */
async function notSigned({ app }: Pick<TestServer, 'app'>): Promise<readonly string[]> {
  const [signed, transactions] = [app.get(SignedBookings, { strict: false }), app.get(Transactions)];
  const found: string[] = [];
  for (let after = ''; ; ) {
    const from = after;
    const rows = await transactions.run(() => signed.page(from, false));
    for (const { id, broken, unsigned } of rows) {
      const problem = broken ?? unsigned;
      if (problem !== undefined) found.push(`booking ${id} ${problem}`);
    }
    const last = rows.at(-1);
    if (!last) return found;
    after = last.id;
  }
}
