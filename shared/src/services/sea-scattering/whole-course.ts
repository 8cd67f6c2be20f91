import { documents, type SourcedLine } from './sourced-line';

export interface CourseStep {
  readonly code: string;
  readonly title: string;
  /** What one would see, as the caption of a picture: the film of the whole course is not here yet. */
  readonly seen: string;
  readonly lines: readonly SourcedLine[];
}

const { highlights2022, tonight2015, first2021, north2022, unknown, ours } = documents;

/** 全环节指引: what happens, step by step, from signing up to the certificate (docs/policy-facts.md D.1, J20, J21). */
export const wholeCourse: readonly CourseStep[] = [
  {
    code: 'sign-up',
    title: '登记',
    seen: '一张表，写亲人的名字，写家里几个人去，写哪几天不方便。',
    lines: [
      { text: '全年都能登记。不知道的先空着，以后再补。', source: tonight2015('D.1') },
      { text: '骨灰在哪里、谁带来，家里人都同意了没有，也写在这里。', source: highlights2022('J20') },
    ],
  },
  {
    code: 'day',
    title: '定日子',
    seen: '电话里说：给您家安排在这一天，您看行不行。',
    lines: [
      { text: '有开放的船，您自己选；没有，我们替您安排，安排好了问您。', source: ours('J17') },
      { text: '代撒的，2022\u00a0年是提前三四天打电话告诉家里。', source: north2022('D.1') },
    ],
  },
  {
    code: 'before',
    title: '前一天',
    seen: '骨灰、死亡证明或火化证明、身份证，放在一个袋子里。',
    lines: [
      { text: '船开不开，看海上的风。不开，会早早告诉您，您家的位置换一班接着留。', source: ours('D.1') },
      { text: '穿暖和、鞋底防滑。海上比岸上冷。', source: ours('D.1') },
    ],
  },
  {
    code: 'gather',
    title: '集合',
    seen: '工作人员拿着名单，一家一家地问到。',
    lines: [
      { text: '2021\u00a0年的一班：早上 6:30 从殡仪服务总站坐大巴，到天津国际邮轮母港。', source: first2021('D.1') },
      { text: '您那一班几点、在哪里，以船期上写的为准。', source: ours('D.1') },
    ],
  },
  {
    code: 'board',
    title: '上船',
    seen: '码头边，一人一张登船码，扫过了，有人扶着上去。',
    lines: [
      { text: '坐轮椅的、走得慢的，登记时写一句，船上好先准备。', source: ours('J18') },
      { text: '上不了船的家人，可以留在岸上，在码头送别。', source: ours('J18') },
    ],
  },
  {
    code: 'rite',
    title: '到海上，送别',
    seen: '船停下来。一家一家走到船边，花瓣和骨灰一起落进海里。',
    lines: [
      { text: '2021\u00a0年的一班：8:30 在船上开始仪式。', source: first2021('D.1') },
      { text: '骨灰袋能溶在水里。写给亲人的卡片、花瓣，也都是海里化得掉的。', source: first2021('D.1') },
      { text: '别的东西能不能放进海里，由船方核定，请先问一声。', source: unknown('D.1') },
    ],
  },
  {
    code: 'back',
    title: '回来以后',
    seen: '一张证明，写着哪天、几点、船停在哪里。',
    lines: [
      { text: '船报来时间和位置，这里替您留一张证明，随时能看。', source: ours('D.1') },
      { text: '以后每年要不要提醒您这一天，只问一次。不想要，就不再问。', source: ours('D.1') },
    ],
  },
];

/** What keeps everybody safe; what nobody has published is said to be open. */
export const safety: readonly SourcedLine[] = [
  { text: '2022\u00a0年起，船上有安全保障，也有医护人员跟船。', source: highlights2022('J21') },
  { text: '晕船、心脏不好、腿脚不便，登记时写一句，只有船上的医护看得到。', source: ours('J18') },
  { text: '年龄和身体能不能上船，由船方核定。不能上的，岸上一样送别。', source: unknown('J18') },
  { text: '船上不点火，也不烧纸。细的规定由船方核定。', source: unknown('D.1') },
];

/** Of the film there is in the halls since 2022. */
export const noFilm: SourcedLine = {
  text: '2022\u00a0年起有讲全程的视频演示。影片这里还没有拿到，先用文字一步一步写给您。',
  source: highlights2022('J21'),
};
