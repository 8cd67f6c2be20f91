import type { CivilDate } from '@jinmen/shared/kernel/civil-date';

interface OneOfTwo {
  readonly name: string;
  readonly scenario: string;
  readonly realName: string;
  readonly birth: CivilDate;
  readonly order: number;
  readonly reviewed?: 'attend';
}

/** Those who marry or part, two by two; what the means check would find of them says nothing here. */
export const couples: readonly OneOfTwo[] = [
  {
    name: '新人-男',
    scenario: '二十八岁，要和“新人-女”登记结婚；两人都住在本市',
    realName: '示新郎',
    birth: '1998-03-15',
    order: 991,
  },
  {
    name: '新人-女',
    scenario: '二十七岁，要和“新人-男”登记结婚，用的是她自己的手机',
    realName: '示新娘',
    birth: '1999-09-20',
    order: 992,
  },
  {
    name: '新人-男-外地',
    scenario: '三十岁，户籍和住处都在外省，要和“新人-女-外地”到这里登记结婚',
    realName: '示远郎',
    birth: '1996-05-02',
    order: 993,
  },
  {
    name: '新人-女-外地',
    scenario: '二十九岁，户籍和住处都在外省，要和“新人-男-外地”到这里登记结婚',
    realName: '示远娘',
    birth: '1997-01-28',
    order: 994,
  },
  {
    name: '未到年龄',
    scenario: '十九岁，女方，还没到能登记结婚的年龄',
    realName: '示未满',
    birth: '2007-06-10',
    order: 996,
  },
  {
    name: '离婚-男',
    scenario: '三十八岁，和“离婚-女”商量好了离婚，两步都要来',
    realName: '示离夫',
    birth: '1988-04-12',
    order: 995,
  },
  {
    name: '离婚-女',
    scenario: '三十七岁，和“离婚-男”商量好了离婚，用的是她自己的手机',
    realName: '示离妻',
    birth: '1989-11-05',
    order: 996,
  },
  {
    name: '新人-联网有话说',
    scenario: '三十五岁，要登记结婚；联网审查以后，要请本人到窗口当面说明',
    realName: '示有话',
    birth: '1991-02-19',
    order: 997,
    reviewed: 'attend',
  },
];
