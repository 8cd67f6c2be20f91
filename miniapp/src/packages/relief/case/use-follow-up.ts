import type { ApplicationView } from '@jinmen/shared/applications/views';
import { useRef, useState } from 'react';
import { refusalWords as words } from '../../../copy/refusal';
import { openPage, signInThen } from '../../../platform/navigate';
import { sendOnce } from '../../../platform/send-once';

/** Makes a draft that begins with what this application knew, and opens its form. */
export function useFollowUp(after: string) {
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const busy = useRef(false);
  const start = async (programme: string, dependant?: string) => {
    if (busy.current) return;
    busy.current = true;
    setProblem(undefined);
    setWorking(true);
    const sent = await sendOnce<ApplicationView>({
      name: ['application', programme, 'after', after, ...(dependant === undefined ? [] : [dependant])].join('-'),
      path: '/relief/applications',
      body: { programmes: [programme], after, ...(dependant !== undefined && { for: { dependant } }) },
    });
    busy.current = false;
    setWorking(false);
    if (sent.kind === 'sent') openPage('apply', { id: sent.data.id });
    else if (sent.kind === 'signed-out') signInThen();
    else setProblem(sent.kind === 'problem' ? sent.words : words.kept);
  };
  return { working, problem, start: (programme: string, dependant?: string) => void start(programme, dependant) };
}
