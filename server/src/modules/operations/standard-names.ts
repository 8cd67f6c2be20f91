import { standardLabels } from '@jinmen/shared/standards/standard-labels';

/** Figures residents are shown none of by themselves: only the desk reads their names. */
const ONLY_HERE: Readonly<Record<string, string>> = {
  'basic-pension-counted-as-income': '城乡居民基础养老金算不算收入',
  'classified-deduction-illness-a': '分类救助扣减，尿毒症、白血病这一类',
  'classified-deduction-illness-b': '分类救助扣减，癌症、偏瘫这一类',
  'classified-deduction-illness-c': '分类救助扣减，脑梗死、癫痫这一类',
  'classified-deduction-other-disability': '分类救助扣减，言语、听力一二级和智力、精神三级',
  'classified-deduction-severe-disability': '分类救助扣减，视力、肢体、智力、精神一二级',
  'low-income-margin-asset-months': '低保边缘家庭货币财产，按低保标准最多几个月',
  'low-income-margin-grant-rural': '低保边缘家庭救助金，农村',
  'low-income-margin-grant-urban': '低保边缘家庭救助金，城镇',
  'minimum-living-allowance-asset-months': '低保家庭货币财产，按低保标准最多几个月',
  'minimum-living-allowance-rural': '低保标准，农村',
  'minimum-living-allowance-urban': '低保标准，城镇',
};

/** What a figure is called at the desk; its code where nobody named it. */
export function standardName(key: string): string {
  return standardLabels[key] ?? ONLY_HERE[key] ?? key;
}
