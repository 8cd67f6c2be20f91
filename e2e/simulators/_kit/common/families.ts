import { agent } from './agent';
import { authorisation } from './authorisation';
import { change } from './change';
import { dispute } from './dispute';
import { elsewhere } from './elsewhere';
import type { CommonFamily } from './family';
import { sendOn } from './office';
import { commitment, paper } from './papers';
import { payee } from './payee';
import { publicNotice } from './public-notice';

/** Every type of message a bureau understands in common words (docs/bureaus/common-messages.md §2). */
export const families: readonly CommonFamily[] = [
  agent,
  authorisation,
  change,
  commitment,
  dispute,
  elsewhere,
  paper,
  payee,
  publicNotice,
  sendOn,
];
