/** What residents call a standard. One without a name here is not shown by itself. */
export const standardLabels: Readonly<Record<string, string>> = {
  'minimum-living-allowance': '低保标准',
  'low-income-margin-multiple': '低保边缘收入上限，按低保标准的',
  'low-income-margin-grant': '低保边缘家庭救助金',
  'special-hardship-support-urban': '特困基本生活费，城里的',
  'special-hardship-support-rural-institution': '特困基本生活费，农村住在机构的',
  'special-hardship-support-rural-home': '特困基本生活费，农村住在家里的',
  'disability-living-subsidy-severe': '困难残疾人生活补贴，证上一级、二级的',
  'disability-living-subsidy-other': '困难残疾人生活补贴，证上三级、四级的',
  'disability-care-subsidy': '重度残疾人护理补贴',
  'child-basic-living': '孤儿、事实无人抚养儿童的基本生活费',
  'old-age-allowance-100': '满100岁的老人，全市',
  'old-age-allowance-100-120116': '满100岁的老人，滨海新区',
  'old-age-allowance-100-120111': '满100岁的老人，西青区',
  'old-age-allowance-100-120113': '满100岁的老人，北辰区',
  'elder-meal-subsidy': '老人在食堂吃午饭少付',
  'funeral-subsidy': '丧葬补贴',
};
