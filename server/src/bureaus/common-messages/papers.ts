import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { WireReader } from '../wire-reader';

/** One photo or PDF of a paper, drawn anew by us. The same page again takes the place of the one before. */
export interface PaperMessage {
  readonly type: 'PAPER';
  readonly data: {
    /** Stable, ours; an unreadable paper is named by it. */
    readonly kind: string;
    readonly name: string;
    readonly page: number;
    readonly pages: number;
  };
}

/** 容缺承诺单: the papers that follow and by when; another one takes its place. */
export interface CommitmentMessage {
  readonly type: 'COMMITMENT';
  readonly data: {
    readonly signedOn: CivilDate;
    readonly papers: readonly { readonly kind: string; readonly name: string; readonly by: CivilDate }[];
  };
}

/** Nobody at the office can read a paper that came. */
export interface PaperUnreadable {
  readonly kind: 'paper-unreadable';
  readonly caseNo: string;
  /** The kind it came under. */
  readonly paper: string;
  readonly by: CivilDate;
}

/** @param file what `Sent` brings along. */
export function paperData(
  { kind, name, page, pages }: PaperMessage['data'],
  file: { readonly type: string; readonly bytes: Buffer } | undefined,
): object {
  if (!file) throw new RangeError('a paper is its file');
  return { kind, name, page, pages, file: { type: file.type, base64: file.bytes.toString('base64') } };
}

export function commitmentData({ signedOn, papers }: CommitmentMessage['data']): object {
  return { signedOn, papers: papers.map(({ kind, name, by }) => ({ kind, name, by })) };
}

export function readPaperUnreadable(caseNo: string, data: WireReader): PaperUnreadable {
  return {
    kind: 'paper-unreadable',
    caseNo,
    paper: data.text('kind', 40),
    by: data.day('by', 'yyyy-MM-dd'),
  };
}
