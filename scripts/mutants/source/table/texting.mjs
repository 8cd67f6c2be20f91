const MODULES = 'server/src/modules';
const LINKS = {
  file: `${MODULES}/relief/adults/signature-sms.service.ts`,
  spec: `${MODULES}/relief/adults/signing-texts.int-spec.ts`,
};
const ANSWER = {
  file: `${MODULES}/mandates/answering-phones.service.ts`,
  spec: `${MODULES}/mandates/answering-phones.int-spec.ts`,
};
const PAYEE = {
  file: `${MODULES}/relief/money/payee-keeper.service.ts`,
  spec: `${MODULES}/relief/money/payee-of-another.int-spec.ts`,
};

/** A number or an account somebody typed: how often it is texted and when, whose yes comes from it, who is paid. */
export const TEXTING = [
  {
    name: 'texting: links to sign go out as often as anybody likes',
    ...LINKS,
    find: 'if (!(await this.texted.take(accountId, phone))) throw adultProblems.tooManyTexts();',
    put: '',
    tests: ['goes ten times a day for one account'],
  },
  {
    name: 'texting: one account sends as many as it may to one number',
    ...LINKS,
    file: `${MODULES}/texting/texted-numbers.service.ts`,
    find: 'const most = { perAccount, perTarget: perNumber, byOne: perNumber };',
    put: 'const most = { perAccount, perTarget: perNumber, byOne: 1 };',
    tests: ['goes to one number five times a day'],
  },
  {
    name: 'texting: a link to sign leaves at night',
    ...LINKS,
    find: 'if (quietUntil(this.config.quietHours, now) !== undefined) return notAtNight;',
    put: '',
    tests: ['leaves by day alone'],
  },
  {
    name: 'texting: a link leaves that nobody can open any more',
    ...LINKS,
    file: `${MODULES}/relief/adults/invitations.service.ts`,
    find: "if (found?.state !== 'open' || found.application.row.state === 'withdrawn') return undefined;",
    put: 'if (!found) return this.clock.now();',
    tests: ['does not leave any more once'],
  },
  {
    name: 'texting: somebody is asked by message as often as helpers like',
    file: `${MODULES}/mandates/read-back.service.ts`,
    find: "if (!(await this.texted.take(row.helperAccountId, this.mandates.principalOf(row).phone ?? ''))) return false;",
    put: '',
    spec: `${MODULES}/mandates/mandates.int-spec.ts`,
    tests: ['goes to one number five times a day'],
  },
  {
    name: 'texting: the helper answers for the person from their own telephone',
    ...ANSWER,
    find: 'if (phone === undefined || (await this.own.gave(helperAccountId, phone, idNumber))) return false;',
    put: 'if (phone === undefined) return false;',
    tests: ['is asked at no number the helper left in an application'],
  },
  {
    name: 'texting: one number answers for everybody one helps',
    ...ANSWER,
    find: 'return !answered.some(',
    put: 'return answered.length >= 0 || !answered.some(',
    tests: ['is asked once for one person'],
  },
  {
    name: 'texting: a code still says yes from what is the helper’s own number by now',
    ...ANSWER,
    file: `${MODULES}/mandates/agreeing.service.ts`,
    find: 'if (this.mandates.isCode(row, digits(code))) {\n      await this.mustBeTheirPhone(row);',
    put: 'if (this.mandates.isCode(row, digits(code))) {',
    tests: ['is no yes any more once the helper wrote that number down'],
  },
  {
    name: 'texting: the number of whom one helps counts as one’s own',
    ...ANSWER,
    file: `${MODULES}/relief/whom/application-phones.ts`,
    find: 'about.person.idNumber === butAbout',
    put: 'false',
    tests: ['may come from the number that stands in what the helper fills in'],
  },
  {
    name: 'payee: whoever helps is paid as a guardian',
    ...PAYEE,
    find: "const problems = payeeProblemsOf(choice, membersOf(draft.values), subject?.kind ?? 'self');",
    put: "const problems = payeeProblemsOf(choice, membersOf(draft.values), 'ward');",
    tests: ['is never a guardian’s: whoever helps is nobody’s guardian'],
  },
  {
    name: 'payee: a guardian is who anybody says',
    ...PAYEE,
    find: "owner: { kind: 'guardian', name: subject.filer.name }",
    put: "owner: { kind: 'guardian', name: subject.person.name }",
    tests: ['may be the guardian’s, by the name a bureau confirmed'],
  },
  {
    name: 'payee: a guardian written there before is still told to the bureau',
    ...PAYEE,
    file: `${MODULES}/relief/money/payee-messages.ts`,
    find: "if (owner.kind === 'guardian' && subject?.kind !== 'ward') return '';",
    put: '',
    tests: ['stays with the office when a guardian was written there before'],
  },
  {
    name: 'texting: a number left with many matters rings for each',
    file: `${MODULES}/notices/ways.ts`,
    find: 'return contact?.phone !== undefined && this.texted.takeNotice(contact.phone);',
    put: 'return contact?.phone !== undefined;',
    spec: `${MODULES}/notices/deliveries.int-spec.ts`,
    tests: ['gets twenty messages a day'],
  },
];
