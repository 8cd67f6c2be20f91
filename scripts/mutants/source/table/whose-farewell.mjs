const MODULES = 'server/src/modules';
const FAREWELLS = `${MODULES}/sea/farewells`;
const WHOSE = `${FAREWELLS}/whose-farewell.int-spec.ts`;

/** Whose a farewell is, and who is part of it (ADR 0056). */
export const WHOSE_FAREWELL = [
  {
    name: 'family: a link that was taken back still lets in',
    file: `${FAREWELLS}/taking-out.service.ts`,
    find: 'await this.family.endLinks(id);',
    put: '',
    spec: WHOSE,
    tests: ['is taken back by the one who signed up, with every other that is out, and lets nobody in'],
  },
  {
    name: 'family: whoever was taken out stays in',
    file: `${FAREWELLS}/taking-out.service.ts`,
    find: "await this.family.change(kin, 'not-now', { relation: kin.said.relation });",
    put: '',
    spec: WHOSE,
    tests: ['let them in: taken out they read nothing more, stop no voyage, and are told; a person calls'],
  },
  {
    name: 'family: nobody calls one who was not taken in',
    file: `${FAREWELLS}/farewells.repository.ts`,
    find: "state IN ('differs', 'not-now')",
    put: "state IN ('differs')",
    spec: WHOSE,
    tests: ['let them in: taken out they read nothing more, stop no voyage, and are told; a person calls'],
  },
  {
    name: 'hand over: one colleague alone',
    file: `${FAREWELLS}/family-desk.service.ts`,
    find: 'if (await this.isWhoProposed(staffId, row)) throw farewellProblems.handSame();',
    put: '',
    spec: WHOSE,
    tests: ['has it handed over by two colleagues'],
  },
  {
    name: 'hand over: one colleague under two work numbers',
    file: `${FAREWELLS}/family-desk.service.ts`,
    find: 'before.includes(mark)',
    put: 'before.includes(`${mark}!`)',
    spec: WHOSE,
    tests: ['has it handed over by two people, not by one under two work numbers'],
  },
  {
    name: 'hand over: with the place of the one before',
    file: `${FAREWELLS}/handing-over.service.ts`,
    find: 'await this.giveUpPlace(row.bookingId);',
    put: '',
    spec: WHOSE,
    tests: ['has it handed over by two colleagues'],
  },
  {
    name: 'hand over: a telephone call takes a farewell away',
    file: `${FAREWELLS}/desk-sign-ups.service.ts`,
    find: "return death && papers.includes('kinship');",
    put: 'return true;',
    spec: `${MODULES}/sea/handoff/handoff.int-spec.ts`,
    tests: ['asks to be part of it like anybody'],
  },
  {
    name: 'hand over: from whoever’s papers were seen',
    file: `${FAREWELLS}/desk-sign-ups.service.ts`,
    find: '&& !hasSeenPapers(opened.content)',
    put: '',
    spec: `${MODULES}/sea/handoff/handoff.int-spec.ts`,
    tests: ['takes nothing from whoever’s papers a desk has seen'],
  },
];
