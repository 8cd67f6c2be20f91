import { isCivilDate } from '@jinmen/shared/kernel/civil-date';
import type { CaseBureau } from '../_kit/case-bureau';

/** What was typed cannot be sent; `message` is what the clerk reads. */
export class NotReady extends Error {}

/** What a clerk does with a case. Throws NotReady, or CaseRefusal for what cannot be done now. */
export type Act = (bureau: CaseBureau, caseNo: string, form: URLSearchParams) => void;

export function dayOf(form: URLSearchParams, name: string): `${number}-${number}-${number}` {
  const day = form.get(name);
  if (!isCivilDate(day)) throw new NotReady('请选一个日期。');
  return day;
}
