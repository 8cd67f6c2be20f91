import { fieldsOf, formOf } from '@jinmen/shared/applications/form';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { useEffect, useRef, useState } from 'react';
import { reviewWords } from '../../../../copy/submit';
import { today } from '../../../../platform/clock';
import type { ProblemReply } from '../../../../platform/http';
import { keptIntention } from '../../../../platform/intentions';
import { openPage, replacePage, signInThen } from '../../../../platform/navigate';
import { sendOnce } from '../../../../platform/send-once';
import { loadConsents } from '../../../../state/consents';
import { refreshMe } from '../../../../state/session';
import { fieldProblems, openDraft, saveNow, showProblems, takeServer, useDraft } from '../draft-session';
import { clashesOf, hasUnsent } from '../unsent';
import { viewFrom } from '../view-from';

/** Handing in: once, whatever the taps and the network do, and never said to be done before the server said so. */
export function useSubmit(view: ApplicationView) {
  const { id } = view;
  const [working, setWorking] = useState(false);
  const [said, setSaid] = useState<string>();
  const busy = useRef(false);
  useEffect(() => {
    void keptIntention(nameOf(id)).then((kept) => kept && setSaid(keptWords(kept)));
  }, [id]);
  const submit = async () => {
    if (busy.current) return;
    busy.current = true;
    setWorking(true);
    setSaid(undefined);
    await saveNow();
    setSaid(waitsFor() ?? (await handIn(view)));
    setWorking(false);
    busy.current = false;
  };
  return { working, said, submit: () => void submit() };
}

/** What is to be said, if it was not done. */
async function handIn(view: ApplicationView): Promise<string | undefined> {
  const { id } = view;
  const version = useDraft.getState().server?.version ?? view.version;
  const sent = await sendOnce<ApplicationView>({
    name: nameOf(id),
    path: `/relief/applications/${encodeURIComponent(id)}/submission`,
    body: { version },
  });
  switch (sent.kind) {
    case 'sent':
      replacePage('applyDone', { id });
      void openDraft(id);
      return undefined;
    case 'kept':
      return keptWords(sent);
    case 'signed-out':
      signInThen();
      return undefined;
    case 'problem':
      return settleRefusal(view, sent);
  }
}

/** What can be mended is led to: a field that is wrong, or whatever is asked anew for. */
async function settleRefusal({ id, programmes, fields }: ApplicationView, problem: ProblemReply): Promise<string> {
  const current = viewFrom(problem.more.current);
  if (current) takeServer(current);
  const names = fieldsOf(formOf(programmes, fields, today())).map(({ name }) => name);
  const wrong = fieldProblems(problem, names);
  showProblems(wrong);
  const [first] = Object.keys(wrong);
  if (first !== undefined) openPage('apply', { id, field: first });
  await Promise.all([refreshMe(), loadConsents(), openDraft(id)]);
  return problem.words;
}

function nameOf(id: string): string {
  return `submission-${id}`;
}

function keptWords({ perhapsSent }: { readonly perhapsSent: boolean }): string {
  return perhapsSent ? reviewWords.keptPerhaps : reviewWords.kept;
}

/** What of this phone's own is not on the server: it would be left out of what is handed in. */
function waitsFor(): string | undefined {
  const { server, unsent, saving } = useDraft.getState();
  if (server && clashesOf(unsent, server).length > 0) return reviewWords.clashing;
  if (saving === 'offline') return reviewWords.kept;
  return hasUnsent(unsent) ? reviewWords.unsaved : undefined;
}
