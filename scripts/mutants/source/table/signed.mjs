const ROWS = 'server/src/platform/signed-rows';
const BOOKINGS = 'server/src/modules/bookings';
const MACS = { file: `${ROWS}/row-macs.ts`, spec: `${ROWS}/row-macs.spec.ts` };
const OF_BOOKINGS = `${BOOKINGS}/signed-bookings.int-spec.ts`;
const SIGNING = { file: `${BOOKINGS}/booking-signing.ts`, spec: OF_BOOKINGS };
const STORY = { file: `${BOOKINGS}/signed-bookings.ts`, spec: OF_BOOKINGS };
const CASES = 'server/src/modules/relief/cases';
const OF_CASES = `${CASES}/signed-cases.int-spec.ts`;
const MANDATES = {
  file: 'server/src/modules/mandates/mandate-signing.ts',
  spec: 'server/src/modules/mandates/signed-mandates.int-spec.ts',
};
const OF_ROWS = { ...MANDATES, file: `${ROWS}/row-signing.ts` };
const LOOK = { file: `${ROWS}/signed-rows.ts`, spec: OF_BOOKINGS };
const LINKS = 'server/src/modules/identity/links';
const OF_LINKS = { spec: `${LINKS}/links.int-spec.ts`, madeTitles: true };
const IN_LINKS = { file: `${LINKS}/links.service.ts`, ...OF_LINKS };

/** What finds a state that somebody changed in the database. */
export const SIGNED = [
  {
    name: 'signed: a signature fits another row',
    ...MACS,
    find: "return this.macs.holds('state', [kind, id, ...content], mac);",
    put: "return this.macs.holds('state', [kind, 'b-1', ...content], mac);",
    tests: ['holds for another row never'],
    madeTitles: true,
  },
  {
    name: 'signed: a story does not know its steps before the last',
    ...MACS,
    find: 'return sm3(story, JSON.stringify(step));',
    put: 'return sm3(JSON.stringify(step));',
    tests: ['a story is another with a step more, less, changed or elsewhere'],
  },
  {
    name: 'signed: a booking’s signature is not looked at',
    ...SIGNING,
    find: ' && this.macs.holds(KIND, row.id, contentOf(row), signed);',
    put: ';',
    tests: ['takes the last step back with all that came of it'],
  },
  {
    name: 'signed: what somebody changed is signed with the next step',
    ...SIGNING,
    find: 'if (before.story !== null && this.holds(before)) return',
    put: 'if (before.story !== null) return',
    tests: ['has what they wrote signed by what happens to it next'],
  },
  {
    name: 'signed: a changed step is not missed',
    ...STORY,
    find: "return this.signing.hasSteps(row, steps) ? undefined : 'has other steps than it was signed with';",
    put: 'return undefined;',
    tests: ['says why'],
    madeTitles: true,
  },
  {
    name: 'signed: a booking is believed whatever its steps led to',
    ...STORY,
    find: 'return led === state ? undefined : `is ${state}, and its steps led to ${led}`;',
    put: 'return undefined;',
    tests: ['a state that its steps did not lead to is found all the same, and never signed'],
  },
  {
    name: 'signed: a missing step is no gap',
    ...STORY,
    find: "if (steps.length !== version || steps.some((step, at) => step.version !== at + 1)) return 'misses steps';",
    put: '',
    tests: ['closes the gap of a step they took'],
  },
  {
    name: 'signed: rows without a signature are let pass for ever',
    ...LOOK,
    find: 'const problem = row.broken ?? (over ? row.unsigned : undefined);',
    put: 'const problem = row.broken;',
    tests: ['what it wrote is let pass, until somebody answers for it; then it is signed as it stands'],
  },
  {
    name: 'signed: nobody is asked to end the time without signatures',
    ...LOOK,
    find: 'if (!over && oldestMs < this.clock.now().getTime() - OPEN_AT_MOST_MS)',
    put: 'if (false)',
    tests: ['nobody may leave it so: after a week it is a finding itself'],
  },
  {
    name: 'signed: what contradicts itself is signed as it stands',
    ...LOOK,
    find: 'if (row.unsigned !== undefined && row.broken === undefined) await table.sign(row);',
    put: 'if (row.unsigned !== undefined) await table.sign(row);',
    tests: ['a state that its steps did not lead to is found all the same, and never signed'],
  },
  {
    name: 'signed: a case’s signature is not looked at',
    file: `${CASES}/case-signing.ts`,
    find: 'return this.macs.holds(KIND, id, contentOf(opened, signedUpTo), signed);',
    put: 'return true;',
    spec: OF_CASES,
    tests: ['grants what nobody granted'],
  },
  {
    name: 'signed: a case that somebody changed is signed with the bureau’s next word',
    file: `${CASES}/case-signing.ts`,
    find: 'if (this.holds(before)) return this.sign(after);',
    put: 'return this.sign(after);',
    spec: OF_CASES,
    tests: ['has what they wrote signed by the next word of the bureau'],
  },
  {
    name: 'signed: what was said of a case may be another word',
    file: `${CASES}/case-signing.ts`,
    find: 'const events = said.slice(0, upTo)',
    put: 'const events = said.slice(0, 0)',
    spec: OF_CASES,
    tests: ['makes a word of the bureau another, or one without effect'],
  },
  {
    name: 'signed: a case that came to another office keeps its signature of before',
    file: `${CASES}/cases.repository.ts`,
    find: 'if (moved) await this.resign(opened, moved);',
    put: '',
    spec: OF_CASES,
    tests: ['are signed as they stand, after whatever the bureau, a street and the resident did'],
  },
  {
    name: 'signed: an application may say what its cases do not',
    file: `${CASES}/application-rules.ts`,
    find: 'WHERE state <> told ORDER BY id`;',
    put: 'WHERE state <> state ORDER BY id`;',
    spec: OF_CASES,
    tests: ['closes an application whose cases go on, or opens one that was never handed in'],
  },
  {
    name: 'signed: a mandate’s signature is not looked at',
    ...OF_ROWS,
    find: ' && this.macs.holds(this.kind, this.idOf(row), this.contentOf(row), row.signed);',
    put: ';',
    tests: ['says yes for somebody'],
    madeTitles: true,
  },
  {
    name: 'signed: a code may be put into a mandate',
    ...MANDATES,
    find: "row.codeDigest?.toString('hex'), ",
    put: '',
    tests: ['puts a code there that they know'],
    madeTitles: true,
  },
  {
    name: 'signed: a mandate somebody changed is signed with what happens next',
    ...OF_ROWS,
    find: 'if (this.holds(before)) return this.sign(after);',
    put: 'return this.sign(after);',
    tests: ['wakes one that was stopped, or has it signed by what happens to it next'],
  },
  {
    name: 'signed: a farewell is signed as whoever writes remembers it',
    file: 'server/src/modules/sea/farewells/farewells.repository.ts',
    find: 'const signed = this.signing.next(before, { ...before, ...change });',
    put: 'const signed = this.signing.next(before, before);',
    spec: 'server/src/modules/sea/farewells/signed-farewells.int-spec.ts',
    tests: [
      'a farewell written twice in one transaction, by somebody who had it as it was before, is signed as it stands',
    ],
  },
  {
    name: 'signed: whose an account is counts whoever wrote it',
    ...IN_LINKS,
    find: 'if (person && (await this.links.counts(link, this.time))) found',
    put: 'if (person) found',
    tests: ['and gives their own to somebody, reads nothing there', 'and copies a link with its signature'],
  },
  {
    name: 'signed: since when an account is somebody’s is not signed',
    file: `${LINKS}/link-signing.ts`,
    ...OF_LINKS,
    find: '({ personId, verifiedAt }) => [personId, verifiedAt]',
    put: '({ personId }) => [personId]',
    tests: ['and makes a later account the earlier, reads there no more than before'],
  },
  {
    name: 'signed: which account reaches a person counts whoever wrote it',
    ...IN_LINKS,
    find: 'if (!person || !(await this.people.counts(person, this.time))) return undefined;',
    put: 'if (!person) return undefined;',
    tests: ['and says that a later account is the one that reaches, has none that does'],
  },
  {
    name: 'signed: who is next reaches where the first account was taken away',
    ...IN_LINKS,
    find: "(await this.time.isOverHere('person'))) return undefined;",
    put: 'false) return undefined;',
    tests: ['and takes the first account away, has nobody reach it', 'and gives the first away'],
  },
  {
    name: 'signed: an account without a signature is whose it says, also after the act',
    file: `${ROWS}/row-signing.ts`,
    ...OF_LINKS,
    find: 'if (row.signed === null ? !(await time.isOverHere(this.kind)) : this.holds(row)) return true;',
    put: 'if (row.signed === null || this.holds(row)) return true;',
    tests: ['and gives it away without a signature, reads nothing there'],
  },
  {
    name: 'signed: an account somebody gave away is signed as it stands',
    file: `${LINKS}/signed-links.ts`,
    ...OF_LINKS,
    find: 'return writtenOnce(this.signing, row);',
    put: 'return super.problemOf(row);',
    tests: ['and gives the first away, has nobody else reach it either, also not by the act that signs'],
  },
  {
    name: 'signed: somebody whose account was given away cannot say who they are again',
    ...IN_LINKS,
    find: 'await this.makeRoom(accountId);',
    put: '',
    tests: ['says once more who they are, and all is theirs again'],
  },
  {
    name: 'signed: whose entry in the index of people was exchanged is taken for the other',
    file: 'server/src/modules/identity/people.service.ts',
    find: "if (person) this.sealing.openFiled(labelIn(personIdNumber, person.id), person.idNumber, 'id-number', idNumber);",
    put: '',
    spec: 'server/src/modules/identity/identity.int-spec.ts',
    tests: ['is nobody’s whose number another’s entry in the index was exchanged for'],
  },
  {
    name: 'signed: whoever exchanged two openids signs in as the other',
    file: 'server/src/modules/sessions/accounts.service.ts',
    find: "if (account) this.sealing.openFiled(labelIn(accountOpenid, account.id), account.openid, 'openid', openid);",
    put: '',
    spec: 'server/src/modules/sessions/sessions.int-spec.ts',
    tests: ['is nobody else’s account whose openid somebody exchanged'],
  },
  {
    name: 'signed: whose session a token goes on with is not signed',
    file: 'server/src/modules/sessions/token-signing.ts',
    find: '[sessionId, session?.accountId ?? null, endsAt]',
    put: '[sessionId, endsAt]',
    spec: 'server/src/modules/sessions/sessions.int-spec.ts',
    tests: ['and makes their session another’s, goes on with neither'],
  },
  {
    name: 'signed: a refresh token counts whoever wrote it',
    file: 'server/src/modules/sessions/refresh-tokens.ts',
    find: "if (!(await this.signing.counts(row, this.time))) return { kind: 'unknown' };",
    put: '',
    spec: 'server/src/modules/sessions/sessions.int-spec.ts',
    tests: ['and makes their token another session’s', 'and puts a token of their own making there'],
  },
  {
    name: 'signed: a session at a desk counts whoever wrote it',
    file: 'server/src/modules/operations/staff-sessions.ts',
    find: 'if (!(await this.signing.counts(session, this.time))) return undefined;',
    put: '',
    spec: 'server/src/modules/operations/staff-sessions.int-spec.ts',
    tests: ['opens no session of a colleague with a token of their own making'],
  },
];
