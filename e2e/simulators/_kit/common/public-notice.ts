import type { CaseRecord } from '../case-record';
import { asFields, BadMessage, type Fields, list, oneOf, text } from '../message';
import type { CommonFamily } from './family';

/** What is posted, line by line, of one programme at one stage. */
export interface PostedNotice {
  /** The bureau's own code. */
  readonly item: string;
  readonly stage: 'before-decision' | 'after-approval';
  readonly lines: readonly { readonly label: string; readonly text: string }[];
  readonly days?: number;
}

export const publicNotice: CommonFamily = {
  type: 'PUBLIC_NOTICE',
  take: (record, data) => {
    const told = read(data);
    const others = noticesOf(record).filter(({ item, stage }) => item !== told.item || stage !== told.stage);
    record.matters.notices = [...others, told];
    return `要贴的内容到了（${told.stage === 'before-decision' ? '决定前' : '批准后'}）`;
  },
};

export function noticesOf({ matters }: CaseRecord): readonly PostedNotice[] {
  return (matters.notices ?? []) as readonly PostedNotice[];
}

function read(data: Fields): PostedNotice {
  const lines = list(data, 'lines', 1).map((line) => {
    const fields = asFields(line, 'lines');
    return { label: text(fields, 'label', 20), text: text(fields, 'text', 120) };
  });
  const { days } = data;
  if (days !== undefined && (typeof days !== 'number' || !Number.isInteger(days) || days < 1))
    throw new BadMessage('days');
  return {
    item: text(data, 'item', 20),
    stage: oneOf(data, 'stage', ['before-decision', 'after-approval']),
    lines,
    ...(typeof days === 'number' && { days }),
  };
}
