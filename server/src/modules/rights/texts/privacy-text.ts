import type { RulesView } from '@jinmen/shared/residents/rights';
import type { KeepDays } from '../../../platform/config/keep-days';
import { personalTables } from '../catalogue/catalogue';
import { columnsOf, type Matter } from '../catalogue/field-catalogue';
import { matters } from '../catalogue/matters';
import { keptWords } from '../keeping/keeping';
import { basisWords, receivers } from '../words';

type Section = RulesView['sections'][number];

const BEFORE: readonly Section[] = [
  {
    title: '先说要紧的',
    lines: [
      '看政策、自己先查一查，不用登录，也不用填名字和号码。',
      '要用您的情况时，一样一样单独问您。不同意，别的照常能用；问过一次，不会反复问。',
      '不做人脸识别，不要您的脸。不把您的情况卖给别人，也不拿去做广告。',
      '都存在国内。姓名、号码、收入、病情这些，都是加密存的。',
    ],
  },
];

const AFTER: readonly Section[] = [
  {
    title: '谁能看到',
    lines: [
      '办您这件事的街道和部门，只看办这件事要用的。',
      '工作人员每看一次您的电话、登记，都会记下是哪个岗位、什么时候、为什么。您在“我的数据”里看得到。',
    ],
  },
  {
    title: '没满 14 岁的孩子',
    lines: ['孩子的事，由监护人点头。先查对您是不是监护人，才能替孩子办。孩子的名字不会贴出来。'],
  },
  {
    title: '您能做什么',
    lines: [
      '看给过谁、谁看过：我的，我的数据。',
      '要一份：我的数据，给我一份。',
      '改：没递的申请自己改；递了的，到“投诉和建议”里说要改哪里，会给您回话。',
      '收回同意：我同意的事。收回以后，下一次就不再用。',
      '删掉账号：我的数据，删掉账号。哪些马上删、哪些要留，先说给您听。',
      '亲人去世了，爱人、父母、子女这些最近的家里人，为自己正当的事想看、想改、想删他在这里的资料：带上证明到街道的窗口办（要带哪几样是示例，待民政局核定）。能看的只有他办过什么、办成没有；病情、收入、婚姻、说过的话不给。',
      '您自己走了以后，不想给家里人的，在“我的数据”里说一句就行。随时能改。',
    ],
  },
  {
    title: '找得到人',
    lines: ['有话要说，到“投诉和建议”里写，或者打 12345。殡葬的事打 96456。'],
  },
  {
    title: '还没定的',
    lines: ['标着“示例，待民政局核定”的天数，是演示用的，不是规定。'],
  },
];

/** The sections of 我们怎么用您的情况, each thing we do out of the field catalogue. */
export function privacySections(keepDays: KeepDays): readonly Section[] {
  const residents = matters.filter(({ code }) => code !== 'staff');
  return [...BEFORE, ...residents.map((matter) => matterSection(matter, keepDays)), ...AFTER];
}

function matterSection({ code, title, purpose, basis, kept, gets }: Matter, keepDays: KeepDays): Section {
  const tables = personalTables.filter(({ matter, notCopied }) => matter === code && !notCopied);
  const what = [...new Set(tables.flatMap((table) => columnsOf(table).map((column) => column.what)))];
  return {
    title,
    lines: [
      `用来：${purpose}。`,
      ...(what.length > 0 ? [`存着：${what.join('；')}。`] : []),
      `凭什么：${basis.flatMap(basisWords).join('；')}。`,
      `留多久：${keptWords(kept, keepDays)}。`,
      gets.length === 0 ? '不给别的部门。' : `给谁：${gets.map((each) => receivers[each]).join('、')}。`,
    ],
  };
}
