import { noticesOf } from '../../_kit/common/public-notice';
import { html } from '../html';
import type { DeskMatter } from './matter';

/** What the desk hangs out, exactly: it has nothing else to post from. */
export const publicNoticeMatter: DeskMatter = {
  title: '要贴的内容',
  section: (_bureau, record) => {
    const notices = noticesOf(record);
    if (notices.length === 0) return undefined;
    return html`${notices.map(
      ({ stage, lines, days }) => html`<p>${stage === 'before-decision' ? '决定前贴' : '批准后贴'}${
        days === undefined ? '' : `，贴 ${days} 天`
      }。只贴这几行：</p>
<ul class="rows">${lines.map(({ label, text }) => html`<li>${label}：${text}</li>`)}</ul>`,
    )}`;
  },
  posts: {},
};
