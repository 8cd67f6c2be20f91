const RIGHTS = 'server/src/modules/rights';
const FORMER = `${RIGHTS}/export/former-helper.int-spec.ts`;
const TOLD = `${RIGHTS}/disclosures/disclosures.int-spec.ts`;

/** What residents read of what is kept, and what somebody among them is not to read any more, or never was. */
export const READ_NO_MORE = [
  {
    name: 'rights: who typed it takes it home for good',
    file: `${RIGHTS}/catalogue/relief-tables.ts`,
    find: "        reads: 'id NOT IN (SELECT application_id FROM relief_application_subject WHERE mandate_id IS NOT NULL)',\n",
    put: '',
    spec: FORMER,
    tests: ['takes home that they helped', 'is not told who looks at it since'],
  },
  {
    name: 'rights: whoever helped once takes home what they help with no longer',
    file: `${RIGHTS}/catalogue/people-tables.ts`,
    find: `"state IN ('waiting', 'acting') AND until >= ?"`,
    put: `"'' <> ?"`,
    spec: FORMER,
    tests: ['takes home that they helped', 'is not told who looks at it since'],
  },
  {
    name: 'rights: a former helper is told what goes out since',
    file: `${RIGHTS}/row-owners.service.ts`,
    find: 'if (!narrowed) return true;',
    put: "if (!narrowed || table !== '') return true;",
    spec: FORMER,
    tests: ['is not told who looks at it since'],
  },
  {
    name: 'rights: what was told to a desk about a helper is told to the helper',
    file: `${RIGHTS}/accesses/accesses.service.ts`,
    find: 'WHY_IS_READ.has(action) ? reason : null',
    put: 'reason',
    spec: TOLD,
    tests: ['is told with no reason where that was written for the records alone'],
    madeTitles: true,
  },
  {
    name: 'rights: one value that does not open takes the whole copy away',
    file: `${RIGHTS}/export/copied-rows.service.ts`,
    find: 'parsed(openedOr(() => this.sealing.open(at, value as Buffer), NOT_OPENED))',
    put: 'parsed(this.sealing.open(at, value as Buffer))',
    spec: TOLD,
    tests: ['is told although a reason, or anything else of theirs, does not open any more'],
  },
  {
    name: 'rights: who signs in to an account that is being deleted is told of an error',
    file: 'server/src/platform/database/transactions.ts',
    find: 'isDuplicate(error) || isOrphaned(error)',
    put: 'isDuplicate(error)',
    spec: `${RIGHTS}/forgetting/deletion.int-spec.ts`,
    on: 'mysql',
    tests: ['is gone all the same, and they begin anew'],
  },
  {
    name: 'rights: a look by the other name is not shown',
    file: `${RIGHTS}/audit-objects.ts`,
    find: "booking: ['booking', 'replacing-subject'],",
    put: "booking: ['booking'],",
    spec: `${RIGHTS}/export/second-account.int-spec.ts`,
    tests: ['is not told there what offices were given'],
  },
  {
    name: 'mandates: one that does not open empties the street’s list',
    file: 'server/src/modules/mandates/mandate-desk.service.ts',
    find: 'await thoseThatOpenInTurn(rows.slice(0, MOST), (row) => this.viewOf(row))',
    put: 'await Promise.all(rows.slice(0, MOST).map((row) => this.viewOf(row)))',
    spec: 'server/src/modules/mandates/mandates.int-spec.ts',
    tests: ['reads its list without what does not open any more'],
  },
];
