import type { MessageFile } from '../../../bureaus/common-messages/common-messages.port';

/** Gives the bytes a message brings along at the moment it is carried: the outbox keeps an id, never a resident's paper. */
export abstract class MessageFiles {
  /** None when it was taken back meanwhile. The same bytes for the same id, however often. */
  abstract find(fileId: string): Promise<MessageFile | undefined>;
}
