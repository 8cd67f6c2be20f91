const minute = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** An ISO instant as people in Tianjin say it; nothing for nothing. */
export function time(iso) {
  return iso === undefined ? undefined : minute.format(Date.parse(iso));
}

const hour = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** `08:30`, as the clocks in Tianjin say. */
/** The day here and now, for whoever sits before the screen. */
export function today() {
  return new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format();
}

export function clock(iso) {
  return hour.format(Date.parse(iso));
}

/** `2026-11-25` → `2026年11月25日`. */
export function day(civilDate) {
  if (civilDate === undefined) return undefined;
  const [year, month, date] = civilDate.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

export const BUREAUS = {
  'social-assistance': '社会救助系统',
  'means-verification': '经济状况核对系统',
  'disability-benefits': '残疾人两项补贴系统',
  'child-welfare': '儿童福利系统',
  eldercare: '养老服务平台',
  'marriage-registry': '婚姻登记系统',
  identity: '实名核验系统',
  wechat: '微信',
  sms: '短信网关',
};

export const ROLES = { operator: '运营人员', 'street-clerk': '街道经办', auditor: '审计人员' };

export function bureau(code) {
  return BUREAUS[code] ?? code;
}

const EVENTS = {
  'authorisation-told': '有没有签字',
  'case-filed': '新递的申请',
  'item-added': '接着递的一项',
  withdrawn: '撤回',
  'check-reported': '收入和存款查到的',
  'check-requested': '请查收入和存款',
  'check-cancelled': '不用再查收入和存款',
  'notice-sent': '给居民的消息',
  'urgent-asked': '急难求助',
  'urgent-reminded': '催一催急难求助',
  confirmed: '约好的时间',
  moved: '改到别的时间',
  cancelled: '取消的预约',
  suspended: '没了时间、在等新时间的预约',
  'review-asked': '请联网看一看',
  'desk-answered': '答登记窗口',
};

/** What a message is about; its code stands behind the words for whoever repairs it. */
export function topicWords(topic) {
  const words = EVENTS[topic.slice(topic.indexOf('.') + 1)];
  return words === undefined ? topic : `${words}（${topic}）`;
}

const UNITS = {
  'fen-per-person-month': '元 / 人 · 月',
  'fen-per-household-month': '元 / 户 · 月',
  'fen-per-person-year': '元 / 人 · 年',
  'fen-per-meal': '元 / 餐',
  'fen-once': '元，一次',
  permille: '倍',
  months: '个月',
  years: '年',
};

/** A standard's figure with its unit: money in 元, thousandths as 倍. */
export function figure(value, unit) {
  if (unit === 'flag') return value === 1 ? '是' : '否';
  const words = UNITS[unit] ?? unit;
  if (unit === 'permille') return `${value / 1000} ${words}`;
  if (!unit.startsWith('fen')) return `${value} ${words}`;
  const [yuan, fen] = [Math.floor(value / 100), value % 100];
  return `${yuan.toLocaleString('zh-CN')}.${String(fen).padStart(2, '0')} ${words}`;
}

const STUCK = {
  'filing-rejected': '申请那边没收下：问清原因，联系申请人',
  'filing-skipped': '申请没送到：请街道线下接手',
  'item-rejected': '加的一项那边没收下：问清原因',
  'item-skipped': '加的一项没送到：请街道线下接手',
  'check-unreadable': '核对结果读不懂：请人工看收入和财产',
  'check-report-rejected': '核对结果那边没收下：请人工告诉街道',
  'check-report-skipped': '核对结果没送到：请人工告诉街道',
  'message-rejected': '有一条消息那边没收下：问清原因',
  'message-skipped': '有一条消息没送到：请打电话告诉那边',
  'authorisation-rejected': '一条关于签字的消息那边没收下：问清原因，不得告诉同住的人',
  'authorisation-skipped': '一条关于签字的消息没送到：请打电话告诉那边，不得告诉同住的人',
  'payment-doubtful': '发钱的消息前后对不上：请打电话问',
  'papers-missed': '答应补的材料过期了：打电话问要不要帮忙，可以再延一次',
  'news-unreadable': '那边来的消息读不懂：请打电话问',
};

/** What keeps a case from going on, and what to do. */
export function stuckWords(why) {
  return STUCK[why] ?? why;
}

const REASONS = [
  [/^rejected \((\w+)\)/, (code) => `对方不收，代码 ${code}：请打电话问清`],
  [/^status (\d+)/, (code) => `对方回了错误 ${code}`],
  [/^line open$/, () => '对方系统停了，线路暂时断开'],
  [/^no answer/, () => '对方没有回音'],
  [/^reply/, () => '对方的回答读不懂'],
];

/** The last answer of a bureau, in words; its own words stand behind them for whoever repairs it. */
export function answerWords(why) {
  const found = REASONS.find(([pattern]) => pattern.test(why));
  return found ? `${found[1](found[0].exec(why)[1])}（${why}）` : why;
}
