import type { CaseBureau } from '../../_kit/case-bureau';
import type { CaseRecord } from '../../_kit/case-record';
import type { Act } from '../act';
import { type Html, html } from '../html';
import { agentMatter } from './agent';
import { authorisationMatter } from './authorisation';
import { changeMatter } from './change';
import { disputeMatter } from './dispute';
import { elsewhereMatter } from './elsewhere';
import type { DeskMatter } from './matter';
import { moneyMatter } from './money';
import { officeMatter } from './office';
import { papersMatter } from './papers';
import { payeeMatter } from './payee';
import { publicNoticeMatter } from './public-notice';

/** In the order of the case's page. */
const MATTERS: readonly DeskMatter[] = [
  agentMatter,
  papersMatter,
  authorisationMatter,
  disputeMatter,
  elsewhereMatter,
  publicNoticeMatter,
  officeMatter,
  payeeMatter,
  moneyMatter,
  changeMatter,
];

/** What a clerk can do in any matter. */
export const matterPosts: Readonly<Record<string, Act>> = Object.assign({}, ...MATTERS.map(({ posts }) => posts));

/** Every matter of which there is something to see or to do. */
export function matterSections(bureau: CaseBureau, record: CaseRecord): readonly Html[] {
  const act = `/desk/${bureau.code}/cases/${encodeURIComponent(record.caseNo)}`;
  return MATTERS.flatMap(({ title, section }) => {
    const shown = section(bureau, record, act);
    return shown ? [html`<section class="card"><h2>${title}</h2>${shown}</section>`] : [];
  });
}
