import { readIdNumber } from '../../kernel/id-number';
import { wholeIdNumber } from './read-deceased';
import type { Deceased } from './views';
import { seaWords } from './words';

const { doubts } = seaWords;
const SINCE_2026 = '2026-07-01';
const SINCE_2014 = '2014-01-01';
/** 统一社会信用代码 of whoever made it out and a serial of the year, for somebody nobody knows by number. */
const BY_ISSUER = /^[0-9A-HJ-NPQRTUWXY]{18}\d{4}$/;
/** A passport or another paper of abroad: no national format. */
const ABROAD = /^[A-Z]{1,3}[0-9]{5,12}$/;

/**
 * What looks unusual about a certificate (docs/policy-facts.md F), in words for its field: a doubt a person clears, never a
 * reason to refuse. The form of 2014 and 火化证明 have no number anybody published, so nothing is said of theirs.
 */
export function deathPaperDoubt({ paper, died, idNumber }: Deceased): string | undefined {
  if (paper === undefined) return undefined;
  if (paper.form === 'certificate-2026') {
    if (died !== undefined && died < SINCE_2026) return doubts.early2026;
    return paper.number === undefined || isUsual2026(paper.number, idNumber) ? undefined : doubts.number2026;
  }
  if (paper.form !== 'certificate-2014' || died === undefined) return undefined;
  if (died < SINCE_2014) return doubts.early2014;
  return died >= SINCE_2026 ? doubts.late2014 : undefined;
}

function isUsual2026(typed: string, idNumber: string | undefined): boolean {
  const number = typed.replace(/[\s-]/g, '').toUpperCase();
  if (idNumber !== undefined) return wholeIdNumber(number) === idNumber;
  return !('problem' in readIdNumber(number, '2999-12-31')) || ABROAD.test(number) || BY_ISSUER.test(number);
}
