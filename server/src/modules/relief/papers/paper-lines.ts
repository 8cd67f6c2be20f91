import type { PaperView } from '@jinmen/shared/applications/paper-views';
import { dayWords } from '@jinmen/shared/kernel/day-words';

/** A paper in one line of a receipt: its name, and how it comes. */
export function paperLine({ name, note, state, by, fetchedBy }: PaperView): string {
  const how = howOf({ state, by, fetchedBy }) ?? note;
  return how === undefined ? name : `${name}（${how}）`;
}

function howOf({
  state,
  by,
  fetchedBy,
}: {
  state: PaperView['state'];
  by: PaperView['by'];
  fetchedBy: PaperView['fetchedBy'];
}) {
  switch (state) {
    case 'sent':
      return '照片交上去了';
    case 'ready':
      return '拍好了，还要您点一下交上去';
    case 'promised':
    case 'asked':
    case 'unreadable':
    case 'missed':
      return by === undefined ? '还要补' : `最晚 ${dayWords(by)}补上`;
    case 'in-person':
      return '您带到街道';
    case 'bureau':
      return `由${fetchedBy}去查，您不用拿`;
    case 'open':
      return undefined;
  }
}
