import { agentsOf } from '../../_kit/common/agent';
import { html } from '../html';
import type { DeskMatter } from './matter';

/** Who acts for the person: one of them may not any more, and a clerk must see that first. */
export const agentMatter: DeskMatter = {
  title: '谁来办',
  section: (_bureau, record) => {
    const agents = agentsOf(record);
    if (agents.length === 0) return undefined;
    return html`<ul class="rows">${agents.map(
      ({ role, name, idNumber, relation, until, state }) =>
        html`<li>${role === 'guardian' ? '监护人' : '代办人'} ${name}${relation && `（${relation}）`} <span class="num">${idNumber}</span> ${
          state === 'revoked'
            ? html`<span class="pill late">本人收回了，不能再替办</span>`
            : html`<span class="pill going">在替办${until && `，到 ${until}`}</span>`
        }</li>`,
    )}</ul>`;
  },
  posts: {},
};
