import type { GuardianshipWait } from '@jinmen/shared/residents/guardianship';

/** What a guardian reads. The same for every reason the register did not say yes (security.md T6). */
export const dependantWords = {
  waits: {
    answer: '正在查户口登记，一会儿就有回音。不用等，可以先填申请。',
    paper:
      '系统里没有查到您二位的关系，或者您选了拿材料。请带户口簿、出生证或者法院的文书到街道，把下面的口令给窗口的人看。申请可以先填着。',
    consent: '孩子没满 14 岁，还要您单独点个头，才能递申请。',
    'grown-up': '满 18 岁了，可以自己办，或者请您代办。由法院定了要您监护的，请带文书到街道。',
  } satisfies Readonly<Record<GuardianshipWait, string>>,
  problems: {
    realName: '先确认您是谁，再添孩子。',
    yourself: '这是您自己的号码，请填孩子的，或者您监护的那一位的。',
    grownUp: '这一位已经满 18 岁了，可以自己办，或者请您代办。由法院定了要您监护的，请选“由我监护的人”。',
    tooMany: (most: number) => `这里最多添 ${most} 位。再多的，到街道办。`,
    kept: '按规定，这一位的登记要先留着，现在还不能去掉。不影响您办别的事。想问为什么，请打 12345。',
    unknownCode: '没有找到这个口令，请再看一遍。查过的口令就不能再用了。',
  },
} as const;
