export const services = {
  title: '能办什么',
  lead: '按家里的事来找。写着“一部分稍后开放”的，里面有现在该怎么办、该打哪个电话。',
  hardship: { title: '家里有困难', check: '答几个问题，看看可能符合哪几项', checkLine: '大约 3 分钟，不用登录' },
  find: { title: '找一找', line: '说说难处，看看有哪些帮扶' },
  behind: (titles: readonly string[]) =>
    titles.length > 3 ? `${titles.slice(0, 3).join('、')}等 ${titles.length} 项` : titles.join('、'),
  urgent: { title: '遇到急事、难事', row: '现在就要帮忙', line: '不看户口，先打电话或递一句话' },
  farewell: { title: '送别亲人', row: '先做什么、撒海、补贴', line: '白天夜里都能打 96456' },
  other: { title: '别的事' },
  marriage: { title: '结婚、离婚登记', row: '结婚、补领、离婚、辅导', line: '挑地方，看哪天有号，约时间' },
  laterMark: '一部分稍后开放',
} as const;
