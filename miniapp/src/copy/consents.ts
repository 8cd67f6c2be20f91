import type { ConsentView } from '@jinmen/shared/residents/views';

type State = ConsentView['state'];

export const consentWords = {
  title: '我同意的事',
  lead: '用您的情况办事，每一样都单独问您。不同意也可以，下面写着会怎样。',
  without: '要是不同意',
  yes: '同意',
  no: '不同意',
  withdraw: '收回',
  working: '正在记下…',
  state: {
    given: '已同意',
    refused: '没同意',
    withdrawn: '已收回',
    outdated: '说明改过了',
    'not-asked': '还没问过',
  } satisfies Readonly<Record<State, string>>,
  outdated: '这段说明和您上次看的不一样了，请再看一遍。',
  atThatTime: '看看那时的说明',
  since: {
    given: (when: string) => `${when} 您同意了`,
    refused: (when: string) => `${when} 您说不同意`,
    withdrawn: (when: string) => `${when} 您收回了`,
    outdated: (when: string) => `${when} 您同意的是以前的说明`,
  },
  confirmWithdraw: {
    title: '收回这一样？',
    content: (without: string, handedIn: boolean) =>
      `${without}以前已经用过的，收不回来。` +
      (handedIn ? '已经点过“递申请”的，不会因此停下；要停，到那份申请里点“撤回”。' : ''),
    yes: '收回',
    no: '先不收回',
  },
  ask: {
    step: (now: number, all: number) => `要问您 ${all} 样，这是第 ${now} 样`,
    refused: '您没有同意，就先停在这里。填的都还在。',
    reconsider: '再看一遍',
  },
} as const;
