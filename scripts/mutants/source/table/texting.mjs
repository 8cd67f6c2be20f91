const MODULES = 'server/src/modules';
const LINKS = {
  file: `${MODULES}/relief/adults/signature-sms.service.ts`,
  spec: `${MODULES}/relief/adults/signing-texts.int-spec.ts`,
};

/** Text messages to a number somebody typed: how often, when, and for what still stands. */
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
    name: 'texting: a number left with many matters rings for each',
    file: `${MODULES}/notices/ways.ts`,
    find: 'return contact?.phone !== undefined && this.texted.takeNotice(contact.phone);',
    put: 'return contact?.phone !== undefined;',
    spec: `${MODULES}/notices/deliveries.int-spec.ts`,
    tests: ['gets twenty messages a day'],
  },
];
