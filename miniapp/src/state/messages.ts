import type { ConsentView, SubscriptionTemplatesView } from '@jinmen/shared/residents/views';
import { create } from 'zustand';
import { request } from '../platform/http';
import { askForMessages, canAskForMessages, type TemplateAnswer } from '../platform/subscribe';
import { answerConsent, loadConsents } from './consents';

/** The purpose a message is sent for: WeChat's own question is no consent (security.md 1B). */
export const MESSAGES_PURPOSE = 'progress-messages';

/** Which messages may be asked for: fetched before, so that the tap itself waits for nothing. */
export const useTemplates = create<{ readonly templates: readonly string[] }>(() => ({ templates: [] }));

/** What can be offered here: nothing in a browser, or where WeChat is not connected. */
export async function loadMessageOffer(): Promise<void> {
  if (!canAskForMessages()) return;
  const reply = await request<SubscriptionTemplatesView>({
    method: 'GET',
    path: '/notices/templates',
    session: 'required',
  });
  if (reply.kind !== 'ok') return;
  await loadConsents();
  useTemplates.setState({ templates: reply.data.templates.map(({ id }) => id) });
}

/** `asked`: at least one message will come. */
export type MessagesOutcome = 'asked' | 'refused' | 'failed';

/**
 * To be called straight in a tap: WeChat's question comes first, everything else after it. The tap is also the yes to
 * the purpose where there is none yet, and a no at WeChat the no; its text must stand above the button.
 */
export async function askInTap(consent: ConsentView): Promise<MessagesOutcome> {
  const answers = await askForMessages(useTemplates.getState().templates);
  if (answers === undefined) return 'failed';
  if (!answers.some(({ result }) => result === 'accept')) {
    // said once is enough: the next page does not ask as if nobody had
    const saidNo = answers.some(({ result }) => result === 'reject');
    if (saidNo && consent.state !== 'given') await answerConsent(consent, false);
    return 'refused';
  }
  if (consent.state !== 'given' && (await answerConsent(consent, true))) return 'failed';
  return tellServer(answers);
}

async function tellServer(results: readonly TemplateAnswer[]): Promise<MessagesOutcome> {
  const reply = await request({ method: 'POST', path: '/notices/grants', body: { results }, session: 'required' });
  return reply.kind === 'ok' ? 'asked' : 'failed';
}
