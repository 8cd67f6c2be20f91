import { type CaseBureau, programmeOf } from '../_kit/case-bureau';
import type { CaseRecord, Decision } from '../_kit/case-record';
import type { Answer } from '../_kit/http-answer';
import { html } from './html';
import { deskPage } from './layout';
import { PERS } from './words';

/** Asked before a decision leaves: upstream nothing can be taken back. */
export function confirmPage(
  bureau: CaseBureau,
  record: CaseRecord,
  programme: string,
  decision: Decision,
  form: URLSearchParams,
): Answer {
  const page = `/desk/${bureau.code}/cases/${encodeURIComponent(record.caseNo)}`;
  const { title } = programmeOf(bureau, programme);
  const body = html`<section class="card narrow">
<h1>${decision.outcome === 'approved' ? '批准' : '不批准'}${record.applicant.name}的${title}？</h1>
<p class="sub">一发出就收不回来，居民马上会看到。</p>
<p>${decisionWords(decision)}</p>
<form class="line" method="post" action="${page}/decide">
${[...form].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<input type="hidden" name="confirmed" value="yes">
<button>确定发出</button>
<a class="button plain" href="${page}">再想想</a>
</form></section>`;
  return deskPage(bureau.code, '再看一眼', body);
}

function decisionWords(decision: Decision): string {
  if (decision.outcome === 'refused')
    return `依据：${decision.clause}${decision.clauseNo ? `（${decision.clauseNo}）` : ''}`;
  const { yuan, per, fromMonth } = decision;
  if (!yuan || !per) return '只认定，不发钱。';
  return `${PERS[per]} ${yuan} 元${fromMonth ? `，从 ${fromMonth} 起` : ''}。`;
}
