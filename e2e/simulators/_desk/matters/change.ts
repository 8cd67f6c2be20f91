import { CHANGE_WORDS, changesOf } from '../../_kit/common/change';
import { html } from '../html';
import type { DeskMatter } from './matter';

/** What the resident told afterwards. */
export const changeMatter: DeskMatter = {
  title: '申请人说的变化',
  section: (_bureau, record) => {
    const changes = changesOf(record);
    if (changes.length === 0) return undefined;
    return html`<ul class="rows">${changes.map(
      ({ kind, told, on, text }) =>
        html`<li>${told}：${CHANGE_WORDS[kind]}${on && `（${on}）`}${text && html`<br>${text}`}</li>`,
    )}</ul>`;
  },
  posts: {},
};
