import type { Callbacks } from '../_kit/callbacks';
import { type Html, html } from './html';

/** Over at once when nothing waits any more. */
const PATIENCE_MS = 5000;

/** Whether the platform has taken what a clerk did. */
export function sentMark(callbacks: Callbacks, eventId: string | undefined): Html | undefined {
  const sent = eventId === undefined ? undefined : callbacks.find(eventId);
  if (!sent) return undefined;
  if (sent.state === 'delivered') return html`<span class="pill delivered">已送达</span>`;
  if (sent.state === 'returned') {
    return html`<span class="pill returned">平台退回了（${sent.lastAnswer}），要人看</span>`;
  }
  if (sent.lastAnswer === undefined) return html`<span class="pill sending">正在发</span>`;
  return html`<span class="pill sending">正在重发 · 发过 ${sent.attempts} 次，上次：${sent.lastAnswer}</span>`;
}

/** Gives what was just told a moment to arrive, so that the page that follows can say it did. */
export async function letArrive(callbacks: Callbacks): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  const waits = (): boolean =>
    callbacks.list().some(({ state, lastAnswer }) => state === 'waiting' && lastAnswer === undefined);
  while (waits() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
}
