import { Stop } from '../lib/stop.mjs';

/** What must be true of the windows of a round, whatever was answered; each query finds what breaks it. */
const BROKEN = {
  'a window counts other units than are held in it': `SELECT w.id FROM slot_window w
    LEFT JOIN slot_hold_line l ON l.window_id = w.id WHERE w.id IN (?) GROUP BY w.id, w.taken
    HAVING w.taken <> COALESCE(SUM(l.units), 0)`,
  'a window counts other units than there are bookings': `SELECT w.id FROM slot_window w
    LEFT JOIN booking b ON b.window_id = w.id AND b.state = 'held' WHERE w.id IN (?) GROUP BY w.id, w.taken
    HAVING w.taken <> COUNT(b.id)`,
  'a booking has no quota key': `SELECT b.id FROM booking b LEFT JOIN booking_quota q ON q.booking_id = b.id
    WHERE b.window_id IN (?) AND q.booking_id IS NULL`,
  'a booking has no step': `SELECT b.id FROM booking b LEFT JOIN booking_step s ON s.booking_id = b.id
    WHERE b.window_id IN (?) GROUP BY b.id, b.version HAVING COUNT(s.version) <> b.version`,
  'a couple has two bookings': `SELECT p.person_id FROM booking_party p JOIN booking b ON b.id = p.booking_id
    WHERE b.window_id IN (?) GROUP BY p.person_id HAVING COUNT(*) > 1`,
};

/** @throws Stop naming the first thing that is not as it was answered, or not as it must be. */
export async function holdTrue({ sql }, name, { windowIds, seats, held = seats * windowIds.length, promised }) {
  await sql.query(`USE ${name}`);
  const [windows] = await sql.query('SELECT id, taken FROM slot_window WHERE id IN (?)', [windowIds]);
  const counts = windows.map(({ taken }) => taken);
  if (seats !== undefined && counts.some((taken) => taken !== seats))
    throw new Stop(`taken is ${counts.join(', ')}; each must be ${seats}.`);
  const [rows] = await sql.query("SELECT id, window_id FROM booking WHERE state = 'held' AND window_id IN (?)", [
    windowIds,
  ]);
  if (rows.length !== held) throw new Stop(`${rows.length} are held.`);
  const windowOf = new Map(rows.map(({ id, window_id }) => [id, window_id]));
  const lost = promised.filter(({ id, windowId }) => windowOf.get(id) !== windowId);
  if (lost.length > 0) throw new Stop(`${lost.length} were promised and are not there.`);
  if (promised.length !== rows.length) throw new Stop(`${rows.length} are held, and ${promised.length} were told so.`);
  for (const [rule, query] of Object.entries(BROKEN)) {
    const [broken] = await sql.query(query, [windowIds]);
    if (broken.length > 0) throw new Stop(`${rule} (${broken.length})`);
  }
}

/** As if the round had never been: everybody may book again. */
export async function forgetRound({ sql }, name, windowIds) {
  await sql.query(`USE ${name}`);
  const [holds] = await sql.query('SELECT hold_id AS id FROM slot_hold_line WHERE window_id IN (?)', [windowIds]);
  const [bookings] = await sql.query('SELECT id FROM booking WHERE window_id IN (?)', [windowIds]);
  const of = (rows) => [[...rows.map(({ id }) => id), '']];
  for (const table of ['booking_step', 'booking_quota', 'booking_party']) {
    await sql.query(`DELETE FROM ${table} WHERE booking_id IN (?)`, of(bookings));
  }
  await sql.query('DELETE FROM booking WHERE window_id IN (?)', [windowIds]);
  await sql.query('DELETE FROM slot_hold_line WHERE window_id IN (?)', [windowIds]);
  await sql.query('DELETE FROM slot_hold WHERE id IN (?)', of(holds));
  await sql.query('DELETE FROM slot_window WHERE id IN (?)', [windowIds]);
}

/** A run that was voided or killed leaves its windows; those of a minute are nobody else's. */
export async function forgetLeftOvers(house, name) {
  const query = `SELECT id FROM ${name}.slot_window WHERE ends_at = starts_at + INTERVAL 1 MINUTE`;
  const [left] = await house.sql.query(query);
  if (left.length > 0)
    await forgetRound(
      house,
      name,
      left.map(({ id }) => id),
    );
}
