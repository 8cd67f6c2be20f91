const RIGHTS = 'server/src/modules/rights';
const FORMER = `${RIGHTS}/export/former-helper.int-spec.ts`;

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
];
