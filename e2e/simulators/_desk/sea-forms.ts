import { isCivilDate } from '@jinmen/shared/kernel/civil-date';
import { readIdNumber } from '@jinmen/shared/kernel/id-number';
import { nowMs, shanghaiTime, today } from '../_kit/clock';
import { MODES, PAPERS } from '../funeral-affairs/order';
import type { PassCheck } from '../funeral-affairs/pass';
import type { FuneralAffairs } from '../funeral-affairs/simulator';

type Form = URLSearchParams;

/** Of the death and of the kinship. */
const FAMILYS = ['SW', 'QS'] as const;

const DEGREES = /^-?\d{1,3}(\.\d{1,8})?$/;
const typed = (form: Form, name: string): string => (form.get(name) ?? '').trim();
const isIdNumber = (text: string): boolean => !('problem' in readIdNumber(text, today()));

/** What a service person typed, done or answered in words. */
export function serviceForms({ book }: FuneralAffairs) {
  return {
    phoneIn: (form: Form): string | undefined => {
      const [name, certNo, phone] = [typed(form, 'name'), typed(form, 'certNo').toUpperCase(), typed(form, 'phone')];
      const [died, diedNo, deathDate] = [typed(form, 'deceased'), typed(form, 'deceasedNo'), typed(form, 'deathDate')];
      const mode = MODES.find((each) => each === typed(form, 'mode'));
      if (name === '' || died === '' || !mode) return '来电人、逝者、怎么送，都要写。';
      if (!/^\d{3,12}$/.test(phone)) return '电话只写数字。';
      if (!isIdNumber(certNo)) return '来电人的公民身份号码不对，请再念一遍。';
      if (diedNo !== '' && !isIdNumber(diedNo.toUpperCase())) return '逝者的公民身份号码不对，不知道可以空着。';
      if (deathDate !== '' && !isCivilDate(deathDate)) return '去世的日期不对，不知道可以空着。';
      const [aboard, ashore] = [typed(form, 'aboard') || '0', typed(form, 'ashore') || '0'];
      if (![aboard, ashore].every((count) => /^\d{1,2}$/.test(count))) return '几位上船、几位在岸上，写数字。';
      const voyageNo = typed(form, 'voyageNo');
      book.phoneIn({
        ...(voyageNo !== '' && { voyageNo }),
        mode,
        applicant: { name, certNo, phone },
        deceased: {
          name: died,
          ...(diedNo !== '' && { certNo: diedNo.toUpperCase() }),
          ...(deathDate !== '' && { deathDate }),
        },
        aboard: mode === 'DS' ? '0' : aboard,
        ashore: mode === 'DS' ? '0' : ashore,
        ...(typed(form, 'seen') === 'family' && { papers: FAMILYS.map((paper) => ({ paper })) }),
      });
      return undefined;
    },
    seePapers: (form: Form): string | undefined => {
      const applyNo = typed(form, 'applyNo').toUpperCase();
      const papers = PAPERS.filter((paper) => form.getAll('papers').includes(paper));
      if (applyNo === '' || papers.length === 0) return '报名号、看过哪几样，都要写。';
      book.seePapers(applyNo, papers);
      return undefined;
    },
    registerDeath: (form: Form): string | undefined => {
      const [name, certNo] = [typed(form, 'name'), typed(form, 'certNo').toUpperCase()];
      const [deathDate, paperNo] = [typed(form, 'deathDate'), typed(form, 'paperNo') || certNo];
      if (name === '' || !isIdNumber(certNo)) return '姓名和公民身份号码再看一遍。';
      if (!isCivilDate(deathDate) || deathDate > today()) return '去世的日期再看一遍。';
      book.registerDeath({ name, certNo, deathDate, paperNo });
      return undefined;
    },
  };
}

/** What the crew did with one voyage. */
export function vesselForms({ book, checkPass }: FuneralAffairs) {
  return {
    pass: (form: Form, voyageNo: string): PassCheck => {
      const check = checkPass(typed(form, 'said'), voyageNo);
      if (check.good) book.board(check.passNo);
      return check;
    },
    /** Those the crew knows by sight, without a pass. */
    board: (form: Form): string | undefined => {
      const passNos = form.getAll('passNo');
      if (passNos.length === 0) return '没有选人。';
      for (const passNo of passNos) book.board(passNo);
      return undefined;
    },
    callOff: (form: Form, voyageNo: string): string | undefined => {
      const reason = typed(form, 'reason');
      if (reason === '') return '写给家人看的原因要写。';
      if (book.sailedAt(voyageNo) !== undefined) return '已经开船了。';
      book.callOff(voyageNo, reason);
      return undefined;
    },
    sail: (_form: Form, voyageNo: string): undefined => book.sail(voyageNo) as undefined,
    scatter: (form: Form, voyageNo: string): string | undefined => {
      const [time, lat, lon] = [typed(form, 'time'), typed(form, 'lat'), typed(form, 'lon')];
      if (book.sailedAt(voyageNo) === undefined) return '还没有开船。';
      if (time !== '' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return '时刻写成 09:41 这样。';
      if (![lat, lon].every((each) => DEGREES.test(each))) return '经纬度写度数，例如 38.86542。';
      if (Math.abs(Number(lat)) > 90 || Math.abs(Number(lon)) > 180) return '经纬度写反了，或者写错了。';
      const now = shanghaiTime(nowMs());
      const at = time === '' ? now : `${now.slice(0, 11)}${time}:00+08:00`;
      const only = typed(form, 'showNo');
      const families = book.on(voyageNo).filter(({ absentAt, scattered }) => !absentAt && !scattered);
      for (const order of families.filter(({ showNo }) => only === '' || showNo === only)) {
        book.scatter(order, { at, lat: Number(lat).toFixed(5), lon: Number(lon).toFixed(5) });
      }
      return undefined;
    },
  };
}
