const RELATIVES = 'server/src/modules/rights/relatives';
const DESK = `${RELATIVES}/relatives-desk.int-spec.ts`;
const GIVEN = `${RELATIVES}/relatives-given.int-spec.ts`;

/** What near relatives of somebody who died may have, and who gives it (ADR 0052). */
export const AFTER_A_DEATH = [
  {
    name: 'relatives: whoever took it down answers it',
    file: `${RELATIVES}/request-in-hand.service.ts`,
    find: 'if (row.recordedBy === desk.staffId)',
    put: "if (row.recordedBy === '')",
    spec: DESK,
    tests: ['answers nothing they took down themself'],
  },
  {
    name: 'relatives: another street’s are anybody’s',
    file: `${RELATIVES}/request-in-hand.service.ts`,
    find: "(offices !== 'all' && !offices.includes(found.row.officeCode))",
    put: "(offices !== 'all' && offices.length === 0)",
    spec: DESK,
    tests: ['gives what another street took down to nobody'],
  },
  {
    name: 'relatives: a number under another name is a death',
    file: `${RELATIVES}/death-question.service.ts`,
    find: "answer.kind === 'not-confirmed' && answer.because === 'deceased'",
    put: "answer.kind === 'not-confirmed'",
    spec: DESK,
    tests: ['is answered in the same words for somebody'],
    madeTitles: true,
  },
  {
    name: 'relatives: a colleague is their own relative',
    file: `${RELATIVES}/relatives-apart.service.ts`,
    find: 'if (!this.isAmong(own, idNumber) && !(await',
    put: 'if (!(await',
    spec: DESK,
    tests: ['is no relative and nobody’s family'],
  },
  {
    name: 'relatives: what the dead wished is not looked at',
    file: `${RELATIVES}/request-recording.service.ts`,
    find: '      ...(withheld && { refusal: words.withheld }),\n',
    put: '',
    spec: GIVEN,
    tests: ['holds at the desk'],
    madeTitles: true,
  },
  {
    name: 'relatives: what they applied for in somebody else’s name is given too',
    file: `${RELATIVES}/allowed-fields.ts`,
    find: '`${handedIn} AND (${forThemself} OR ${forThem})`',
    put: '`${handedIn} AND (1 = 1 OR ${forThem})`',
    spec: GIVEN,
    tests: ['says what was applied for and what became of it'],
  },
  {
    name: 'relatives: the copy is the whole copy',
    file: 'server/src/modules/rights/export/copied-rows.service.ts',
    find: 'allowed ? (allowed[table.table]?.columns ?? {}) : wholeOf(table)',
    put: 'wholeOf(table)',
    spec: GIVEN,
    tests: ['is read out of no column of the catalogue but those that are allowed'],
  },
  {
    name: 'relatives: a later account says it for the time after',
    file: `${RELATIVES}/kin-wishes.service.ts`,
    find: 'if ((await this.people.firstOf(personId)) !== accountId)',
    put: "if (accountId === '')",
    spec: GIVEN,
    tests: ['is not said on a second account'],
  },
];
