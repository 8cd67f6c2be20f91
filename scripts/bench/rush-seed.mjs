/** How many bookings the grown database has, and for how many people. */
export const BOOKINGS = 1_000_000;
const PEOPLE = 500_000;
const A_WINDOW = 20;
/** Of them this many are still to come and hold a quota key; the others are over. */
const ACTIVE = 100_000;
const PAST_WINDOWS = (BOOKINGS - ACTIVE) / A_WINDOW;
const WINDOWS = BOOKINGS / A_WINDOW;
const A_STEP = 250_000;

const hash = (what, of) => `MD5(CONCAT('${what}-', ${of}))`;
/** A random-looking id, the same every time. */
const id = (what, of) =>
  `INSERT(INSERT(INSERT(INSERT(${hash(what, of)}, 21, 0, '-'), 17, 0, '-'), 13, 0, '-'), 9, 0, '-')`;
const digest = (what, of) => `CONCAT(UNHEX(${hash(what, of)}), UNHEX(${hash(`${what}2`, of)}))`;
const bytes = (length, of) => `REPEAT(UNHEX(${hash('bytes', of)}), ${Math.ceil(length / 16)})`;
/** Which window, and which of the people, the booking `seq` is of. */
const window = `((seq - 1) DIV ${A_WINDOW} + 1)`;
const person = `(seq MOD ${PEOPLE} + 1)`;
const active = `(seq > ${BOOKINGS - ACTIVE})`;
/** One in twenty of what is over was cancelled, one in thirty missed. */
const state = `IF(${active}, 'confirmed', IF(seq MOD 20 = 0, 'cancelled', IF(seq MOD 30 = 0, 'no-show', 'checked-in')))`;
const kept = `(${state} <> 'cancelled')`;
const NUMBERS = 31 ** 6;
const number = `CONCAT('JM-', LPAD(CONV(seq * 571866049 MOD ${NUMBERS}, 10, 31), 6, '0'))`;
const poolAt = (of) => `JOIN seed_pool pool ON pool.at = ${of} MOD 16 + 1`;
/** Every minute-seven is the seed's own: the plan of a release opens none. */
const startOf = (of) =>
  `IF(${of} <= ${PAST_WINDOWS},
    CURRENT_DATE - INTERVAL (1 + ${of} DIV 160) DAY + INTERVAL (1 + ${of} DIV 16 MOD 10) HOUR + INTERVAL 7 MINUTE,
    CURRENT_DATE + INTERVAL (61 + ${of} DIV 160 MOD 60) DAY + INTERVAL (1 + ${of} DIV 16 MOD 10) HOUR + INTERVAL 7 MINUTE)`;
const start = startOf(window);
const made = `(${start} - INTERVAL 20 DAY)`;

const POOL = `CREATE TABLE seed_pool (at INT PRIMARY KEY AUTO_INCREMENT, id VARCHAR(36), site VARCHAR(60))
  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin SELECT id, site FROM slot_pool
  WHERE service = 'marriage-registration' AND kind = 'registration' AND site LIKE 'registry-%'`;

/**
 * A million bookings as the product would have left them, in every table a hold writes or reads: windows of twenty, nine
 * in ten over, each with its hold, line, party, steps and idempotency key, made for half a million people with an account
 * and a session. What is sealed is as long as the real thing and opened by nobody. The keys are dated ahead, else the
 * sweep would take them; in production only those of three days stand there.
 */
export function seedStatements() {
  return ['DROP TABLE IF EXISTS seed_pool', POOL, ...people(), ...windows(), ...bookings(), 'DROP TABLE seed_pool'];
}

function people() {
  const [account, who] = [id('a', 'seq'), id('p', 'seq')];
  const known = { openid_key_id: 1, openid_digest: digest('o', 'seq'), created_at: 'NOW(3)' };
  const times = { started_at: 'NOW(3) + INTERVAL 1 DAY', ends_at: 'NOW(3) + INTERVAL 30 DAY' };
  const number = { id_number_key_id: 1, id_number_digest: digest('i', 'seq'), created_at: 'NOW(3)' };
  return [
    ...rows('account', PEOPLE, { id: account, openid: bytes(96, 'seq'), ...known }),
    ...rows('session', PEOPLE, { id: id('s', 'seq'), account_id: account, ...times }),
    ...rows('person', PEOPLE, { id: who, name: bytes(72, 'seq'), id_number: bytes(88, 'seq'), ...number }),
    ...rows('account_person', PEOPLE, { account_id: account, person_id: who, verified_at: 'NOW(3)' }),
  ];
}

function windows() {
  const startsAt = startOf('seq');
  const times = { day: `DATE(${startsAt})`, starts_at: startsAt, ends_at: `${startsAt} + INTERVAL 10 MINUTE` };
  const counts = { capacity: A_WINDOW, held_back: 0, taken: 0, staff_taken: 0, closed: 0, version: 1, marks: "'{}'" };
  const opens = { opens_at: `${startsAt} - INTERVAL 30 DAY`, closes_at: startsAt };
  const columns = { id: id('w', 'seq'), pool_id: 'pool.id', ...times, ...counts, ...opens };
  const hold = { id: id('h', 'seq'), holder: id('b', 'seq'), by_staff: 0 };
  return [
    ...rows('slot_window', WINDOWS, columns, poolAt('seq')),
    ...rows('slot_hold', BOOKINGS, hold, `WHERE ${kept}`),
    ...rows('slot_hold_line', BOOKINGS, { hold_id: hold.id, window_id: id('w', window), units: 1 }, `WHERE ${kept}`),
    `UPDATE slot_window w JOIN (SELECT window_id, COUNT(*) units FROM slot_hold_line GROUP BY window_id) l
     ON l.window_id = w.id SET w.taken = l.units, w.version = 1 + l.units WHERE w.taken = 0`,
  ];
}

function bookings() {
  const [booking, who, account] = [id('b', 'seq'), id('p', person), id('a', person)];
  const service = "'marriage-registration'";
  const words = { number, service, kind: "'marriage'", state, version: 2, renewals: 0, details: bytes(64, 'seq') };
  const place = { site: 'pool.site', window_id: id('w', window), hold_id: `IF(${kept}, ${id('h', 'seq')}, NULL)` };
  const times = { starts_at: start, no_show_at: `${start} + INTERVAL 1 HOUR`, created_at: made };
  const over = { ended_at: `IF(${active}, NULL, ${start})` };
  const party = { role: "'holder'", person_id: who, account_id: account, phone: bytes(72, 'seq'), confirmed_at: made };
  const step = (version, act) => ({ booking_id: booking, version, act: `'${act}'`, at: made });
  const asked = {
    subject: `CONCAT('resident:', ${account})`,
    route: "'POST /api/v1/bookings'",
    request_key: id('r', 'seq'),
  };
  const said = { fingerprint: digest('f', 'seq'), fingerprint_key: 1, answer: bytes(880, 'seq') };
  const key = { id: id('k', 'seq'), ...asked, ...said, created_at: 'NOW(3) + INTERVAL 30 DAY' };
  return [
    ...rows('booking', BOOKINGS, { id: booking, ...words, ...place, ...times, ...over }, poolAt(window)),
    ...rows('booking_party', BOOKINGS, { id: id('y', 'seq'), booking_id: booking, ...party }),
    ...rows(
      'booking_quota',
      BOOKINGS,
      { quota_key: who, scope: service, booking_id: booking, role: "'holder'" },
      `WHERE ${active}`,
    ),
    ...rows('booking_step', BOOKINGS, step(1, 'hold')),
    ...rows('booking_step', BOOKINGS, step(2, 'confirm')),
    ...rows('idempotency_key', BOOKINGS, key),
  ];
}

/**
 * So many rows, some at a time, as a transaction of a million would be undone for minutes if somebody stopped it; in the
 * order of their first column, which is where they go.
 */
function rows(table, count, columns, more = '') {
  const statements = [];
  for (let first = 1; first <= count; first += A_STEP) {
    const from = `FROM seq_${first}_to_${Math.min(count, first + A_STEP - 1)} ${more} ORDER BY 1`;
    statements.push(`INSERT INTO ${table} (${Object.keys(columns)}) SELECT ${Object.values(columns)} ${from}`);
  }
  return statements;
}
