import fc from 'fast-check';
import { programmes } from '../catalogue';
import { plainWordProblems } from '../plain-words/plain-words';
import { isMinor } from '../residents/guardianship';
import { noticeSubject } from './notice-subject';
import { NAME_MASKS, NOTICE_STAGES, nameOnTheWall, noticeLines, noticeOf, SAMPLE_MASKING } from './public-notice';

const LIVING = programme('minimum-living-allowance');
const SUBJECT = { name: '张三丰', minor: false, street: '120111001', members: 3 };
const amount = { fen: 104_500, per: 'household-month' } as const;

function programme(code: string) {
  const found = programmes.find((each) => each.code === code);
  if (!found) throw new Error(`no programme ${code}`);
  return found;
}

function linesOf(...given: Parameters<typeof noticeOf>): readonly string[] {
  const notice = noticeOf(...given);
  return notice ? noticeLines(notice).map(({ label, text }) => `${label}：${text}`) : [];
}

describe('what neighbours read', () => {
  it('is a masked name, the street and the programme before the decision, and no sum', () => {
    expect(linesOf('before-decision', SUBJECT, LIVING, { masking: SAMPLE_MASKING, amount })).toEqual([
      '名字：张*',
      '街道：西青区西营门街道',
      '申请的：低保',
    ]);
  });

  it('is the name, how many they are and the sum after the approval, as article 24 has it', () => {
    expect(linesOf('after-approval', SUBJECT, LIVING, { masking: SAMPLE_MASKING, amount })).toEqual([
      '名字：张三丰',
      '申请的：低保',
      '家里人数：3 人',
      '补多少：每户每月 1045\u00a0元',
    ]);
  });

  it('masks by stage as it is configured', () => {
    const masking = { 'before-decision': 'ends', 'after-approval': 'surname' } as const;
    expect(linesOf('before-decision', SUBJECT, LIVING, { masking })[0]).toBe('名字：张*丰');
    expect(linesOf('after-approval', SUBJECT, LIVING, { masking })[0]).toBe('名字：张*');
    expect(nameOnTheWall('古丽·买买提', 'ends')).toBe('古*');
    expect(nameOnTheWall('李四', 'ends')).toBe('李*');
    expect(NAME_MASKS.map((mask) => nameOnTheWall('', mask))).toEqual([
      '您的姓，名字用 * 代替',
      '您的名字，中间用 * 代替',
      '您的名字',
    ]);
  });

  it('never names whoever is not of age, whatever is configured', () => {
    for (const stage of NOTICE_STAGES)
      for (const mask of NAME_MASKS) {
        const masking = { 'before-decision': mask, 'after-approval': mask };
        const [who] = linesOf(stage, { ...SUBJECT, minor: true }, LIVING, { masking });
        expect(who).toBe('名字：未成年人（不写名字）');
      }
  });

  it('is nothing of children in hardship, and nothing where no source speaks of a notice', () => {
    const posted = (stage: (typeof NOTICE_STAGES)[number]) =>
      programmes
        .filter((each) => noticeOf(stage, SUBJECT, each, { masking: SAMPLE_MASKING }) !== undefined)
        .map(({ title }) => title);
    expect(posted('before-decision')).toEqual([
      '低保',
      '单人保',
      '低保边缘家庭',
      '特困',
      '刚性支出困难家庭',
      '临时救助',
    ]);
    expect(posted('after-approval')).toEqual(['低保', '单人保', '低保边缘家庭', '特困']);
  });

  it('is said in plain words', () => {
    const lines = linesOf('after-approval', SUBJECT, LIVING, { masking: SAMPLE_MASKING, amount });
    expect(lines.flatMap((line) => plainWordProblems(line))).toEqual([]);
  });
});

describe('the way from an application onto the wall', () => {
  const canary = fc.string({
    minLength: 12,
    maxLength: 24,
    unit: fc.constantFrom(...'甲乙丙丁戊己庚辛0123456789ABCDEF'),
  });
  const scalar = fc.oneof(
    canary.map((text) => `CANARY${text}`),
    fc.constant(null),
  );
  const member = fc.record({
    id: fc.uuid(),
    name: canary.map((text) => `CANARY${text}`),
    idNumber: canary.map((text) => `CANARY${text}`),
    relation: fc.constantFrom('spouse' as const, 'child' as const, 'other' as const),
  });
  const fields = fc.record({
    others: fc.dictionary(
      fc.string({ minLength: 1, maxLength: 20 }).map((name) => `fact:${name}`),
      scalar,
    ),
    written: fc.record({
      'applicant.phone': scalar,
      'applicant.address': scalar,
      statement: scalar,
      'applicant.hukouStreet': scalar,
      'fact:household.memberCount': scalar,
    }),
    members: fc.array(member, { maxLength: 5 }),
  });
  const everyProgramme = fc.constantFrom(...programmes.map(({ code }) => code));

  it('lets no other field through, however it is filled in', () => {
    fc.assert(
      fc.property(fields, everyProgramme, fc.constantFrom(...NOTICE_STAGES), (drawn, code, stage) => {
        const values = {
          ...drawn.others,
          ...drawn.written,
          'household.members': drawn.members,
          'applicant.street': '120111001',
        };
        const person = { name: '张三丰', idNumber: 'CANARY-ID', birth: '1980-02-03' } as const;
        const subject = noticeSubject(person, values, '2026-11-25');
        const notice = noticeOf(stage, subject, programme(code), { masking: SAMPLE_MASKING, amount });
        expect(Object.keys(subject).sort()).toEqual(['members', 'minor', 'name', 'street']);
        const written = JSON.stringify(notice ? [notice, noticeLines(notice)] : []);
        expect(written).not.toContain('CANARY');
        if (stage === 'before-decision') expect(written).not.toContain('三丰');
      }),
    );
  });

  it('knows who is not of age by the birthday, and posts no street that nobody knows', () => {
    const values = { 'applicant.street': 'CANARY' };
    const child = noticeSubject({ name: '张小宝', birth: '2008-11-26' }, values, '2026-11-25');
    expect(child.minor).toBe(true);
    expect(noticeSubject({ name: '张小宝', birth: '2008-11-25' }, values, '2026-11-25').minor).toBe(false);
    expect(JSON.stringify(noticeOf('before-decision', child, LIVING, { masking: SAMPLE_MASKING }))).not.toContain(
      'CANARY',
    );
    expect(child.members).toBeUndefined();
  });

  it('takes whoever was born on 29 February for a child as long as everybody else does: until 1 March', () => {
    const born = { name: '张小宝', birth: '2008-02-29' } as const;
    for (const day of ['2026-02-27', '2026-02-28', '2026-03-01'] as const)
      expect(noticeSubject(born, {}, day).minor).toBe(isMinor(born.birth, day));
    expect(noticeSubject(born, {}, '2026-02-28').minor).toBe(true);
  });

  it('counts a guardian who lives there without being listed', () => {
    const values = { 'household.members': [{ id: 'm1', name: '李四', idNumber: '', relation: 'parent' as const }] };
    const child = { name: '张小宝', birth: '2017-06-11' as const };
    expect(noticeSubject(child, values, '2026-11-25').members).toBe(2);
    expect(noticeSubject({ ...child, withGuardian: true }, values, '2026-11-25').members).toBe(3);
  });
});
