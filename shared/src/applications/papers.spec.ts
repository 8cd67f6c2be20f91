import { guides, programmes } from '../catalogue';
import { plainWordProblems } from '../plain-words/plain-words';
import { commitmentText } from './commitment-text';
import { CERTIFICATE_FIRST, GUIDE_REMARKS, GUIDE_WORDS, localLists, paperKinds } from './paper-kinds';
import { isPaperKind, kindOfName, papersOf, remarksOf, waysOf } from './papers';

const LIVING = 'minimum-living-allowance';
const CARE = 'disability-care-subsidy';
const kindsOf = (codes: readonly string[], fields = {}) => papersOf(codes, fields).map(({ kind }) => kind);
const everyCode = programmes.map(({ code }) => code);

describe('the papers of the catalogue', () => {
  it('are what the guides say, word for word, every word of them a paper or a remark', () => {
    const said = programmes.flatMap(({ guide }) => guide.papers);
    const known = [...Object.keys(GUIDE_WORDS), ...GUIDE_REMARKS];
    expect(said.filter((words) => !known.includes(words))).toEqual([]);
    expect(known.filter((words) => !said.includes(words))).toEqual([]);
  });

  it('have kinds of their own that stand in an address, each used', () => {
    const kinds = paperKinds.map(({ kind }) => kind);
    expect(new Set(kinds).size).toBe(kinds.length);
    expect(kinds.every((kind) => isPaperKind(kind) && /^[a-z-]{3,40}$/.test(kind))).toBe(true);
    const used = [...Object.values(GUIDE_WORDS).flat(), ...localLists.flatMap(({ papers }) => papers)];
    expect([...new Set(used)].sort()).toEqual([...kinds].sort());
  });

  it('ask no 居委会, 村委会 or 社区 for a proof of anything (J22)', () => {
    const committee = /(居委会|村委会|居民委员会|村民委员会|社区)/;
    const asked = [
      ...paperKinds.map(({ name }) => name),
      ...Object.keys(GUIDE_WORDS),
      ...GUIDE_REMARKS,
      ...localLists.map(({ note }) => note),
      ...programmes.flatMap(({ guide }) => guide.papers),
    ];
    expect(asked.filter((text) => committee.test(text))).toEqual([]);
    const lines = guides.flatMap(({ lines: all }) => all).filter((line) => committee.test(line));
    expect(lines.filter((line) => /(开|出具|打|盖).{0,6}(证明|章)/.test(line))).toEqual([]);
  });

  it('are said in plain words', () => {
    const texts = [...paperKinds.map(({ name }) => name), ...localLists.map(({ note }) => note), CERTIFICATE_FIRST];
    const promise = commitmentText([{ name: '诊断证明', by: '2026-12-05' }], { followDays: 30, extensionDays: 10 });
    expect([...texts, ...promise].flatMap((text) => plainWordProblems(text))).toEqual([]);
  });
});

describe('the papers of one household', () => {
  it('are each asked for once, by all the programmes that need them', () => {
    const card = papersOf([LIVING, CARE], {}).find(({ kind }) => kind === 'identity-card');
    expect(card?.neededBy).toEqual([LIVING, CARE]);
    for (const { kind } of papersOf(everyCode, {})) {
      expect(papersOf(everyCode, {}).filter((need) => need.kind === kind)).toHaveLength(1);
    }
  });

  it('hold a 残疾证 only where somebody is disabled, or where the programme is about that', () => {
    expect(kindsOf([LIVING], { 'fact:household.hasDisabledMember': false })).not.toContain('disability-certificate');
    expect(kindsOf([LIVING])).not.toContain('disability-certificate');
    expect(kindsOf([LIVING], { 'fact:household.hasDisabledMember': true })).toContain('disability-certificate');
    const unclear = papersOf([LIVING], { 'fact:household.hasDisabledMember': null });
    expect(unclear.find(({ kind }) => kind === 'disability-certificate')?.note).toBe('家里有的话');
    expect(kindsOf([CARE])).toContain('disability-certificate');
  });

  it.each([[[CARE]], [['disability-living-subsidy']], [['special-hardship-support']], [[LIVING, CARE]]])(
    'ask nobody for a 残疾证 who said that theirs is not made yet, and say what to do first (J8): %j',
    (codes) => {
      const about = codes.includes('special-hardship-support') ? 'hardshipPerson.kind' : 'disabledPerson.grade';
      const fields = { 'fact:household.hasDisabledMember': true, [`fact:${about}`]: 'no-certificate' };
      expect(kindsOf(codes, fields)).not.toContain('disability-certificate');
      expect(remarksOf(codes, fields)).toContain(CERTIFICATE_FIRST);
      expect(remarksOf(codes, {})).not.toContain(CERTIFICATE_FIRST);
    },
  );

  it('hold a 残疾证 where somebody else of the family has one', () => {
    const fields = { 'fact:disabledPerson.grade': 'no-certificate', 'fact:household.severelyDisabledCount': 1 };
    expect(kindsOf([LIVING], fields)).toContain('disability-certificate');
  });

  it('hold the 残疾证 of who is 特困 by it, and of nobody who is by age', () => {
    const kinds = (kind: string | null) => kindsOf(['special-hardship-support'], { 'fact:hardshipPerson.kind': kind });
    expect(kinds('severely-disabled')).toContain('disability-certificate');
    expect(kinds(null)).toContain('disability-certificate');
    expect(kinds('aged-60')).not.toContain('disability-certificate');
  });

  it.each([
    ['tianjin', '天津殡仪馆的'],
    ['not-yet', '天津殡仪馆的'],
    ['tiantie', '火化那里开的'],
    ['died-elsewhere', '火化那里开的，能不能用由街道核定'],
  ])('ask for the receipt there is, of who was cremated: %s', (place, note) => {
    const papers = papersOf(['funeral-subsidy'], { 'fact:deceased.cremationPlace': place });
    expect(papers.find(({ kind }) => kind === 'cremation-receipt')).toMatchObject({ name: '火化收据', note });
  });

  it('hold what one district has on its own list only there, and only where it is theirs', () => {
    const student = { 'fact:household.hasSchoolSpending': true };
    expect(kindsOf([LIVING], { ...student, 'applicant.street': '120116001' })).toContain('student-proof');
    expect(kindsOf([LIVING], { ...student, 'applicant.street': '120111001' })).not.toContain('student-proof');
    expect(kindsOf([LIVING], { 'applicant.street': '120116001' })).not.toContain('student-proof');
  });

  it('say what is looked up for them, and offer nothing to do there', () => {
    const savings = papersOf(['low-income-margin'], {}).find(({ kind }) => kind === 'savings');
    expect(savings && waysOf(savings)).toEqual(['bureau']);
  });

  it('may all follow, be photographed or brought, but for those of which only the paper itself counts', () => {
    for (const need of papersOf(everyCode, {})) {
      const ways = waysOf(need, true);
      expect(ways.length).toBeGreaterThan(0);
      expect(ways.includes('photo')).toBe(need.fetchedBy === undefined && !need.original);
    }
    const form = papersOf(['funeral-subsidy'], {}).find(({ kind }) => kind === 'funeral-subsidy-form');
    expect(form && waysOf(form)).toEqual(['later', 'in-person']);
  });

  it('leave to be said what is no paper', () => {
    expect(papersOf(['old-age-allowance'], {})).toEqual([]);
    expect(remarksOf(['old-age-allowance'], {})).toEqual(['要带哪些材料待核定，去之前先打 12345 问']);
  });
});

describe('what an office asks for in its own words', () => {
  it('is our kind where we know the paper, else one made of the words, always the same', () => {
    expect(kindOfName('诊断证明')).toBe('diagnosis');
    expect(kindOfName('身份证（正反面）')).toBe('identity-card');
    expect(kindOfName('收入的材料')).toBe('income');
    const other = kindOfName('房屋租赁合同');
    expect(other).toBe(kindOfName(' 房屋租赁合同 '));
    expect(isPaperKind(other)).toBe(true);
    expect(other).not.toBe(kindOfName('房屋买卖合同'));
  });

  it.each(['../x', 'asked-', 'ASKED-1', 'identity card', 'a\0b', 'x'.repeat(300)])('is never %j', (kind) => {
    expect(isPaperKind(kind)).toBe(false);
  });
});
