import type { CivilDate } from '@jinmen/shared/kernel/civil-date';

/** Who acts for the person the case is about, from now on or no longer. */
export interface AgentMessage {
  readonly type: 'AGENT';
  readonly data: {
    /** `guardian` of a child or ward; `helper`: 代办, one matter for a term. */
    readonly role: 'guardian' | 'helper';
    readonly name: string;
    readonly idNumber: string;
    /** In plain words, e.g. 女儿. */
    readonly relation?: string;
    /** Last day of a helper's term. */
    readonly until?: CivilDate;
    readonly state: 'acting' | 'revoked';
  };
}

export function agentData({ role, name, idNumber, relation, until, state }: AgentMessage['data']): object {
  return { role, name, idNumber, ...(relation && { relation }), ...(until && { until }), state };
}
