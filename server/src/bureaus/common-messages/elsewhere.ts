import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { WireReader } from '../wire-reader';

/** 跨省通办: the place of the household register decides, and that is not here. */
export interface ElsewhereMessage {
  readonly type: 'ELSEWHERE';
  readonly data: {
    /** The last working day on which it is to be pushed on (policy-facts B.1: within three). */
    readonly pushBy: CivilDate;
  };
}

/** The bureau pushed the case on to the place of the household register. */
export interface PushedOn {
  readonly kind: 'pushed-on';
  readonly caseNo: string;
  readonly on: CivilDate;
  /** The office that has it now, in the bureau's words. */
  readonly to: string;
}

export function elsewhereData({ pushBy }: ElsewhereMessage['data']): object {
  return { pushBy };
}

export function readPushedOn(caseNo: string, data: WireReader): PushedOn {
  return { kind: 'pushed-on', caseNo, on: data.day('on', 'yyyy-MM-dd'), to: data.text('to', 60) };
}
