import { all, any } from '../../eligibility/condition';
import type { Expression } from '../../eligibility/expression';
import type { DecisionClock, Programme } from '../../eligibility/programme';
import { clause, is } from '../../facts/clause';
import { ALONE_AT_HOME } from '../../facts/one-person';
import type { Source } from '../../kernel/source';

const RECOGNITION: Source = {
  document: '《特困人员认定办法》（民发〔2021〕43号）',
  row: 'A.2',
  confidence: 'third-party-copy',
};
/** Tianjin takes minors to the day they are 18; the national text says 16. */
const TIANJIN_2021: Source = {
  document: '天津市社会救助措施报道（人民政协网 2021-11-09）',
  row: 'A.2',
  confidence: 'third-party-copy',
};
const CERTIFICATE: Source = { document: '残疾人两项补贴办事指南', row: 'J8', confidence: 'third-party' };
/** Filed where the hukou is; people from elsewhere go to their own hukou place (J12). */
const HUKOU: Source = { ...RECOGNITION, row: 'A.9' };
/** The national text leaves property to the city, whose rule was not found. */
const PROPERTY: Source = { ...RECOGNITION, article: '第七条', row: 'A.6', confidence: 'unknown' };
const STANDARDS: Source = {
  document: '津民规〔2025〕6号',
  effective: '2025-09-01',
  row: 'A.1',
  confidence: 'official',
};
/** Each person of low income is on record as one of several kinds: 低保, 特困 and so on. */
const ONE_KIND: Source = { document: '国办发〔2023〕39号', row: 'A.2', confidence: 'third-party-copy' };
const DISABILITY_GUIDE: Source = {
  document: '天津市残疾人两项补贴办事指南（2024-06）',
  row: 'B.1',
  confidence: 'third-party',
};

/** 无劳动能力: by age, or by a disability that counts. */
const cannotWork = any(
  clause('C2', '那位家人60岁以上', is('hardshipPerson.kind', 'aged-60'), RECOGNITION),
  clause('C3', '那位家人不满18岁', is('hardshipPerson.kind', 'under-18'), TIANJIN_2021),
  clause('C4', '那位家人的残疾等级够得上', is('hardshipPerson.kind', 'severely-disabled'), RECOGNITION),
  all(
    clause('C5', '残疾证还没办，先去评残', is('hardshipPerson.kind', 'no-certificate'), CERTIFICATE),
    clause('C6', '评残以后，等级到了就可以递交', is('hardshipPerson.assessedGrade', true), CERTIFICATE),
  ),
  all(
    clause(
      'C16',
      '那位家人的残疾是听力、言语的，或者不止一种',
      is('hardshipPerson.kind', 'kind-not-named'),
      RECOGNITION,
    ),
    clause('C17', '这样的残疾算不算，由街道核定', is('hardshipPerson.kindCounts', true), RECOGNITION),
  ),
);

/** 无生活来源. */
const withoutMeans = any(
  clause('C7', '那位家人自己没有收入', is('hardshipPerson.hasIncome', false), RECOGNITION),
  clause('C8', '有一点收入的，够不够生活由街道核定', is('hardshipPerson.meansOfLiving', true), RECOGNITION),
);

/** 无法定义务人, or none who is able. */
const nobodyAble = any(
  clause('C9', '没有该养那位家人的人', is('hardshipPerson.obligors', 'none'), RECOGNITION),
  all(
    clause('C10', '有该养的人，都没能力养', is('hardshipPerson.obligors', 'unable'), RECOGNITION),
    clause('C11', '他们有没有能力，由街道核定', is('hardshipPerson.obligorsMeans', true), RECOGNITION),
  ),
);

const tianjinHukou = any(
  clause('C12', '全家都是天津户口', is('household.hukou', 'all-tianjin'), HUKOU),
  all(
    clause('C13', '家里只有一部分人是天津户口', is('household.hukou', 'some-tianjin'), HUKOU),
    clause('C14', '那位家人自己是天津户口', is('hardshipPerson.hukouInTianjin', true), HUKOU),
  ),
);

/** 基本生活标准 alone: what is paid for care by how much help somebody needs is UNKNOWN. */
const byPlace: Expression = {
  kind: 'cases',
  of: [
    {
      when: clause('urban', '城里', is('hardshipPerson.place', 'urban'), STANDARDS),
      is: { kind: 'amount', of: { standard: 'special-hardship-support-urban' } },
    },
    {
      when: clause('institution', '农村，住在机构', is('hardshipPerson.place', 'rural-institution'), STANDARDS),
      is: { kind: 'amount', of: { standard: 'special-hardship-support-rural-institution' } },
    },
  ],
  otherwise: { kind: 'amount', of: { standard: 'special-hardship-support-rural-home' } },
};

/** The street looks into it and gives its opinion, names hang out, the district decides (A.9). */
const DECIDED_WITHIN: DecisionClock = {
  legs: [{ workingDays: 15 }, { days: 7 }, { workingDays: 15 }],
  source: { ...RECOGNITION, article: '第十三条、第十六条', row: 'A.9' },
};

export const specialHardshipSupport: Programme = {
  code: 'special-hardship-support',
  title: '特困',
  formalName: '特困人员救助供养',
  summary: '没什么收入、也没有家人能养的老人、孩子和残疾人，每月有一份基本生活费，照料的钱另外算。',
  bureau: 'social-assistance',
  door: 'general',
  heldAs: 'household.hasSpecialHardshipSupport',
  words: ['特困', '五保', '三无', '没人养', '没有子女', '没有收入', '一个人过', '没人照顾'],
  relations: [
    {
      kind: 'excludes',
      other: 'minimum-living-allowance',
      prefer: 'this',
      samePersonIf: ALONE_AT_HOME,
      why: '同一个人，特困和低保只能有一样，先看特困。低保给家里别人的，两样都递，由街道来定。',
      source: ONE_KIND,
    },
    {
      kind: 'excludes',
      other: 'disability-living-subsidy',
      prefer: 'this',
      samePersonIf: ALONE_AT_HOME,
      why: '同一个人，特困和残疾人生活补贴只能有一样，先看特困。是两个人的，两样都递，由街道来定。',
      source: DISABILITY_GUIDE,
    },
    {
      kind: 'excludes',
      other: 'disability-care-subsidy',
      prefer: 'this',
      samePersonIf: ALONE_AT_HOME,
      why: '同一个人，特困和残疾人护理补贴只能有一样，先看特困。是两个人的，两样都递，由街道来定。',
      source: DISABILITY_GUIDE,
    },
  ],
  guide: {
    where: '户口所在街道或乡镇；住在别处的，也可以到住的地方的街道递交。户口不在天津的，到户口所在地办。',
    papers: [
      '身份证',
      '户口本',
      '残疾证（有的话）',
      '收入和财产的材料（有什么带什么）',
      '该养的人也要签字，同意查收入',
    ],
    howLong: '街道先看 15 个工作日，名单贴出来（公示）7 天，区里再看 15 个工作日。批下来的下个月算起。',
    phone: '12345',
  },
  decidedWithin: DECIDED_WITHIN,
  stepClocks: {
    lookInto: { legs: [{ workingDays: 15 }], source: { ...RECOGNITION, article: '第十三条', row: 'A.9' } },
    confirm: { legs: [{ workingDays: 15 }], source: { ...RECOGNITION, article: '第十六条', row: 'A.9' } },
    refusalTold: { legs: [{ workingDays: 3 }], source: { ...RECOGNITION, article: '第十八条', row: 'A.9' } },
  },
  publicNotice: {
    kind: 'posted',
    hangs: { legs: [{ days: 7 }], source: { ...RECOGNITION, row: 'A.9' } },
    afterApproval: { source: { ...RECOGNITION, row: 'A.9' } },
  },
  decidedAtHukouPlace: { source: HUKOU },
  versions: [
    {
      from: '2021-11-09',
      rule: all(
        clause('C1', '有人自己没什么收入，也没有家人能养', is('hardshipPerson.exists', true), RECOGNITION),
        cannotWork,
        withoutMeans,
        nobodyAble,
        tianjinHukou,
        clause('C15', '房子、存款这些财产由街道核定', is('household.property', true), PROPERTY),
      ),
      amount: { text: '每人每月基本生活费（照料的钱另外算）', per: 'person-month', is: byPlace },
    },
  ],
};
