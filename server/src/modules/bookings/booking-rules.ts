import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../../platform/database/transactions';
import { IntegrityChecks, type Looked } from '../../platform/integrity/integrity-checks';

/** What must be true of the rows whatever happened before (design §11, I1). Each query finds what breaks it. */
const BROKEN = {
  'a window counts other units than are held in it': `SELECT w.id FROM slot_window w
    LEFT JOIN slot_hold_line l ON l.window_id = w.id GROUP BY w.id, w.taken HAVING w.taken <> COALESCE(SUM(l.units), 0)`,
  'a window has more units taken than there are': 'SELECT id FROM slot_window WHERE taken > capacity',
  'a booking with a place holds nothing in its window': `SELECT b.id FROM booking b WHERE b.state IN
    ('held', 'pending-partner', 'confirmed') AND NOT EXISTS (SELECT 1 FROM slot_hold_line l JOIN slot_hold h
    ON h.id = l.hold_id WHERE h.id = b.hold_id AND h.holder = b.id AND l.window_id = b.window_id)`,
  'units are held for a booking that does not know it': `SELECT h.id FROM slot_hold h WHERE h.holder IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM booking b WHERE b.id = h.holder AND b.hold_id = h.id)`,
  'an active booking has no quota key': `SELECT b.id FROM booking b WHERE b.state IN
    ('held', 'pending-partner', 'confirmed', 'displaced')
    AND NOT EXISTS (SELECT 1 FROM booking_quota q WHERE q.booking_id = b.id)`,
  'a booking that is over keeps a quota key': `SELECT b.id FROM booking b JOIN booking_quota q ON q.booking_id = b.id
    WHERE b.state NOT IN ('held', 'pending-partner', 'confirmed', 'displaced')`,
  'a person has two active bookings': `SELECT p.person_id FROM booking_party p JOIN booking b ON b.id = p.booking_id
    WHERE b.state IN ('held', 'pending-partner', 'confirmed', 'displaced') GROUP BY p.person_id HAVING COUNT(*) > 1`,
  'a booking has other steps than versions': `SELECT b.id FROM booking b LEFT JOIN booking_step s ON s.booking_id = b.id
    GROUP BY b.id, b.version HAVING COUNT(s.version) <> b.version`,
} as const;

/** Every rule that is broken, with how often; empty when all is well. */
export async function brokenBookingRules(manager: EntityManager): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const [rule, sql] of Object.entries(BROKEN)) {
    const rows: unknown[] = await manager.query(sql);
    if (rows.length > 0) broken.push(`${rule} (${rows.length})`);
  }
  return broken;
}

@Injectable()
export class BookingRules {
  constructor(
    checks: IntegrityChecks,
    private readonly transactions: Transactions,
  ) {
    checks.add('bookings', () => this.look());
  }

  private async look(): Promise<Looked> {
    const { manager } = this.transactions;
    const [row]: { many: number | string }[] = await manager.query('SELECT COUNT(*) AS many FROM booking');
    const rules = Object.keys(BROKEN).length;
    return { seen: `${rules} rules over ${Number(row?.many ?? 0)} bookings`, wrong: await brokenBookingRules(manager) };
  }
}
