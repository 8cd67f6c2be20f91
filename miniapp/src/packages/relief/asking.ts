import { doubtsIn } from '@jinmen/shared/catalogue';
import { questions } from '@jinmen/shared/facts/questions';
import type { Asking } from './doubted';

/** The doubts and questions of this release. */
export const asking: Asking = { doubtsIn, questions };
