/** A made-up resident of the simulators. Named by the scenario, never like a real person. */
export interface SimulatedPerson {
  readonly name: string;
  /** What is so about this household, for whoever picks one of them to try the app. */
  readonly scenario: string;
}

/** The people to sign in as and to try the self-check with. The name is the key: it stays once it is in use. */
export const people: readonly SimulatedPerson[] = [
  { name: '单人-断收入', scenario: '一个人住，本市户籍；上月丢了工作，这个月没有收入，没有存款' },
  { name: '三口-低于低保线', scenario: '夫妻二人带一个上小学的孩子，本市户籍；家庭月收入 2400 元，人均 800 元' },
  { name: '三口-正好在低保线', scenario: '夫妻二人带一个孩子，本市户籍；家庭人均月收入与低保标准一分不差' },
  { name: '三口-高一分', scenario: '夫妻二人带一个孩子，本市户籍；家庭人均月收入比低保标准高一分钱' },
  { name: '三口-低保边缘', scenario: '夫妻二人带一个孩子，本市户籍；人均月收入高于低保标准，不到一倍半' },
  { name: '四口-收入宽裕', scenario: '夫妻二人、老人和孩子，本市户籍；人均月收入是低保标准的三倍' },
  { name: '重残一级', scenario: '四十岁，持一级肢体残疾人证，本市户籍；和父母同住' },
  { name: '重残-三级智力', scenario: '二十五岁，持三级智力残疾人证，本市户籍；由父亲照料' },
  { name: '残疾人证-过期', scenario: '持二级视力残疾人证，证件上个月到期，还没有换证' },
  { name: '外地户口-租房', scenario: '户籍在外省，在本市租房住了五年，一家三口，最近没有收入' },
  { name: '外地户口-突发急难', scenario: '户籍在外省，路过本市时遇到意外，身上没有钱' },
  { name: '独居-八十五岁', scenario: '八十五岁，一个人住，本市户籍；每月有养老金，子女在外地' },
  { name: '单亲-大病', scenario: '母亲带着十二岁的孩子，本市户籍；母亲患重病，医药费超过收入' },
  { name: '成年重残-父母养', scenario: '三十岁，持一级精神残疾人证，没有收入，由父母供养；父母的收入高于低保标准' },
  { name: '不清楚-收入', scenario: '打零工的一家四口，说不准每月有多少收入' },
];
