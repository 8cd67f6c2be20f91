const MODULES = 'server/src/modules';
const BOOKINGS = `${MODULES}/bookings`;
const RELIEF = `${MODULES}/relief`;
const EXPORT = {
  file: `${MODULES}/rights/export/export-limit.service.ts`,
  spec: `${MODULES}/rights/export/export.int-spec.ts`,
};
const PARTNER = `${BOOKINGS}/partner/partner.int-spec.ts`;
const VOYAGES = {
  file: `${MODULES}/sea/voyages/voyages-desk.service.ts`,
  spec: `${MODULES}/sea/voyages/voyages.int-spec.ts`,
};
const MONEY = { file: `${RELIEF}/money/changes.service.ts`, spec: `${RELIEF}/money/money.int-spec.ts` };
const REFUSALS = `${RELIEF}/refusals/refusals.int-spec.ts`;
const SUBMISSION = `${RELIEF}/submission/submission.int-spec.ts`;
const MANDATES = { file: `${MODULES}/mandates/agreeing.service.ts`, spec: `${MODULES}/mandates/mandates.int-spec.ts` };
const DEPENDANTS = {
  file: `${MODULES}/dependants/guardianships.service.ts`,
  spec: `${MODULES}/dependants/dependants.int-spec.ts`,
};
const PAPERS = { file: `${RELIEF}/papers/papers.service.ts`, spec: `${RELIEF}/papers/papers.int-spec.ts` };

/** What is not done because it is over, too often, or not theirs to say. */
export const TURNED_DOWN = [
  {
    name: 'export: as many copies a day as somebody likes',
    ...EXPORT,
    find: 'if ((await this.transactions.manager.countBy(AuditRow, where)) >= MOST_A_DAY) throw tooMany();',
    put: 'void where;',
    tests: ['is made ten times a day and no more when two are asked for in the same moment'],
  },
  {
    name: 'export: more copies in one moment',
    ...EXPORT,
    find: 'await this.accounts.inTurn(accountId);',
    put: '',
    on: 'mysql',
    tests: ['is made ten times a day and no more when two are asked for in the same moment'],
  },
  {
    name: 'messages: one that waited goes to somebody who died since',
    file: `${MODULES}/notices/leaving.ts`,
    find: 'return notice && (await this.deaths.isDeadAccount(notice.accountId)) ? null : notice;',
    put: 'return notice;',
    spec: `${MODULES}/notices/deliveries.int-spec.ts`,
    tests: ['to somebody who died while it was on its way does not leave'],
  },
  {
    name: 'partner: a link says yes after it was used or replaced',
    file: `${BOOKINGS}/partner/links.service.ts`,
    find: "if (state !== 'open') throw partnerProblems[state]();",
    put: 'void state;',
    spec: PARTNER,
    tests: ['is none when it was replaced, ran out, or nobody made it'],
  },
  {
    name: 'partner: as many links as somebody likes',
    file: `${BOOKINGS}/partner/asking-others.service.ts`,
    find: 'throw partnerProblems.tooManyLinks();',
    put: '',
    spec: PARTNER,
    tests: ['is one of ten a day, and of so many that one network may look at'],
  },
  {
    name: 'partner: links are guessed at from one network',
    file: `${BOOKINGS}/partner/invitation-limit.guard.ts`,
    find: 'if (seconds === undefined) return true;',
    put: 'if (seconds === undefined || seconds) return true;',
    spec: PARTNER,
    tests: ['is one of ten a day, and of so many that one network may look at'],
  },
  {
    name: 'signature: links are guessed at from one network',
    file: `${RELIEF}/adults/invitation-limit.guard.ts`,
    find: 'if (seconds === undefined) return true;',
    put: 'if (seconds === undefined || seconds) return true;',
    spec: `${RELIEF}/adults/adults.int-spec.ts`,
    tests: ['is one of so many that one network may look at'],
  },
  {
    name: 'family: links and asks are tried as often as somebody likes',
    file: `${MODULES}/sea/farewells/family-limit.guard.ts`,
    find: 'if (seconds === undefined) return true;',
    put: 'if (seconds === undefined || seconds) return true;',
    spec: `${MODULES}/sea/farewells/farewells.int-spec.ts`,
    tests: ['may look at so many links from one phone or network'],
  },
  {
    name: 'urgent: one network asks as often as it likes',
    file: `${MODULES}/urgent/urgent-limit.guard.ts`,
    find: 'if (seconds === undefined) return true;',
    put: 'if (seconds === undefined || seconds) return true;',
    spec: `${MODULES}/urgent/urgent.int-spec.ts`,
    tests: ['so many from one network in ten minutes are answered'],
  },
  {
    name: 'voyage: one that sailed is suspended',
    ...VOYAGES,
    find: "if (row.state === 'sailed') throw voyageProblems.notNow();",
    put: '',
    tests: ['says in a word whether there is room and never how much, and why it does not sail'],
  },
  {
    name: 'voyage: where to meet is changed under families who know it',
    ...VOYAGES,
    find: 'if ((await this.windows.touched(row)).families > 0) throw voyageProblems.hasFamilies();',
    put: '',
    tests: ['changes where to meet only while nobody was told, and never takes a place away by a number'],
  },
  {
    name: 'windows: half of what belongs together is closed',
    file: `${BOOKINGS}/services/window-intents.service.ts`,
    find: "if (policy.replaced === 'together') {",
    put: 'if (false) {',
    spec: VOYAGES.spec,
    tests: ['is led to 航次 from where windows are closed one by one'],
  },
  {
    name: 'change: as many a day as somebody likes',
    ...MONEY,
    find: 'if ((await this.changes.countSince(id, since)) >= MOST_A_DAY) throw moneyProblems.tooManyChanges();',
    put: 'void since;',
    tests: ['is told ten times a day at most'],
  },
  {
    name: 'change: of what was taken back',
    ...MONEY,
    find: "if (row.state === 'withdrawn' || cases.length === 0) throw moneyProblems.over();",
    put: '',
    tests: ['of a draft, or of what was taken back'],
  },
  {
    name: 'dispute: of a figure nobody found',
    file: `${RELIEF}/refusals/disputes.service.ts`,
    find: 'if (!found || !isFact(found.fact)) throw reliefProblems.notFoundOut();',
    put: 'if (!found || !isFact(found.fact)) return this.views.find(id, accountId);',
    spec: REFUSALS,
    tests: ['must be one that was found, with a value it can take, of something that was not taken back'],
  },
  {
    name: 'appeal: of a day before the decision',
    file: `${RELIEF}/refusals/appeals.service.ts`,
    find: ' || appeal.on < decision.on)',
    put: ')',
    spec: REFUSALS,
    tests: ['keeps the day the resident says to have handed it in'],
  },
  {
    name: 'withdrawal: what has its answer is taken back',
    file: `${RELIEF}/submission/withdrawal.service.ts`,
    find: 'if (open.length === 0 || programmes?.some((code) => !open.includes(code))) throw reliefProblems.nothingToWithdraw();',
    put: '',
    spec: SUBMISSION,
    tests: ['tells each bureau, and what it says later has no effect'],
  },
  {
    name: 'submission: what is incomplete is handed in',
    file: `${RELIEF}/submission/submission.service.ts`,
    find: 'if (problems.length > 0) throw reliefProblems.incomplete(problems);',
    put: '',
    spec: SUBMISSION,
    tests: ['says everything that is missing at once'],
  },
  {
    name: 'mandate: the helper says yes for the person',
    ...MANDATES,
    find: 'if (!row || (await this.roleOf(accountId, row)) !== wanted) throw problems.notFound();',
    put: 'void [accountId, wanted];\n    if (!row) throw problems.notFound();',
    tests: ['shows who wants to help, says yes, and stops it at once'],
  },
  {
    name: 'mandate: the person is written to as often as the helper likes',
    ...MANDATES,
    find: "if (row.way !== 'sms' || row.codesSent >= MOST_SENT) {",
    put: 'if (false) {',
    tests: ['is sent three times at most'],
  },
  {
    name: 'mandate: any phone stops it by its code',
    ...MANDATES,
    find: ' || this.mandates.principalOf(row).phone !== tidyPhone(phone)) continue;',
    put: ') continue;\n        void [phone, tidyPhone];',
    tests: ['stops it too, without an account'],
  },
  {
    name: 'mandate: codes are guessed at from one network',
    file: `${MODULES}/mandates/stop.controller.ts`,
    find: 'if (seconds !== undefined) {',
    put: 'if (false) {',
    spec: MANDATES.spec,
    tests: ['can be guessed at from one network ten times, not more'],
  },
  {
    name: 'mandate: one account helps as many as it likes',
    file: `${MODULES}/mandates/helping.service.ts`,
    find: 'if (open.length >= MOST_AT_ONCE) throw',
    put: 'if (false) throw',
    spec: MANDATES.spec,
    tests: ['is for five at once at most'],
  },
  {
    name: 'dependant: somebody is their own guardian',
    ...DEPENDANTS,
    find: "if (who.idNumber === guardian.idNumber) throw at('dependant.yourself', words.yourself);",
    put: '',
    madeTitles: true,
    tests: ['is never oneself'],
  },
  {
    name: 'dependant: one account adds as many as it likes',
    ...DEPENDANTS,
    find: "if (rows.length >= MOST) throw new Problem(422, 'dependant.too-many', words.tooMany(MOST));",
    put: '',
    tests: ['is one of ten at most'],
  },
  {
    name: 'session: a made-up code signs in where no simulators are',
    file: `${MODULES}/sessions/wechat-sign-in.ts`,
    find: 'if (code.startsWith(SIMULATED)) return this.config.simulatorsUrl !== undefined;',
    put: 'if (code.startsWith(SIMULATED)) return true;',
    spec: `${MODULES}/sessions/sessions.int-spec.ts`,
    tests: ['no made-up person signs in, and WeChat is not asked'],
  },
  {
    name: 'papers: a page is put to what is closed',
    ...PAPERS,
    find: "if (!['draft', 'open'].includes(stand.application.row.state)) throw paperProblems.over();",
    put: '',
    tests: ['are taken no more once the whole application was taken back'],
  },
  {
    name: 'bookings: the own name is shown as often as somebody likes',
    file: `${BOOKINGS}/own-names.service.ts`,
    find: 'if (seconds !== undefined) throw bookingProblems.ownNameTooMany(seconds);',
    put: 'void seconds;',
    spec: `${MODULES}/marriage/marriage.int-spec.ts`,
    tests: ['are masked'],
  },
];
