import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { checkDigit } from '@jinmen/shared/kernel/id-number';
import { couples } from './couples';

/** A made-up resident of the simulators. Named by the scenario, never like a real person. */
export interface SimulatedPerson {
  readonly name: string;
  /** What is so about this household, for whoever picks one of them to try the app. */
  readonly scenario: string;
}

/** What a record of the means check holds: yuan or a number, `N` nobody of that number there, `F` no answer. */
export type Figure = string | 'N' | 'F';

export interface Figures {
  readonly wage: Figure;
  readonly pension: Figure;
  readonly other: Figure;
  readonly year: Figure;
  readonly money: Figure;
  readonly cars: Figure;
  readonly homes: Figure;
  readonly otherHouses: Figure;
}

export interface Relative {
  readonly name: string;
  readonly idNumber: string;
  readonly relation: 'spouse' | 'child' | 'parent' | 'grandparent' | 'sibling';
  /** The register has them, but not whose child or ward they are: a paper shows it. */
  readonly kinshipUnknown?: true;
}

/** Everything the bureaus know of a person. */
export interface KnownPerson extends SimulatedPerson {
  /** What stands on their ID card; the family name 示 (示例) is nobody's. */
  readonly realName: string;
  readonly idNumber: string;
  readonly birth: CivilDate;
  readonly phone: string;
  readonly members: readonly Relative[];
  readonly figures: Figures;
  /** The name the register has under the number, when it is another. */
  readonly registeredAs?: string;
  readonly deceased?: true;
  /** What 联网审查 says of them; nothing to explain when absent. */
  readonly reviewed?: 'attend';
  /** What the bank says of the first account they name; a second one is right. */
  readonly firstAccount?: 'frozen' | 'mismatch';
}

const NOTHING: Figures = {
  wage: '0.00',
  pension: 'N',
  other: '0.00',
  year: '0.00',
  money: '0.00',
  cars: '0',
  homes: '1',
  otherHouses: '0',
};

/** 129999 was never given to any place: a number with it passes every check and is nobody's (policy-facts F). */
function idNumber(birth: CivilDate, order: number): string {
  const seventeen = `129999${birth.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
  return seventeen + checkDigit(seventeen);
}

const relative = (name: string, relation: Relative['relation'], birth: CivilDate, order: number): Relative => ({
  name,
  relation,
  idNumber: idNumber(birth, order),
});

type Told = Omit<KnownPerson, 'idNumber' | 'phone' | 'members' | 'figures'> & {
  /** The last but one three digits: odd for a man, even for a woman. */
  readonly order: number;
  readonly members?: readonly Relative[];
  readonly figures?: Partial<Figures>;
};

const told: readonly Told[] = [
  {
    name: '单人-断收入',
    scenario: '一个人住，本市户籍；上月丢了工作，这个月没有收入，没有存款',
    realName: '示断薪',
    birth: '1985-03-17',
    order: 991,
    figures: { year: '31200.00', money: '312.40' },
  },
  {
    name: '三口-低于低保线',
    scenario: '夫妻二人带一个上小学的孩子，本市户籍；家庭月收入 2400 元，人均 800 元',
    realName: '示低线',
    birth: '1984-06-02',
    order: 993,
    members: [relative('示低偶', 'spouse', '1986-01-20', 992), relative('示低小', 'child', '2017-05-08', 991)],
    figures: { wage: '2400.00', year: '28800.00', money: '6200.00' },
  },
  {
    name: '三口-正好在低保线',
    scenario: '夫妻二人带一个孩子，本市户籍；家庭人均月收入与低保标准一分不差',
    realName: '示正好',
    birth: '1983-09-11',
    order: 995,
    members: [relative('示正偶', 'spouse', '1985-12-01', 994), relative('示正小', 'child', '2015-02-14', 992)],
    figures: { wage: '3135.00', year: '37620.00', money: '5000.00' },
  },
  {
    name: '三口-高一分',
    scenario: '夫妻二人带一个孩子，本市户籍；家庭人均月收入比低保标准高一分钱',
    realName: '示高分',
    birth: '1982-04-25',
    order: 997,
    members: [relative('示高偶', 'spouse', '1983-08-30', 996), relative('示高小', 'child', '2014-11-03', 993)],
    figures: { wage: '3135.03', year: '37620.36', money: '5000.00' },
  },
  {
    name: '三口-低保边缘',
    scenario: '夫妻二人带一个孩子，本市户籍；人均月收入高于低保标准，不到一倍半',
    realName: '示边缘',
    birth: '1981-07-19',
    order: 991,
    members: [relative('示边偶', 'spouse', '1982-10-10', 992), relative('示边小', 'child', '2013-06-21', 994)],
    figures: { wage: '4200.00', year: '50400.00', money: '9800.00' },
  },
  {
    name: '四口-收入宽裕',
    scenario: '夫妻二人、老人和孩子，本市户籍；人均月收入是低保标准的三倍',
    realName: '示宽裕',
    birth: '1980-02-05',
    order: 993,
    members: [
      relative('示宽偶', 'spouse', '1981-05-16', 994),
      relative('示宽小', 'child', '2012-09-09', 995),
      relative('示宽老', 'parent', '1952-03-03', 996),
    ],
    figures: { wage: '9540.00', year: '114480.00', money: '180000.00', cars: '1', homes: '2' },
  },
  {
    name: '重残一级',
    scenario: '四十岁，持一级肢体残疾人证，本市户籍；和父母同住',
    realName: '示重残',
    birth: '1986-08-08',
    order: 997,
    members: [relative('示重父', 'parent', '1958-01-12', 991), relative('示重母', 'parent', '1960-04-18', 992)],
    figures: { wage: 'N', money: '1200.00' },
  },
  {
    name: '重残-三级智力',
    scenario: '二十五岁，持三级智力残疾人证，本市户籍；由父亲照料',
    realName: '示三级',
    birth: '2001-03-22',
    order: 991,
    members: [relative('示三父', 'parent', '1970-07-07', 993)],
    figures: { wage: 'N', money: '0.00' },
  },
  {
    name: '残疾人证-过期',
    scenario: '持二级视力残疾人证，证件上个月到期，还没有换证',
    realName: '示过期',
    birth: '1978-11-30',
    order: 998,
    figures: { wage: 'N', other: '600.00', year: '7200.00', money: '2400.00' },
  },
  {
    name: '外地户口-租房',
    scenario: '户籍在外省，在本市租房住了五年，一家三口，最近没有收入',
    realName: '示外租',
    birth: '1988-05-05',
    order: 995,
    members: [relative('示外偶', 'spouse', '1990-06-06', 996), relative('示外小', 'child', '2018-07-07', 997)],
    figures: { wage: 'N', year: '26000.00', money: '800.00', homes: '0' },
  },
  {
    name: '外地户口-突发急难',
    scenario: '户籍在外省，路过本市时遇到意外，身上没有钱',
    realName: '示急难',
    birth: '1992-10-01',
    order: 999,
    figures: { wage: 'N', year: 'N', money: 'F', homes: 'N' },
  },
  {
    name: '独居-八十五岁',
    scenario: '八十五岁，一个人住，本市户籍；每月有养老金，子女在外地',
    realName: '示独居',
    birth: '1941-02-15',
    order: 992,
    figures: { wage: 'N', pension: '307.00', other: '900.00', year: '14484.00', money: '15000.00' },
  },
  {
    name: '单亲-大病',
    scenario: '母亲带着十二岁的孩子，本市户籍；母亲患重病，医药费超过收入',
    realName: '示单亲',
    birth: '1987-12-12',
    order: 994,
    members: [relative('示单小', 'child', '2014-08-15', 996)],
    figures: { wage: '1500.00', year: '18000.00', money: '3000.00' },
  },
  {
    name: '成年重残-父母养',
    scenario: '三十岁，持一级精神残疾人证，没有收入，由父母供养；父母的收入高于低保标准',
    realName: '示成年',
    birth: '1996-01-09',
    order: 991,
    members: [relative('示成父', 'parent', '1966-03-28', 995), relative('示成母', 'parent', '1968-09-17', 998)],
    figures: { wage: 'N' },
  },
  {
    name: '不清楚-收入',
    scenario: '打零工的一家四口，说不准每月有多少收入',
    realName: '示不清',
    birth: '1989-04-04',
    order: 997,
    members: [
      relative('示不偶', 'spouse', '1991-05-25', 998),
      relative('示不大', 'child', '2013-10-10', 991),
      relative('示不小', 'child', '2016-12-24', 992),
    ],
    figures: { wage: 'N', other: 'F', year: 'F', money: '450.00' },
  },
  {
    name: '单人-核对后收入高',
    scenario: '一个人住，本市户籍；自己说没有收入，核对出来每月有 3000 元工资',
    realName: '示多薪',
    birth: '1990-09-01',
    order: 993,
    figures: { wage: '3000.00', year: '36000.00', money: '42000.00' },
  },
  {
    name: '单人-查不到数据',
    scenario: '一个人住，本市户籍；没有收入，核对时几处数据查不到、没有应答',
    realName: '示查无',
    birth: '1979-06-30',
    order: 996,
    figures: { wage: 'N', other: 'N', year: 'F', money: 'F', cars: 'N', homes: 'F', otherHouses: 'F' },
  },
  {
    name: '单人-生僻字姓名',
    scenario: '一个人住，本市户籍；姓名里有两个四字节的字',
    realName: '示𠮷𬱖',
    birth: '1993-03-03',
    order: 991,
  },
  {
    name: '单人-间隔号姓名',
    scenario: '一个人住，本市户籍；民族姓名，中间有间隔号',
    realName: '示古丽·示例提',
    birth: '1994-07-14',
    order: 992,
  },
  {
    name: '实名-姓名对不上',
    scenario: '证件号是对的，登记的姓名却是另一个',
    realName: '示不符',
    registeredAs: '示另名',
    birth: '1991-11-11',
    order: 995,
  },
  {
    name: '实名-户口已注销',
    scenario: '姓名和证件号都对得上，户口已经注销',
    realName: '示已故',
    deceased: true,
    birth: '1950-10-20',
    order: 993,
  },
  {
    name: '夫妻-妻子另有手机',
    scenario: '夫妻二人，本市户籍；妻子有自己的手机，要在自己的手机上签字；两人都挣得少',
    realName: '示双夫',
    birth: '1977-02-11',
    order: 995,
    members: [relative('示双妻', 'spouse', '1979-08-23', 996)],
    figures: { wage: '900.00', year: '10800.00', money: '1500.00' },
  },
  {
    name: '妻子-另一部手机',
    scenario: '“夫妻-妻子另有手机”里的妻子，用的是她自己的手机',
    realName: '示双妻',
    birth: '1979-08-23',
    order: 996,
    members: [relative('示双夫', 'spouse', '1977-02-11', 995)],
    figures: { wage: '600.00', year: '7200.00', money: '800.00', homes: '0' },
  },
  {
    name: '兄弟-联系不上',
    scenario: '兄弟二人一个户口，本市户籍；哥哥来办，弟弟在外地，一直联系不上',
    realName: '示兄长',
    birth: '1975-05-14',
    order: 997,
    members: [relative('示弟远', 'sibling', '1980-10-30', 995)],
    figures: { wage: '700.00', year: '8400.00', money: '600.00' },
  },
  {
    name: '单人-卡冻结了',
    scenario: '一个人住，本市户籍；没有收入，第一次填的卡冻结了，换一张就行',
    realName: '示冻卡',
    birth: '1976-02-08',
    order: 993,
    firstAccount: 'frozen',
    figures: { year: '9600.00', money: '150.00' },
  },
  {
    name: '单人-户名对不上',
    scenario: '一个人住，本市户籍；没有收入，第一次填的账号户名对不上',
    realName: '示错卡',
    birth: '1974-05-16',
    order: 994,
    firstAccount: 'mismatch',
    figures: { year: '8400.00', money: '90.00' },
  },
  {
    name: '父亲-残疾孩子',
    scenario: '父亲替九岁的孩子办，孩子持一级肢体残疾人证；和妻子、孩子同住，收入在低保边缘',
    realName: '示父亲',
    birth: '1986-05-21',
    order: 981,
    members: [relative('示母亲', 'spouse', '1987-09-02', 982), relative('示小明', 'child', '2017-06-11', 983)],
    figures: { wage: '4200.00', year: '50400.00', money: '8600.00' },
  },
  {
    name: '父亲-要看户口簿',
    scenario: '父亲替十五岁的孩子办；户口登记里查不到是谁的孩子，要拿户口簿给街道看',
    realName: '示看簿',
    birth: '1984-02-17',
    order: 985,
    members: [{ ...relative('示小北', 'child', '2011-03-30', 987), kinshipUnknown: true }],
    figures: { wage: '2600.00', year: '31200.00', money: '3100.00' },
  },
  {
    name: '老人-女儿代办',
    scenario: '七十八岁，一个人住，没有智能手机，只有一部能收短信的手机；女儿替着办',
    realName: '示大娘',
    birth: '1948-04-06',
    order: 984,
    figures: { wage: 'N', pension: '307.00', year: '3684.00', money: '5200.00' },
  },
  {
    name: '女儿-替母亲办',
    scenario: '五十一岁，另住；替七十八岁的母亲办高龄津贴和养老补贴',
    realName: '示女儿',
    birth: '1975-10-12',
    order: 986,
    figures: { wage: '5200.00', year: '62400.00', money: '31000.00' },
  },
  ...couples,
];

export const knownPeople: readonly KnownPerson[] = told.map(({ order, members, figures, ...person }, index) => ({
  ...person,
  idNumber: idNumber(person.birth, order),
  phone: `138000001${String(index + 1).padStart(2, '0')}`,
  members: members ?? [],
  figures: { ...NOTHING, ...figures },
}));

/** The people to sign in as and to try the self-check with. The name is the key: it stays once it is in use. */
export const people: readonly SimulatedPerson[] = knownPeople.map(({ name, scenario }) => ({ name, scenario }));

export function findPerson(name: string): KnownPerson | undefined {
  return knownPeople.find((person) => person.name === name);
}
