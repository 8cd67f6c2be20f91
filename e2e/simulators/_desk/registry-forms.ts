import { isCivilDate } from '@jinmen/shared/kernel/civil-date';
import { readIdNumber } from '@jinmen/shared/kernel/id-number';
import { today } from '../_kit/clock';
import type { PassCheck } from '../marriage-registry/pass';
import type { MarriageRegistry } from '../marriage-registry/simulator';

type Form = URLSearchParams;
type Params = Readonly<Record<string, string>>;

/** What somebody at the counter typed, done or answered in words. */
export function registryForms({ book, checkPass }: MarriageRegistry) {
  const typed = (form: Form, name: string): string => (form.get(name) ?? '').trim();
  return {
    pass: (form: Form): PassCheck => {
      const check = checkPass(typed(form, 'said'));
      if (check.good) book.arrive(check.appointment);
      return check;
    },
    partner: (form: Form): string | undefined => {
      const [showNo, name, certNo] = ['showNo', 'name', 'certNo'].map((field) => typed(form, field)) as [
        string,
        string,
        string,
      ];
      if (showNo === '' || name === '') return '预约号和姓名都要写。';
      if ('problem' in readIdNumber(certNo, today())) return '公民身份号码不对，再看一遍身份证。';
      book.partnerCame(showNo, { name, certNo });
      return undefined;
    },
    appointment: (form: Form, { apptNo = '', act = '' }: Params): string | undefined => {
      const appointment = book.find(apptNo);
      if (!appointment) return '没有这件预约。';
      if (act === 'accept-divorce' && appointment.bizType === 'LS') book.acceptDivorce(appointment);
      else if (act === 'excuse' && typed(form, 'reason') !== '') book.excuse(appointment, typed(form, 'reason'));
      else return '没有这样办。';
      return undefined;
    },
    divorce: (_form: Form, { divorceNo = '', act = '' }: Params): string | undefined => {
      if (act !== 'withdraw' && act !== 'done') return '没有这样办。';
      book.endDivorce(divorceNo, act === 'done' ? 'done' : 'withdrawn');
      return undefined;
    },
    closeDay: (form: Form): string | undefined => {
      const [orgCode, date, reason] = [
        typed(form, 'orgCode').toUpperCase(),
        typed(form, 'date'),
        typed(form, 'reason'),
      ];
      if (!/^(TS0[1-6]|1201\d\d)$/.test(orgCode)) return '没有这一处。';
      if (!isCivilDate(date) || reason === '') return '哪一天、什么原因，都要写。';
      book.closeDay(orgCode, date, reason);
      return undefined;
    },
  };
}
