import type { CommonEvent } from './common-messages.port';
import { READERS } from './families';

/** Everything a bureau can say in common words: somebody must take each. */
export const COMMON_KINDS = Object.keys(READERS) as readonly CommonEvent['kind'][];
