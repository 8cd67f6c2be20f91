import type { SubscriptionTemplatesView } from '@jinmen/shared/residents/views';
import { create } from 'zustand';
import { request } from '../platform/http';
import { askForMessages, canAskForMessages, type TemplateAnswer } from '../platform/subscribe';

/** Which messages may be asked for: fetched before, so that the tap itself waits for nothing. */
export const useTemplates = create<{ readonly templates: readonly string[] }>(() => ({ templates: [] }));

export async function loadTemplates(): Promise<void> {
  if (!canAskForMessages) return;
  const reply = await request<SubscriptionTemplatesView>({
    method: 'GET',
    path: '/notices/templates',
    session: 'required',
  });
  if (reply.kind === 'ok') useTemplates.setState({ templates: reply.data.templates.map(({ id }) => id) });
}

/** `asked`: at least one message will come. */
export type MessagesOutcome = 'asked' | 'refused' | 'failed';

/** To be called straight in a tap: WeChat's question comes first, everything else after it. */
export async function askInTap(): Promise<MessagesOutcome> {
  const answers = await askForMessages(useTemplates.getState().templates);
  if (answers === undefined) return 'failed';
  return tellServer(answers);
}

async function tellServer(results: readonly TemplateAnswer[]): Promise<MessagesOutcome> {
  const reply = await request({ method: 'POST', path: '/notices/grants', body: { results }, session: 'required' });
  if (!results.some(({ result }) => result.startsWith('accept'))) return 'refused';
  return reply.kind === 'ok' ? 'asked' : 'failed';
}
