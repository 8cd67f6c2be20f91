import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { WireReader } from '../wire-reader';
import type { ItemWords } from './item-words';

/** 跨省通办: the place of the household register decides, and that is not here. */
export interface ElsewhereMessage {
  readonly type: 'ELSEWHERE';
  readonly data: {
    /** Everything of the case that is decided there, what is filed later too. */
    readonly programmes: readonly string[];
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

export function elsewhereData({ programmes }: ElsewhereMessage['data'], items: ItemWords): object {
  return { items: programmes.map(items.codeOf) };
}

export function readPushedOn(caseNo: string, data: WireReader): PushedOn {
  return { kind: 'pushed-on', caseNo, on: data.day('on', 'yyyy-MM-dd'), to: data.text('to', 60) };
}
