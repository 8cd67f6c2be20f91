/** What neighbours read. The lines themselves come from the server, which gives the office the same. */
export const publicNoticeWords = {
  title: '邻居会看到什么',
  lead: '规定要把名单贴出来，让邻居看。贴的只有下面几行，别的一概没有。',
  leadHanging: '现在贴着的就是这几行，别的一概没有。',
  stages: {
    'before-decision': '定下来以前',
    'after-approval': '批下来以后',
  },
  states: { preview: '还没贴', 'to-come': '还没贴', hanging: '贴着', over: '贴过了' },
  until: (day: string) => `贴到 ${day}`,
  source: (document: string) => `依据：${document}`,
  notPosted: (titles: readonly string[], why: string) => `${titles.join('、')}：${why}`,
  offline: '现在没网。有网了，这里能看到要贴的每一行。',
  fault: '这会儿没取到要贴的内容，过一会儿再看。',
  retry: '再看一次',
  line: (label: string, text: string) => `${label}：${text}`,
} as const;
