const PLATFORM = 'server/src/platform';
const ONCE = {
  file: `${PLATFORM}/idempotency/idempotency.ts`,
  spec: `${PLATFORM}/idempotency/idempotency.int-spec.ts`,
};
const STORE = {
  file: `${PLATFORM}/idempotency/idempotency-store.ts`,
  spec: `${PLATFORM}/idempotency/idempotency-store.int-spec.ts`,
};
const IDEMPOTENT = `${PLATFORM}/idempotency/idempotent.int-spec.ts`;
const TRANSACTIONS = {
  file: `${PLATFORM}/database/transactions.ts`,
  spec: `${PLATFORM}/database/transactions.int-spec.ts`,
};
const OUTBOX = { file: `${PLATFORM}/outbox/outbox-store.ts`, spec: `${PLATFORM}/outbox/relay.int-spec.ts` };

/** That a thing is done once, whole, and in its order. */
export const ONCE_ONLY = [
  {
    name: 'idempotency: another body under a used key gets the first answer',
    ...ONCE,
    find: 'if (earlier && !earlier.same) throw problems.otherBody();',
    put: '',
    tests: ['with another body is refused, and the first answer stays'],
  },
  {
    name: 'idempotency: what was done is done again',
    ...ONCE,
    find: 'if (earlier) return { ...earlier.answer, replayed: true };',
    put: '',
    tests: ['gives the first answer when the reply was lost'],
  },
  {
    name: 'idempotency: a refusal is kept like an answer',
    ...ONCE,
    find: 'if (answer.status >= 400) throw new Refused(answer);',
    put: '',
    tests: ['remembers no refusal'],
  },
  {
    name: 'idempotency: whoever waits takes the answer to another body',
    ...ONCE,
    find: 'if (landed?.fingerprint === scope.fingerprint) return',
    put: 'if (landed) return',
    tests: ['whatever is asked in whatever order'],
  },
  {
    name: 'idempotency: it joins a transaction that may still be undone',
    ...ONCE,
    find: "if (this.transactions.isOpen) throw new Error('Idempotency.once opens the transaction; it cannot join one');",
    put: '',
    tests: ['is not opened inside somebody else’s transaction'],
  },
  {
    name: 'idempotency: answers are never forgotten',
    ...ONCE,
    find: 'await this.store.forgetBefore(this.clock.instantBefore(KEPT_MS));',
    put: '',
    tests: ['is kept for 72 hours and then forgotten'],
  },
  {
    name: 'idempotency: the key is everybody’s',
    file: `${PLATFORM}/idempotency/idempotent.ts`,
    find: 'return `resident:${caller.resident.accountId}`;',
    put: "return 'resident';",
    spec: IDEMPOTENT,
    tests: ['of another guest under the same key is their own'],
  },
  {
    name: 'idempotency: any text is a key',
    file: `${PLATFORM}/idempotency/idempotent.ts`,
    find: '|| !KEY.test(key)',
    put: '',
    spec: IDEMPOTENT,
    tests: ['a key that is none of 8 to 255 visible characters is refused'],
  },
  {
    name: 'idempotency: fields in another order are another wish',
    file: `${PLATFORM}/idempotency/canonical-json.ts`,
    find: '.sort(([left], [right]) => (left < right ? -1 : 1))',
    put: '',
    spec: `${PLATFORM}/idempotency/canonical-json.spec.ts`,
    tests: ['writes the same wish the same'],
  },
  {
    name: 'idempotency: an answer found in the database is told without a write',
    ...STORE,
    find: "await this.transactions.manager.increment(IdempotencyKey, { id: In([...ids].sort()) }, 'replays', 1);",
    put: '',
    tests: ['whatever is told again was written to'],
  },
  {
    name: 'idempotency: a claim writes nothing to what it finds',
    ...STORE,
    find: 'replays = replays + 1`',
    put: 'replays = replays`',
    tests: ['whatever is told again was written to'],
  },
  {
    name: 'idempotency: one key may stand twice in a batch',
    ...STORE,
    find: "if (new Set(rows.map(({ name }) => name)).size < rows.length) throw new Error('one key twice in a batch');",
    put: '',
    tests: ['one key twice in a batch'],
  },
  {
    name: 'idempotency: a duplicate waits as long as the database lets it',
    ...STORE,
    find: "await manager.query('SET SESSION innodb_lock_wait_timeout = ?', [Math.max(1, Math.floor(waitMs / 1000))]);",
    put: '',
    spec: ONCE.spec,
    on: 'mysql',
    tests: ['waits no longer at another process'],
  },
  {
    name: 'transactions: a conflict is not tried again',
    ...TRANSACTIONS,
    find: 'if (retries === MAX_RETRIES || !again) {',
    put: 'if (retries >= 0) {',
    tests: ['is repeated as a whole in a new transaction after error'],
  },
  {
    name: 'transactions: what others inserted meanwhile is no reason to try again',
    ...TRANSACTIONS,
    find: 'const again = isRetryable(error) || (isDuplicate(error) && !wasThere);',
    put: 'const again = isRetryable(error);',
    on: 'mysql',
    tests: ['is repeated for a row somebody else inserted since it was looked for, once and no more'],
  },
  {
    name: 'transactions: every error is tried again',
    ...TRANSACTIONS,
    find: ' || !again) {',
    put: ') {',
    tests: ['is not repeated for an error a second try cannot cure'],
  },
  {
    name: 'transactions: a conflict is tried again for ever',
    ...TRANSACTIONS,
    find: 'const MAX_RETRIES = 5;',
    put: 'const MAX_RETRIES = 9;',
    tests: ['gives up after five repetitions'],
  },
  {
    name: 'transactions: what a try that failed wanted told is told with the next',
    ...TRANSACTIONS,
    find: 'const afterwards: Afterwards = { done: [], undone: [] };',
    put: 'const afterwards: Afterwards = (this as unknown as { kept: Afterwards }).kept ??= { done: [], undone: [] };',
    tests: ['is told once, after the outermost commit'],
  },
  {
    name: 'transactions: a deadlock is no conflict',
    file: `${PLATFORM}/database/retryable.ts`,
    find: '[1213, 1205, 1020]',
    put: '[1205, 1020]',
    spec: TRANSACTIONS.spec,
    tests: ['is repeated as a whole in a new transaction after error'],
  },
  {
    name: 'outbox: a message overtakes the one before it',
    ...OUTBOX,
    find: `
         AND NOT EXISTS (
           SELECT 1 FROM outbox_message e
           WHERE e.bureau = m.bureau AND e.order_key = m.order_key AND e.position < m.position
             AND e.state IN ('waiting', 'dead'))`,
    put: '',
    tests: ['arrive in the order they were appended', 'wait behind a poisonous one'],
  },
  {
    name: 'outbox: a poisonous message is passed by',
    ...OUTBOX,
    find: "AND e.state IN ('waiting', 'dead'))",
    put: "AND e.state = 'waiting')",
    tests: ['wait behind a poisonous one'],
  },
  {
    name: 'outbox: two processes take one message',
    ...OUTBOX,
    find: '         AND (leased_until IS NULL OR leased_until <= ${databaseTime(manager.dataSource)}) ${lock}`',
    put: '`',
    spec: `${PLATFORM}/outbox/relay-several.int-spec.ts`,
    on: 'mysql',
    tests: ['share the work, never send one message at once'],
  },
  {
    name: 'outbox: whoever lost a lease still marks the end',
    ...OUTBOX,
    find: "const mine = { id: row.id, lease: row.lease, state: 'waiting' as const };",
    put: "const mine = { id: row.id, state: 'waiting' as const };",
    tests: ['ends nothing of somebody else’s'],
  },
  {
    name: 'outbox: what a message said is kept for ever',
    ...OUTBOX,
    find: 'payload: null, ',
    put: '',
    tests: ['is sealed while it waits and keeps nothing of its payload'],
  },
  {
    name: 'database: a connection is given on inside a transaction nobody could undo',
    file: `${PLATFORM}/database/database-watch.ts`,
    find: 'givenUpInside(create(mode))',
    put: 'create(mode)',
    spec: 'server/src/faults.int-spec.ts',
    on: 'mysql',
    tests: ['in which a transaction could not be undone'],
  },
];
