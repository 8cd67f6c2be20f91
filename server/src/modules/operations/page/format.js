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
  identity: '实名核验系统',
  wechat: '微信',
  sms: '短信网关',
};

export const ROLES = { operator: '运营人员', 'street-clerk': '街道经办', auditor: '审计人员' };

export function bureau(code) {
  return BUREAUS[code] ?? code;
}
