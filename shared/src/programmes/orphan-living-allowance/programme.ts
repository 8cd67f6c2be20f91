import { all, any } from '../../eligibility/condition';
import type { Programme } from '../../eligibility/programme';
import { clause, is } from '../../facts/clause';
import { ALONE_AT_HOME } from '../../facts/one-person';
import type { Source } from '../../kernel/source';

/** Who is counted as an orphan is general knowledge; docs/policy-facts.md has no definition. */
const DEFINITION: Source = { document: '国办发〔2010〕54号', row: 'B.3', confidence: 'unknown' };
const ANY_PROVINCE: Source = { document: '《2022年民政亮点工作巡礼》', row: 'B.3', confidence: 'seed' };
const LISTED_ILLNESS: Source = { document: '河北区民政“十四五”规划', row: 'J10', confidence: 'seed' };
const SUBSIDIES: Source = {
  document: '天津市残疾人两项补贴办事指南（2024-06）',
  row: 'B.1',
  confidence: 'third-party',
};

const withoutParents = any(
  all(
    clause('C3', '父母两位都去世：妈妈这边', is('child.mother', 'passed-away'), DEFINITION),
    clause('C4', '父母两位都去世：爸爸这边', is('child.father', 'passed-away'), DEFINITION),
  ),
  all(
    clause('C5', '父母两位都失去联系：妈妈这边', is('child.mother', 'out-of-touch'), DEFINITION),
    clause('C6', '父母两位都失去联系：爸爸这边', is('child.father', 'out-of-touch'), DEFINITION),
    clause('C7', '从小就没找到过亲生父母', is('child.birthParentsNeverFound', true), DEFINITION),
  ),
);

export const orphanLivingAllowance: Programme = {
  code: 'orphan-living-allowance',
  title: '孤儿基本生活费',
  formalName: '孤儿基本生活保障',
  summary: '父母都去世了，或者从小就没找到过亲生父母的孩子，每月有一份生活费。',
  bureau: 'child-welfare',
  door: 'child',
  words: ['孤儿', '父母去世', '没有父母', '爷爷奶奶带孩子', '姥姥姥爷带孩子', '孩子生活费'],
  relations: [
    {
      kind: 'excludes',
      other: 'disability-living-subsidy',
      prefer: 'this',
      samePersonIf: ALONE_AT_HOME,
      why: '同一个孩子领了孤儿基本生活费，就不再领困难残疾人生活补贴。是两个人的，两样都递，由街道来定。',
      source: SUBSIDIES,
    },
    {
      kind: 'stacks-with',
      other: 'disability-care-subsidy',
      why: '孤儿基本生活费和重度残疾人护理补贴可以一起领。',
      source: SUBSIDIES,
    },
  ],
  guide: {
    where: '孩子户口所在的街道或乡镇。户口在外地的，也可以在天津递材料，由户口所在地来定。',
    papers: ['社保卡或银行卡，没有的街道帮您办', '别的材料待核定，去之前先打 12345 问'],
    howLong: '多久有结果，待核定。',
    phone: '12345',
  },
  publicNotice: { kind: 'never' },
  decidedAtHukouPlace: { source: ANY_PROVINCE },
  acrossProvinces: { outsideIf: [{ fact: 'child.hukouOutsideTianjin', is: [true] }], source: ANY_PROVINCE },
  versions: [
    {
      from: '2024-10-19',
      rule: all(
        clause('C1', '孩子没满18岁', is('child.isAged18', false), DEFINITION),
        clause('C2', '孩子是天津户口', is('child.hukouOutsideTianjin', false), ANY_PROVINCE),
        any(
          withoutParents,
          all(
            clause('C8', '孩子自己得了要长期治的重病', is('child.hasSeriousIllness', true), LISTED_ILLNESS),
            clause('C9', '是不是规定的那类病，由街道核定', is('child.listedIllness', true), LISTED_ILLNESS),
          ),
        ),
      ),
      amount: {
        text: '每个孩子每月基本生活费',
        per: 'person-month',
        is: {
          kind: 'cases',
          of: [{ when: withoutParents, is: { kind: 'amount', of: { standard: 'child-basic-living' } } }],
          otherwise: { kind: 'unknown', source: LISTED_ILLNESS },
        },
      },
    },
  ],
};
