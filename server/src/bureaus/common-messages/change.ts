import type { ChangeKind } from '@jinmen/shared/applications/changes';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';

/** A change of circumstances the resident told. */
export interface ChangeMessage {
  readonly type: 'CHANGE';
  readonly data: {
    readonly kind: ChangeKind;
    /** The day it was told. */
    readonly told: CivilDate;
    /** The day it happened, where they said one. */
    readonly on?: CivilDate;
    readonly text?: string;
  };
}

export function changeData({ kind, told, on, text }: ChangeMessage['data']): object {
  return { kind, told, ...(on && { on }), ...(text && { text }) };
}
