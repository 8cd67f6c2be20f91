import { all, any, type Condition } from '../../eligibility/condition';
import type { Programme } from '../../eligibility/programme';
import { clause, is } from '../../facts/clause';
import { ALONE_AT_HOME } from '../../facts/one-person';
import type { Source } from '../../kernel/source';

const OPINION: Source = {
  document: '《关于进一步加强事实无人抚养儿童保障工作的意见》（2019）',
  article: '一、明确保障对象',
  row: 'B.3',
  confidence: 'third-party-copy',
};
const WHERE: Source = { ...OPINION, article: '二、规范认定流程（一）' };
const ANY_PROVINCE: Source = { document: '《2022年民政亮点工作巡礼》', row: 'B.3', confidence: 'seed' };
const ALSO: Source = { document: '事实无人抚养儿童办事指南', row: 'J9', confidence: 'third-party' };

type Parent = 'child.mother' | 'child.father';

/** Has died, or lives and cannot look after the child. */
function cannotCare([unable, guardianshipEnded, died]: readonly [string, string, string], parent: Parent): Condition {
  const who = parent === 'child.mother' ? '妈妈' : '爸爸';
  return any(
    clause(
      unable,
      `${who}这边：失去联系、重残重病，或在服刑、强制戒毒`,
      is(parent, 'out-of-touch', 'disabled-or-ill', 'detained'),
      OPINION,
    ),
    clause(guardianshipEnded, `${who}这边：法院撤了监护资格，或被遣送出境`, is(parent, 'guardianship-ended'), ALSO),
    clause(died, `${who}这边：去世`, is(parent, 'passed-away'), OPINION),
  );
}

const LIVING = ['able-or-other', 'out-of-touch', 'disabled-or-ill', 'detained', 'guardianship-ended'] as const;

export const deFactoUnattendedChildAllowance: Programme = {
  code: 'de-facto-unattended-child-allowance',
  title: '事实无人抚养儿童基本生活补贴',
  formalName: '事实无人抚养儿童基本生活补贴',
  summary: '爸爸妈妈至少一位还在，可是都照顾不了的孩子，每月有一份生活补贴。',
  bureau: 'child-welfare',
  door: 'child',
  words: ['事实无人抚养', '父母坐牢', '父母失联', '父母重病', '没人管的孩子', '爷爷奶奶带孩子', '姥姥姥爷带孩子'],
  relations: [
    {
      kind: 'excludes',
      other: 'orphan-living-allowance',
      prefer: 'other',
      samePersonIf: ALONE_AT_HOME,
      why: '同一个孩子算孤儿的，领孤儿那一份，两份不一起领。是两个孩子的，两样都递，由街道来定。',
      source: OPINION,
    },
  ],
  guide: {
    where: '孩子户口所在的街道或乡镇。户口在外地的，也可以在天津递材料，由户口所在地来定。',
    papers: ['社保卡或银行卡，没有的街道帮您办', '别的材料待核定，去之前先打 12345 问'],
    howLong: '街道看情况最多 15 个工作日，区里再定最多 15 个工作日，从定下来的第二个月发。',
    phone: '12345',
  },
  decidedWithin: { legs: [{ workingDays: 15 }, { workingDays: 15 }], source: WHERE },
  stepClocks: {
    lookInto: { legs: [{ workingDays: 15 }], source: WHERE },
    confirm: { legs: [{ workingDays: 15 }], source: WHERE },
  },
  publicNotice: { kind: 'never' },
  decidedAtHukouPlace: { source: WHERE },
  acrossProvinces: { outsideIf: [{ fact: 'child.hukouOutsideTianjin', is: [true] }], source: ANY_PROVINCE },
  versions: [
    {
      from: '2020-01-01',
      rule: all(
        clause('C1', '孩子没满18岁', is('child.isAged18', false), OPINION),
        clause('C2', '孩子是天津户口', is('child.hukouOutsideTianjin', false), WHERE),
        cannotCare(['C3', 'C4', 'C5'], 'child.mother'),
        cannotCare(['C6', 'C7', 'C8'], 'child.father'),
        any(
          clause('C9', '父母至少一位还在：妈妈这边', is('child.mother', ...LIVING), OPINION),
          clause('C10', '父母至少一位还在：爸爸这边', is('child.father', ...LIVING), OPINION),
        ),
      ),
      amount: {
        text: '每个孩子每月生活补贴',
        per: 'person-month',
        is: { kind: 'amount', of: { standard: 'child-basic-living' } },
      },
    },
  ],
};
