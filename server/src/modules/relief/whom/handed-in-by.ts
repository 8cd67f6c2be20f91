import { maskedName } from '../../../platform/masking';
import type { Subject } from '../applications/subjects.service';
import { whomWords } from './words';

/** `由张*代办`; nothing of what somebody handed in for themself. */
export function handedInBy(subject: Subject | undefined): string | undefined {
  if (!subject || subject.kind === 'self') return undefined;
  const filer = maskedName(subject.filer.name);
  const { guardian, handedIn } = whomWords.timeline;
  return subject.kind === 'ward' ? guardian(filer) : handedIn(filer);
}
