import { randomInt } from 'node:crypto';
import type { RelativesAsk } from '@jinmen/shared/residents/relatives';
import { DeceasedRequests } from '../src/modules/rights/relatives/deceased-requests.repository';
import { Transactions } from '../src/platform/database/transactions';
import { DEAD } from './identity-desk';
import { numbered } from './relief-house';
import type { TestServer } from './server';

/** Numbers nobody else here has. */
const anyNumber = (year: number) =>
  numbered(`${year}01${String(randomInt(1, 28)).padStart(2, '0')}`, String(randomInt(1000)).padStart(3, '0'));

const PAPERS = { kinship: 'child', deathPaper: 'cremation-certificate', kinPaper: 'household-book' } as const;

/** What a colleague types: somebody who died, and their child, neither of them known here. */
export const askedFor = (asks: RelativesAsk = 'copy') => ({
  ...{ asks, ...PAPERS, need: '办抚恤金要用' },
  ...{ deceasedName: `${DEAD}者甲`, deceasedIdNumber: anyNumber(1940) },
  ...{ relativeName: '测试子女', relativeIdNumber: anyNumber(1970) },
  ...(asks === 'correction' && { change: '街道写错了' }),
});

/** One that a colleague who is in no test has recorded. */
export async function aDeceasedRequest(
  { app }: Pick<TestServer, 'app'>,
  office: string,
  { asks = 'copy', personId = null }: { readonly asks?: RelativesAsk; readonly personId?: string | null } = {},
): Promise<string> {
  const { deceasedName, deceasedIdNumber, relativeName, relativeIdNumber, need } = askedFor(asks);
  const add = () =>
    app.get(DeceasedRequests, { strict: false }).add({
      ...{ officeCode: office, asks, ...PAPERS, personId, recordedBy: 'J9001', recordedMarks: null },
      deceased: { name: deceasedName, idNumber: deceasedIdNumber },
      relative: { name: relativeName, idNumber: relativeIdNumber },
      said: { need },
    });
  return (await app.get(Transactions).run(add)).row.id;
}
