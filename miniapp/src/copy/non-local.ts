const listed = (titles: readonly string[]) => titles.join('、');

/** What somebody without Tianjin hukou gets here. Facts: policy-facts J12 (滨海), A.4 (急难型), B.1 and B.3 (跨省通办). */
export const nonLocalWords = {
  title: '户口不在天津，也能办',
  anywhere: (titles: readonly string[]) => `${listed(titles)}里的急难型不看户口：在哪儿遇到难处，就在哪儿的街道申请。`,
  handedOver: (titles: readonly string[]) => `${listed(titles)}可以在这里递，转到户口那边定，您不用跑。`,
  elsewhere: (titles: readonly string[]) =>
    `${listed(titles)}可以在住的街道递材料、查收入存款；最后一般由户口所在地办，街道会告诉您怎么接着办。`,
  permit: '有居住证，或者家里有人是天津户口的，能不能在天津办，由街道看，别自己先划掉。',
  more: '看外地户口能办什么',
  source: '依据：2026\u00a0年\u00a05\u00a0月滨海新区救助政策宣传（外来建设者）；国办发〔2023〕39号',
} as const;
