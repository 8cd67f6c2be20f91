import type { FieldValues } from '@jinmen/shared/applications/field';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { urgentKindWords } from '@jinmen/shared/urgent/kinds';
import type { UrgentView } from '@jinmen/shared/urgent/views';
import { useRef, useState } from 'react';
import { platformWords } from '../../../copy/platform';
import { request } from '../../../platform/http';
import { usePageShown } from '../../../platform/lifecycle';
import { openPage, signInThen } from '../../../platform/navigate';
import { sendOnce } from '../../../platform/send-once';
import { useSession } from '../../../state/session';

const PROGRAMME = 'temporary-assistance';

/** One tap: signs in where nobody is, makes the draft once for this request, brings what was said, opens the form. */
export function useApply(view: UrgentView) {
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const waiting = useRef(false);
  const apply = async () => {
    if (working) return;
    setProblem(undefined);
    if (useSession.getState().status !== 'signed-in') return signIn();
    setWorking(true);
    const made = await sendOnce<ApplicationView>({
      name: `application-of-${view.number}`,
      path: '/relief/applications',
      body: { programmes: [PROGRAMME] },
    });
    if (made.kind === 'sent') await bring(made.data, fieldsOf(view));
    setWorking(false);
    if (made.kind === 'sent') openPage('apply', { id: made.data.id });
    else if (made.kind === 'signed-out') signIn();
    else setProblem(made.kind === 'problem' ? made.words : platformWords.noNetwork);
  };
  const signIn = () => {
    waiting.current = true;
    signInThen();
  };
  usePageShown(() => {
    if (waiting.current && useSession.getState().status === 'signed-in') void apply();
    waiting.current = false;
  });
  return { working, problem, apply: () => void apply() };
}

/** What does not get through is asked for by the form, as it would have been anyway. */
async function bring({ id, version }: ApplicationView, fields: FieldValues): Promise<void> {
  const path = `/relief/applications/${encodeURIComponent(id)}`;
  await request({ method: 'PATCH', path, body: { version, fields }, session: 'required' });
}

function fieldsOf({ number, said }: UrgentView): FieldValues {
  const { street, place, phone, words, kinds } = said;
  const told = [kinds.map(urgentKindWords).join('、'), words, number].filter(Boolean).join('。');
  return {
    ...(street && { 'applicant.street': street }),
    ...(place && [...place].length >= 3 && { 'applicant.address': place }),
    ...(phone && { 'applicant.phone': phone }),
    statement: told,
  };
}
