/** `低保、单人保或低保边缘家庭`. */
function either(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join('、')}或${names.slice(-1).join('')}`;
}

/** The card 可以一起办的 on the result page: what to apply for together, what to choose between, what waits. */
export const plan = {
  title: '可以一起办的',
  lead: '按顺序来，能一起办的一起办。',
  titleOne: '先办这一项',
  titleWaits: '要先等别的结果',
  step: (at: number, title: string) => `${at}. ${title}`,
  why: {
    likely: '可能符合，可以去递。',
    'needs-review': '能不能办，由街道核定。',
    replaces: (held: readonly string[]) => `批下来以后，换掉现在的${held.join('、')}。批下来之前照领。`,
    next: (from: readonly string[]) => `${from.join('、')}这次没对上，可以看看这一项。`,
  },
  over: {
    ifNotGranted: (others: readonly string[]) =>
      `和${others.join('、')}只能要一样。没批下来，再看${others.length > 1 ? `另外 ${others.length}\u00a0项` : '它'}。`,
    rule: (others: readonly string[]) => `和${others.join('、')}只能要一样，先看这一项。`,
    'pays-more': (others: readonly string[]) => `和${others.join('、')}只能要一样，这一项给的不会更少。`,
    'open-amount': (others: readonly string[]) => `和${others.join('、')}只能要一样，选高的那项，由街道核定。`,
    'pays-more-together': (others: readonly string[]) => `和${others.join('、')}只能要一样，这样选加起来多。`,
    unanswered: (others: readonly string[]) => `和${others.join('、')}只能要一样，那边还差几题。`,
  },
  waits: {
    title: '等结果的',
    waiting: (others: readonly string[]) => `等${either(others)}有了结果再定。别等结果，现在就一起填、一起递。`,
    unlikely: (others: readonly string[]) => `它要先有${either(others)}，这次都没对上。这一项先放一放。`,
    'not-in-plan': (others: readonly string[]) => `它要先有${either(others)}，这次还没排上。`,
  },
  instead: {
    title: '这次没排上的',
    ifNotGranted: (chosen: readonly string[]) => `${chosen.join('、')}没批下来，再看这一项。`,
    chosen: (chosen: readonly string[]) => `和${chosen.join('、')}只能要一样。`,
    held: (held: readonly string[]) => `您家有${held.join('、')}，和它只能要一样。`,
  },
  open: (titles: readonly string[]) => `还差几题才知道：${titles.join('、')}。`,
  held: (titles: readonly string[]) => `已经有了：${titles.join('、')}。`,
  ask: (title: string, others: readonly string[], phone: string) =>
    `${title}和${others.join('、')}能不能一起领，没有公布。去之前打 ${phone} 问一声。`,
  more: '为什么这样排',
  less: '收起',
  source: (document: string) => `依据：${document}`,
} as const;
