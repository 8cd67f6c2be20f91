const MODULES = 'server/src/modules';
const NUMBERS = {
  file: 'server/src/platform/numbers-in-text.ts',
  spec: 'server/src/platform/numbers-in-text.spec.ts',
};
const MASKING = { file: 'server/src/platform/masking.ts', spec: 'server/src/platform/masking.spec.ts' };
const COMPLAINTS = `${MODULES}/complaints/complaints.int-spec.ts`;
const SESSIONS = `${MODULES}/operations/staff-sessions.int-spec.ts`;
const LOOKS = { file: `${MODULES}/complaints/complaint-looks.service.ts`, spec: COMPLAINTS };
const DESK = { file: `${MODULES}/complaints/complaint-desk.service.ts`, spec: COMPLAINTS };

/** What a colleague reads of what residents complain of, and what is counted of it. */
export const COMPLAINTS_AT_A_DESK = [
  {
    name: 'complaint: the list shows numbers whole',
    ...LOOKS,
    find: '    ...view,\n    text,\n',
    put: '    ...view,\n',
    tests: ['stands in the list with its numbers masked'],
  },
  {
    name: 'complaint: the list shows whole the numbers of an answer',
    ...LOOKS,
    find: 'text: numbersMasked(view.answer.text).text',
    put: 'text: view.answer.text',
    tests: ['stands in the list with its numbers masked'],
  },
  {
    name: 'complaint: nobody at the desk is told that numbers are masked',
    ...LOOKS,
    find: '...(numbers > 0 && { numbersMasked: numbers }),',
    put: '',
    tests: ['stands in the list with its numbers masked'],
  },
  {
    name: 'complaint: to see its numbers is no look',
    ...LOOKS,
    find: 'await this.calls.countLook(staffId, { numbers });',
    put: '',
    tests: ['to see them whole is a look that counts and is on record'],
  },
  {
    name: 'complaint: all its numbers are one look',
    ...LOOKS,
    find: 'await this.calls.countLook(staffId, { numbers });',
    put: 'await this.calls.countLook(staffId);',
    tests: ['to see them whole is a look that counts and is on record'],
  },
  {
    name: 'complaint: its numbers are shown without a record',
    ...LOOKS,
    find: "await this.audit.record({ action: 'complaint.text-shown', actor, object: `complaint:${id}`, facts: { numbers } });",
    put: 'void actor;',
    tests: ['to see them whole is a look that counts and is on record'],
  },
  {
    name: 'complaint: another office reads it whole',
    ...LOOKS,
    find: 'if (!found || !isOf(offices, found.row.officeCode)) throw problems.notFound();',
    put: 'if (!found) throw problems.notFound();',
    tests: ['to see them whole is a look that counts and is on record'],
  },
  {
    name: 'complaint: one about no office is every office’s',
    ...LOOKS,
    find: '(office !== null && offices.includes(office))',
    put: '(office === null || offices.includes(office))',
    tests: ['stands in the list with its numbers masked'],
  },
  {
    name: 'complaint: the list has the colleague’s own and their family’s',
    ...LOOKS,
    find: '.filter(({ row }) => !near.has(row.accountId))',
    put: '.filter(() => near.size >= 0)',
    spec: SESSIONS,
    tests: ['is no complaint of their own or their family’s'],
  },
  {
    name: 'complaint: who stood in the list is on no record',
    ...LOOKS,
    find: "await this.transactions.run(() => this.audit.record({ action: 'complaints.read', actor, shown }));",
    put: 'void [actor, shown];',
    spec: `${MODULES}/operations/no-record-no-act.int-spec.ts`,
    tests: ['.'],
  },
  {
    name: 'complaint: another office answers it',
    ...DESK,
    find: 'if (!found || !isOf(offices, found.row.officeCode)) throw problems.notFound();',
    put: 'if (!found) throw problems.notFound();',
    tests: ['about an application goes to its office'],
  },
  {
    name: 'complaint: it is answered twice',
    file: `${MODULES}/complaints/complaints.repository.ts`,
    find: "update(Complaint, { id, state: 'open' }, change)",
    put: 'update(Complaint, { id }, change)',
    spec: COMPLAINTS,
    tests: ['is answered once'],
  },
  {
    name: 'complaint: it is about an application of somebody else',
    file: `${MODULES}/complaints/complaints.service.ts`,
    find: 'if (application !== undefined && !about) throw noApplication();',
    put: '',
    spec: COMPLAINTS,
    tests: ['about somebody else’s it is refused'],
  },
  {
    name: 'complaint: one account sends as many as it likes',
    file: `${MODULES}/complaints/complaints.service.ts`,
    find: "throw new Problem(429, 'complaint.too-many', complaintWords.tooMany);",
    put: 'void complaintWords.tooMany;',
    spec: COMPLAINTS,
    tests: ['more than a few a day is asked to wait'],
  },
  {
    name: 'complaint: one account sends more in one moment',
    file: `${MODULES}/complaints/complaints.service.ts`,
    find: 'await this.accounts.inTurn(accountId);',
    put: '',
    spec: COMPLAINTS,
    on: 'mysql',
    tests: ['is no more than those few when two come in the same moment'],
  },
  {
    name: 'masking: an ID number somebody typed is shown whole',
    ...NUMBERS,
    find: '/^([1-9]\\d{16}[\\dX])(?:[1-7][1-4])?$/',
    put: '/^(none)$/',
    tests: ['is hidden however it was typed and wherever it stands'],
  },
  {
    name: 'masking: an ID number from before 1999 is shown whole',
    ...NUMBERS,
    find: '/^([1-9]\\d{14})$/',
    put: '/^(none)$/',
    tests: ['is hidden however it was typed and wherever it stands'],
  },
  {
    name: 'masking: a mobile number somebody typed is shown whole',
    ...NUMBERS,
    find: '/^(?:0{0,2}86)?0?(1[3-9]\\d{9})$/',
    put: '/^(none)$/',
    tests: ['is hidden however it was typed and wherever it stands'],
  },
  {
    name: 'masking: a bank card somebody typed is shown whole',
    ...NUMBERS,
    find: '/^([3-69]\\d{15,18})$/',
    put: '/^(none)$/',
    tests: ['is hidden however it was typed and wherever it stands'],
  },
  {
    name: 'masking: a number in groups is none',
    ...NUMBERS,
    find: 'const BETWEEN = /^[\\s',
    put: 'const BETWEEN = /^[',
    tests: ['is hidden however it was typed and wherever it stands'],
  },
  {
    name: 'masking: what is masked is not counted',
    ...MASKING,
    find: 'numbers += 1;',
    put: '',
    tests: ['.'],
  },
];
