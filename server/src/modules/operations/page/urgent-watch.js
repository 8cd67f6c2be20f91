import { call, session } from './api.js';
import { byId, element } from './element.js';

const EVERY_MS = 20_000;

/** On every page of the desk, above everything: somebody asks for help at once and nobody has looked. */
export function watchUrgent() {
  void look();
  setInterval(() => void look(), EVERY_MS);
  addEventListener('hashchange', () => void look());
}

async function look() {
  if (session.token === null) return;
  const found = await call('GET', '/urgent-requests/count').catch(() => undefined);
  if (found === undefined || session.token === null) return;
  const { waiting, escalated } = found;
  const late = escalated > 0 ? `，其中 ${escalated} 个催过了还没人看` : '';
  const words = waiting > 0 ? `急难求助：${waiting} 个还没有人看${late}` : '';
  const place = byId('urgent-waiting');
  if (place.textContent === words) return;
  const bar = element('a', { href: '#urgent', class: `urgent-waiting ${late ? 'late' : ''}`.trim() }, words);
  place.replaceChildren(...(waiting > 0 ? [bar] : []));
}
