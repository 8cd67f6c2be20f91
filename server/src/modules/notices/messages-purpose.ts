import { notSent } from '../../platform/bureau-http/bureau-answer';

/** What being told beyond the app's inbox is agreed to as, whichever way (shared/src/residents/consent-texts.ts). */
export const MESSAGES_PURPOSE = 'progress-messages';

export const NOT_WANTED = notSent('not-wanted');
