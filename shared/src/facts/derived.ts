import type { Leaf } from '../eligibility/condition';
import { any } from '../eligibility/condition';
import type { DerivedDefinition, Expression } from '../eligibility/expression';
import type { Source } from '../kernel/source';
import type { FactName } from './facts';

/** 《最低生活保障审核确认办法》 (民发〔2021〕57号): what counts as income, and what is left open. */
const INCOME: Source = {
  document: '《最低生活保障审核确认办法》（民发〔2021〕57号）',
  article: '第十三条',
  effective: '2021-07-01',
  row: 'A.8',
  confidence: 'third-party-copy',
};
/** 分类救助 deductions, Tianjin. */
const DEDUCTIONS: Source = { document: '天津日报 2025-09-24 分类救助报道', row: 'A.8', confidence: 'third-party-copy' };

const ZERO: Expression = { kind: 'amount', of: 0 };

function fact(name: FactName): Expression {
  return { kind: 'fact', fact: name };
}

function sum(...of: readonly Expression[]): Expression {
  return { kind: 'sum', of };
}

/** `is` when the yes/no fact holds, else `otherwise`. */
function either(when: FactName, is: Expression, otherwise: Expression): Expression {
  return { kind: 'cases', of: [{ when: holds(when), is }], otherwise };
}

/** `is` when the yes/no fact holds, else nothing. */
function onlyIf(when: FactName, is: Expression): Expression {
  return either(when, is, ZERO);
}

function holds(name: FactName, value = true): Leaf {
  return { kind: 'leaf', id: name, text: name, source: INCOME, fact: name, test: { op: 'oneOf', values: [value] } };
}

function perPerson(standard: string, people: FactName): Expression {
  return { kind: 'times', of: { kind: 'amount', of: { standard } }, by: fact(people) };
}

/** 就业成本扣减 exists, its size is UNKNOWN (gap I-3): anything from nothing to all of the wage may be left. */
const wagesCounted: Expression = { kind: 'unknown', to: fact('household.monthlyWageIncomeFen'), source: INCOME };

/** 基础养老金 was left out during 十四五, to 2025-12-31; since then UNKNOWN (J1). */
const basicPensionCounted: Expression = {
  kind: 'countedIf',
  flag: 'basic-pension-counted-as-income',
  of: fact('household.monthlyBasicPensionFen'),
};

/** Sums a rule may add whose size no source gives: imputed income, maintenance (赡养费), severance (J2). */
const addedByRule: Expression = sum(
  ...(
    ['household.hasAbleBodiedWithoutWork', 'household.hasSupportFromOutside', 'household.receivedSeverance'] as const
  ).map((when) => onlyIf(when, { kind: 'unknown', source: INCOME })),
);

const forDisability: Expression = sum(
  perPerson('classified-deduction-severe-disability', 'household.severelyDisabledCount'),
  perPerson('classified-deduction-other-disability', 'household.otherDisabledCount'),
);
const forIllness: Expression = sum(
  perPerson('classified-deduction-illness-a', 'household.illnessClassACount'),
  perPerson('classified-deduction-illness-b', 'household.illnessClassBCount'),
  perPerson('classified-deduction-illness-c', 'household.illnessClassCCount'),
);

/** Whether one person's disability and illness add up is UNKNOWN (gap I-4): at least one of the two, at most both. */
const forBoth: Expression = {
  kind: 'cases',
  of: [{ when: holds('household.samePersonDisabledAndIll', false), is: sum(forDisability, forIllness) }],
  otherwise: sum(forDisability, { kind: 'unknown', to: forIllness, source: DEDUCTIONS }),
};

/** Written so that no path asks one fact twice: then the engine needs no search to know what an answer could do. */
const forPeople: Expression = either(
  'household.hasDisabledMember',
  either('household.hasLongTermIllness', forBoth, forDisability),
  either('household.hasLongTermIllness', forIllness, ZERO),
);

/** Items 3 and on (老人, 未成年人, 单亲) exist, their sums are UNKNOWN (gap I-4). */
const forFamily: Expression = {
  kind: 'cases',
  of: [
    {
      when: any(
        holds('household.hasMemberAged60'),
        holds('household.hasMinor'),
        holds('household.isSingleParentWithStudent'),
      ),
      is: { kind: 'unknown', source: DEDUCTIONS },
    },
  ],
  otherwise: ZERO,
};

/** 家庭月收入 after 分类救助, fen a month, never below zero. */
const householdMonthlyIncome: Expression = {
  kind: 'notBelowZero',
  of: {
    kind: 'minus',
    from: sum(wagesCounted, fact('household.monthlyOtherIncomeFen'), basicPensionCounted, addedByRule),
    take: sum(forPeople, forFamily),
  },
};

export const derived = {
  'household.monthlyIncomeFen': { label: '家庭月收入', unit: 'fen-per-month', is: householdMonthlyIncome },
  'household.monthlyIncomePerHeadFen': {
    label: '人均月收入',
    unit: 'fen-per-month',
    is: {
      kind: 'per',
      of: { kind: 'fact', fact: 'household.monthlyIncomeFen' },
      by: fact('household.memberCount'),
    },
  },
  'household.moneyAssetsPerHeadFen': {
    label: '人均存款和现金',
    unit: 'fen',
    is: { kind: 'per', of: fact('household.moneyAssetsFen'), by: fact('household.memberCount') },
  },
  /** Grade 1 or 2 of any kind, or 3 for 智力 and 精神: the two counts the deductions ask are exactly these people. */
  'household.disabledWhoMayApplyAloneCount': {
    label: '残疾等级够得上的人数',
    unit: 'count',
    is: sum(fact('household.severelyDisabledCount'), fact('household.otherDisabledCount')),
  },
  /** Of a household without income it says nothing: a rule that rests on it asks first whether there was any. */
  'household.rigidSpendingShare': {
    label: '这些花费占全年收入',
    unit: 'permille',
    is: {
      kind: 'per',
      of: { kind: 'times', of: fact('household.yearlyRigidSpendingFen'), by: { kind: 'amount', of: 1000 } },
      by: fact('household.yearlyIncomeFen'),
    },
  },
  'household.yearlyIncomePerHeadFen': {
    label: '人均年收入',
    unit: 'fen-per-year',
    is: { kind: 'per', of: fact('household.yearlyIncomeFen'), by: fact('household.memberCount') },
  },
} as const satisfies Readonly<Record<string, DerivedDefinition>>;

export type DerivedName = keyof typeof derived;
