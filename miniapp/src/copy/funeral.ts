/** On every page about a farewell, and of voyages wherever one is named. */
export const funeral = {
  reading: '正在取…',
  stale: (time: string) => `没网，看的是 ${time} 的内容。`,
  old: (time: string) => `现在取不到新的，看的是 ${time} 的内容。`,
  stop: '先到这里',
  stopLine: '不着急。您写的都替您留着，什么时候回来都行。',
  sample: '示例',
  unknown: '待核定',
} as const;

export const voyageWords = {
  states: {
    planned: '还没开放',
    open: '有位置',
    'nearly-full': '位置不多了',
    full: '已满',
    over: '已截止',
    suspended: '停航',
    sailed: '已开船',
  },
  steps: {
    gather: '集合',
    coach: '乘车去码头',
    board: '上船',
    'cast-off': '开船',
    rite: '到海上，送别',
    back: '回到码头',
  },
  morning: '上午',
  afternoon: '下午',
  title: (day: string, half: string) => `${day} ${half}`,
  meet: (time: string, place: string) => `${time} 在${place}集合`,
  sails: (time: string) => `${time} 开船`,
  vessel: (name: string) => `船：${name}`,
  tooFewSeats: '您家这么多位一起上船，这一班坐不下。可以几位在岸上送，也可以看看别的班。',
  opens: (moment: string) => `${moment}起可以选。`,
  closes: (moment: string) => `${moment}以前都可以选，也可以改。`,
  everyFamily: '已经约好的家庭，我们一家一家联系。',
  suspended: '这一班不开了。已经约好的家庭，我们一家一家联系。',
  sample: '示例班次：真正的日子和位置待核定。',
} as const;

/** Of the list of voyages. */
export const voyagesWords = {
  heading: '送亲人回到海里',
  lead: '您慢慢选，选好也能改。',
  choose: '选这一班',
  chooseLabel: (title: string) => `选 ${title} 这一班`,
  timetable: '看看这一天的安排',
  hideTimetable: '收起这一天的安排',
  money: '船票、路上多久、哪几个月开船：待核定。收费定下来以前，要付钱的事都会先问您。',
  none: '现在没有可以选的船。',
  noneNext: '您可以先登记，说说想哪几天、不方便哪几天。有船了我们打电话给您。',
  signUp: '先登记，等安排',
  signUpLine: '全年都能登记。不想自己选，也可以请我们安排，安排好了再问您。',
  mine: '看看我家登记的',
} as const;
