import fc from 'fast-check';
import { plainWordProblems } from '../../plain-words/plain-words';
import { aboardOf, companyOf, EMPTY_FAREWELL, type FarewellContent } from './content';
import { deathPaperDoubt } from './death-paper';
import { openPoints, signUpProblems } from './open-points';
import { papersAskedFor, papersOf } from './papers';
import { crewLooksAt } from './read-company';
import { readSection } from './read-section';
import { FAREWELL_SECTIONS, type FarewellSection, MOST_ABOARD, MOST_IMPOSSIBLE_DAYS, SEA_WAYS } from './views';
import { deathPaperNames, seaWords } from './words';

const TODAY = '2026-11-26';
const NUMBER = '11010519491231002X';

function read<Section extends FarewellSection>(section: Section, given: unknown, before = EMPTY_FAREWELL) {
  return readSection(section, given, { before, today: TODAY });
}

function fieldsOf(section: FarewellSection, given: unknown, before = EMPTY_FAREWELL): readonly string[] {
  const found = read(section, given, before);
  return 'problems' in found ? found.problems.map(({ field }) => field) : [];
}

function keptOf<Section extends FarewellSection>(section: Section, given: unknown, before = EMPTY_FAREWELL) {
  const found = read(section, given, before);
  if ('problems' in found) throw new Error(JSON.stringify(found.problems));
  return found.value as FarewellContent[Section];
}

describe('a section', () => {
  it.each(FAREWELL_SECTIONS)(
    '%s takes anything at all without breaking, and what it keeps it keeps unchanged',
    (section) => {
      const anything = fc.oneof(fc.anything(), fc.dictionary(fc.constantFrom(...NAMES), fc.anything()));
      fc.assert(
        fc.property(anything, (given) => {
          const once = read(section, given);
          if ('problems' in once) return once.problems.every(({ field }) => field.split('.')[0] === section);
          expect(read(section, once.value)).toEqual(once);
          return true;
        }),
      );
    },
  );

  it('has no field nobody asked for', () => {
    expect(fieldsOf('deceased', { name: '张三', income: 1 })).toEqual(['deceased.income']);
    expect(fieldsOf('company', { aboard: 1, named: [{ id: 'a', name: '甲', where: 'deck' }] })).toEqual([
      'company.named.0.where',
    ]);
  });

  it('is emptied by what is empty', () => {
    expect(keptOf('deceased', { name: ' ', idNumber: null, paper: { number: '' } })).toEqual({});
    expect(keptOf('wishes', {})).toEqual({ impossible: [], proxy: 'never' });
  });
});

const NAMES = ['name', 'idNumber', 'died', 'paper', 'place', 'way', 'aboard', 'named', 'impossible', 'phone'];

describe('the one who died', () => {
  it('is kept as they are written everywhere, an older number with its eighteen digits', () => {
    expect(keptOf('deceased', { name: '阿依古丽 • 买买提', idNumber: '11010519491231002x' })).toEqual({
      name: '阿依古丽·买买提',
      idNumber: NUMBER,
    });
    expect(keptOf('deceased', { idNumber: '110105491231002' })).toEqual({ idNumber: NUMBER });
  });

  it.each([
    ['a check digit', { idNumber: '110105194912310021' }, 'deceased.idNumber'],
    ['a number still behind stars', { idNumber: '1****************X' }, 'deceased.idNumber'],
    ['a day that has not come', { died: '2026-11-27' }, 'deceased.died'],
    ['a day that never was', { died: '2026-02-30' }, 'deceased.died'],
    ['a cremation before the death', { died: '2026-11-20', cremated: '2026-11-19' }, 'deceased.cremated'],
    ['a death before the birth', { idNumber: NUMBER, died: '1949-12-30' }, 'deceased.died'],
    [
      'a number nobody would write down',
      { paper: { form: 'cremation', number: '9'.repeat(65) } },
      'deceased.paper.number',
    ],
  ])('is asked about again for %s', (_what, given, field) => {
    expect(fieldsOf('deceased', given)).toEqual([field]);
  });

  it.each([
    ['the ID number, on the form of 2026', { form: 'certificate-2026', number: NUMBER }, undefined],
    ['another number there', { form: 'certificate-2026', number: '12345' }, seaWords.doubts.number2026],
    ['a number nobody published a form of', { form: 'certificate-2014', number: '随便 1' }, undefined],
    ['whatever a funeral home wrote', { form: 'cremation', number: '津 火 0001' }, undefined],
    ['a paper of abroad', { form: 'other', number: 'X/2' }, undefined],
  ] as const)('has a certificate with %s, and that is kept and at most doubted', (_what, paper, doubt) => {
    const deceased = keptOf('deceased', { idNumber: NUMBER, paper });
    expect(deceased.paper).toEqual(paper);
    expect(deathPaperDoubt(deceased)).toBe(doubt);
  });

  it('may have no ID number on the form of 2026: a passport, or the code of whoever made it out', () => {
    const doubtOf = (number: string) => deathPaperDoubt({ paper: { form: 'certificate-2026', number } });
    expect([doubtOf('E12345678'), doubtOf('11120000000125735B0001')]).toEqual([undefined, undefined]);
    expect(doubtOf('0001')).toBe(seaWords.doubts.number2026);
  });

  it('has a form that was in use on the day, or a doubt', () => {
    const doubtOf = (form: 'certificate-2026' | 'certificate-2014', died: '2026-06-30' | '2026-07-01' | '2013-12-31') =>
      deathPaperDoubt({ died, paper: { form } });
    expect(doubtOf('certificate-2026', '2026-07-01')).toBeUndefined();
    expect(doubtOf('certificate-2026', '2026-06-30')).toBe(seaWords.doubts.early2026);
    expect(doubtOf('certificate-2014', '2026-06-30')).toBeUndefined();
    expect(doubtOf('certificate-2014', '2026-07-01')).toBe(seaWords.doubts.late2014);
    expect(doubtOf('certificate-2014', '2013-12-31')).toBe(seaWords.doubts.early2014);
  });
});

describe('those who come along', () => {
  const named = (age?: number) => ({
    id: 'a',
    name: '测试',
    where: 'aboard' as const,
    ...(age !== undefined && { age }),
  });

  it('are never refused for their age or an illness; the crew looks at them first', () => {
    for (const age of [0, 13, 14, 69, 70, 103]) {
      const company = keptOf('company', { aboard: 1, ashore: 0, named: [named(age)] });
      expect(crewLooksAt(named(age))).toBe(age < 14 || age > 69);
      expect(company?.named[0]?.age).toBe(age);
    }
    expect(crewLooksAt({ ...named(40), health: '晕船' })).toBe(true);
  });

  it('are counted before they are named', () => {
    expect(keptOf('company', { aboard: 3 })).toEqual({ aboard: 3, ashore: 0, named: [] });
    expect(fieldsOf('company', { aboard: 0, named: [named()] })).toEqual(['company.aboard']);
    expect(fieldsOf('company', { aboard: MOST_ABOARD + 1 })).toEqual(['company.aboard']);
    expect(fieldsOf('company', { aboard: 2, named: [named(), named()] })).toEqual(['company.named']);
  });

  it('take a seat each; nobody does for 代撒, and one does before anything was said', () => {
    const of = (way: (typeof SEA_WAYS)[number], aboard?: number) =>
      aboardOf({ ...EMPTY_FAREWELL, way, ...(aboard !== undefined && { company: { aboard, ashore: 0, named: [] } }) });
    expect([of('collective'), of('family', 0), of('family', 5), of('proxy', 5)]).toEqual([1, 1, 5, 0]);
    expect(companyOf({ way: 'proxy', company: { aboard: 5, ashore: 2, named: [] } }).aboard).toBe(0);
  });
});

describe('what a family wishes', () => {
  it('has each impossible day once, in order, and no more of them than anybody can mean', () => {
    expect(keptOf('wishes', { impossible: ['2027-04-05', '2027-04-04', '2027-04-05'] }).impossible).toEqual([
      '2027-04-04',
      '2027-04-05',
    ]);
    const many = Array.from({ length: MOST_IMPOSSIBLE_DAYS + 1 }, () => '2027-04-04');
    expect(fieldsOf('wishes', { impossible: many })).toEqual(['wishes.impossible']);
    expect(fieldsOf('wishes', { earliest: '2027-04-05', latest: '2027-04-04' })).toEqual(['wishes.latest']);
  });

  it('names another family as it is read out on the phone', () => {
    expect(keptOf('wishes', { together: 'hm-7kq2m9' }).together).toBe('HM-7KQ2M9');
    expect(fieldsOf('wishes', { together: 'HM-0O1I' })).toEqual(['wishes.together']);
  });
});

describe('papers', () => {
  const content = (more: Partial<FarewellContent>): FarewellContent => ({ ...EMPTY_FAREWELL, ...more });

  it('are those of the death or the cremation, the own card and the kinship; a letter where nobody goes; never of a 居委会', () => {
    expect(papersAskedFor(EMPTY_FAREWELL)).toEqual(['death-certificate', 'own-id', 'kinship']);
    expect(papersAskedFor(content({ deceased: { paper: { form: 'cremation' } }, kinship: { way: 'told' } }))).toEqual([
      'cremation-certificate',
      'own-id',
    ]);
    expect(papersAskedFor(content({ way: 'proxy' }))).toContain('proxy-letter');
    expect(JSON.stringify(seaWords.papers)).not.toMatch(/居委|村委|社区/);
  });

  it('come by themselves, are promised with a day, or done ahead; seen is for staff to say', () => {
    expect(papersOf(EMPTY_FAREWELL).map(({ how }) => how)).toEqual(['bring', 'bring', 'bring']);
    expect(papersOf(content({ way: 'proxy' })).every(({ how }) => how === 'at-funeral-home')).toBe(true);
    expect(fieldsOf('papers', [{ paper: 'own-id', how: 'promised' }])).toEqual(['papers.0.until']);
    expect(fieldsOf('papers', [{ paper: 'own-id', how: 'promised', until: '2026-11-25' }])).toEqual(['papers.0.until']);
    expect(fieldsOf('papers', [{ paper: 'own-id', how: 'seen' }])).toEqual(['papers.0.how']);
    const promised = keptOf('papers', [{ paper: 'own-id', how: 'promised', until: TODAY }]);
    expect(openPoints(content({ papers: promised })).map(({ words }) => words)).toContain(
      '您的身份证，您说好 11\u00a0月\u00a026\u00a0日 前补上。',
    );
  });

  it('that were seen stay seen, and a promise whose day is past is still the one that was made', () => {
    const seen = content({ papers: [{ paper: 'own-id', how: 'seen' }] });
    expect(keptOf('papers', [{ paper: 'own-id', how: 'bring' }], seen)).toEqual(seen.papers);
    const late = { paper: 'kinship', how: 'promised', until: '2026-11-01' } as const;
    expect(keptOf('papers', [late], content({ papers: [late] }))).toEqual([late]);
  });
});

const keptWith = (content: FarewellContent, together: string) => ({
  ...content,
  wishes: { ...content.wishes, together },
});

describe('signing up', () => {
  it('needs a telephone and nothing else', () => {
    expect(signUpProblems(EMPTY_FAREWELL).map(({ field }) => field)).toEqual(['contact.phone']);
    const contact = keptOf('contact', { phone: '+86 138 0000 5678' });
    expect(contact).toEqual({ phone: '13800005678', wantsCalls: false });
    expect(signUpProblems({ ...EMPTY_FAREWELL, contact })).toEqual([]);
    expect(signUpProblems({ ...EMPTY_FAREWELL, contact: { phone: '123', wantsCalls: true } })).toHaveLength(1);
  });

  it('leaves the rest open, and says so by section until it is said', () => {
    expect(openPoints(EMPTY_FAREWELL).map(({ section }) => section)).toEqual([
      ...['deceased', 'ashes', 'kinship', 'company', 'contact'],
    ]);
    const whole: FarewellContent = {
      ...EMPTY_FAREWELL,
      deceased: { name: '张三', idNumber: NUMBER, died: '2026-11-01' },
      ashes: { place: 'at-home', bringer: 'family' },
      kinship: { relation: 'child', way: 'told', words: '我是他女儿' },
      company: { aboard: 1, ashore: 0, named: [{ id: 'a', name: '李四', where: 'aboard' }] },
      contact: { phone: '13800005678', wantsCalls: false },
    };
    expect(openPoints(whole)).toEqual([]);
    expect(openPoints(whole, { differs: true })).toEqual([{ section: 'kinship', words: seaWords.open.differs }]);
    const waits = openPoints(keptWith(whole, 'HM-22222B'), { notYetWith: 'HM-22222A' });
    expect(waits).toEqual([{ section: 'wishes', words: expect.stringMatching(/HM-22222B.*HM-22222A/) }]);
  });
});

describe('the words beside it', () => {
  const texts = (value: unknown): readonly string[] => {
    if (typeof value === 'string') return [value];
    if (typeof value === 'function') return [String((value as (...of: unknown[]) => unknown)(2, '4 月 5 日'))];
    return Object.values(value as object).flatMap(texts);
  };

  it.each([...texts(seaWords), ...texts(deathPaperNames)])('%s', (text) => {
    expect(plainWordProblems(text.replace('HM-7KQ2M9', ''))).toEqual([]);
    expect(text).not.toMatch(/恭喜|成功|抢|仅剩|还剩|倒计时|赶快|祝|开心|顺利|节哀|[!！]/);
  });
});
