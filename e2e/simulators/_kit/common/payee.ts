import { knownPeople } from '../../people';
import type { CaseRecord } from '../case-record';
import { BadMessage, type Fields, oneOf, text } from '../message';
import { agentsOf } from './agent';
import type { CommonFamily, Telling } from './family';

export const PAYEE_RESULTS = ['match', 'mismatch', 'frozen', 'unknown'] as const;
export type PayeeResult = (typeof PAYEE_RESULTS)[number];

/** Whose account a bureau was told, and what it found. */
export interface Payee {
  readonly payeeNo: string;
  readonly account?: { readonly owner: string; readonly name: string; readonly card: string; readonly number: string };
  readonly trouble?: 'no-card' | 'card-frozen';
  result?: PayeeResult;
}

export const payee: CommonFamily = {
  type: 'PAYEE',
  take: (record, data) => {
    const told = read(data);
    record.matters.payees = [...payeesOf(record), told];
    return told.account
      ? `收款账户：${told.account.name}，尾号 ${told.account.number.slice(-4)}`
      : '没有能用的卡，请街道帮忙';
  },
  afterwards: (book, caseNo) => {
    const record = book.get(caseNo);
    const told = payeesOf(record).at(-1);
    if (told?.account) answerPayee(book, caseNo, resultFor(record, told));
  },
};

/** Newest last. */
export function payeesOf({ matters }: CaseRecord): readonly Payee[] {
  return (matters.payees ?? []) as readonly Payee[];
}

/** Says what was found of the newest account. */
export function answerPayee(book: Telling, caseNo: string, result: PayeeResult): void {
  const told = payeesOf(book.get(caseNo)).at(-1);
  if (!told?.account) return;
  told.result = result;
  const data = { payeeNo: told.payeeNo, result };
  book.say(caseNo, { type: 'TY_PAYEE_CHECKED', data }, `账户查对：${PAYEE_WORDS[result]}`);
}

export const PAYEE_WORDS: Readonly<Record<PayeeResult, string>> = {
  match: '户名对得上',
  mismatch: '户名对不上',
  frozen: '账户冻结了',
  unknown: '查不了',
};

/** As the bank would say of this person: a first account that is frozen or somebody else's, and a second that is right. */
function resultFor(record: CaseRecord, told: Payee): PayeeResult {
  const person = knownPeople.find(({ idNumber }) => idNumber === record.applicant.idNumber);
  const before = payeesOf(record).some(
    ({ account, result }) => result !== undefined && account?.number !== told.account?.number,
  );
  if (person?.firstAccount && !before) return person.firstAccount;
  const guardians = agentsOf(record).filter(({ role, state }) => role === 'guardian' && state === 'acting');
  const names = [record.applicant, ...record.members, ...guardians].map(({ name }) => name);
  return names.includes(told.account?.name ?? '') ? 'match' : 'unknown';
}

function read(data: Fields): Payee {
  const payeeNo = text(data, 'payeeNo', 64);
  if (oneOf(data, 'way', ['account', 'street']) === 'street') {
    return { payeeNo, trouble: oneOf(data, 'trouble', ['no-card', 'card-frozen']) };
  }
  const number = text(data, 'number', 32);
  if (!/^[0-9A-Za-z]{8,32}$/.test(number)) throw new BadMessage('number');
  return {
    payeeNo,
    account: {
      owner: oneOf(data, 'owner', ['applicant', 'household-member', 'guardian']),
      name: text(data, 'name', 64),
      card: oneOf(data, 'card', ['social-security-card', 'bank-card']),
      number,
    },
  };
}
