import { useState } from 'react';
import { mine } from '../../copy/mine';
import { urgent as urgentWords } from '../../copy/urgent';
import { askToConfirm } from '../../platform/ask';
import { usePageShown } from '../../platform/lifecycle';
import { openPage } from '../../platform/navigate';
import { forgetApplications, keptApplications } from '../../state/applications-on-phone';
import { forgetAnswers, keptAnswers, noAnswers } from '../../state/kept-on-phone';
import { forgetWiped, readKeptResults, useKeptResults, wipeKeptResults } from '../../state/kept-results';
import { forgetUrgent, isWritten, readUrgent, useUrgent } from '../../state/urgent';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { ListRow } from '../../ui/list-row';
import { Line } from '../../ui/words';

const { kept: words } = mine;

/** Everything about a household that this phone keeps, and one way to be rid of all of it. */
export function KeptOnPhone() {
  const [answers, setAnswers] = useState(noAnswers);
  const [applications, setApplications] = useState(0);
  const [outcome, setOutcome] = useState<'cleared' | 'stuck'>();
  const results = useKeptResults((kept) => kept.results);
  const problem = useKeptResults((kept) => kept.problem);
  const urgent = useUrgent();
  const urgentWritten = isWritten(urgent.draft);
  usePageShown(() => {
    void readUrgent();
    setAnswers(keptAnswers());
    void readKeptResults();
    void keptApplications().then(setApplications);
  });
  const any =
    answers.any ||
    results.length > 0 ||
    problem !== undefined ||
    applications > 0 ||
    urgent.sent.length > 0 ||
    urgentWritten;
  const clear = async () => {
    if (
      !(await askToConfirm({
        ...words.confirm,
        content: losses(answers.any, results.length, problem, applications, urgent.sent.length > 0 || urgentWritten),
      }))
    )
      return;
    const gone = [forgetAnswers(), await wipeKeptResults(), await forgetApplications(), await forgetUrgent()];
    forgetWiped();
    setAnswers(keptAnswers());
    setApplications(await keptApplications());
    setOutcome(gone.every(Boolean) ? 'cleared' : 'stuck');
  };
  return (
    <Card title={words.title}>
      {answers.any && <Words>{words.answers(answers.answered)}</Words>}
      {results.length > 0 && (
        <ListRow
          id="kept-results"
          title={words.results}
          line={words.resultsLine(results.length)}
          onPress={() => openPage('kept')}
        />
      )}
      {applications > 0 && <Words>{words.applications(applications)}</Words>}
      {urgent.sent.length > 0 && <Words>{urgentWords.kept(urgent.sent.length)}</Words>}
      {urgentWritten && <Words>{urgentWords.keptDraft}</Words>}
      {problem !== undefined && <Words>{words.unreadable}</Words>}
      {!any && <Words>{outcome === 'cleared' ? words.cleared : words.none}</Words>}
      {outcome === 'stuck' && any && <Words>{words.stuck}</Words>}
      {any && (
        <Button id="clear" className="mine-clear" kind="second" text={words.clear} onPress={() => void clear()} />
      )}
    </Card>
  );
}

function Words({ children }: { children: string }) {
  return (
    <Line tone="quiet" className="kept-words">
      {children}
    </Line>
  );
}

/** What 都删掉 would take, said before it is taken. */
function losses(
  anyAnswers: boolean,
  results: number,
  problem: string | undefined,
  applications: number,
  urgent: boolean,
): string {
  return [
    anyAnswers && words.confirm.answers,
    results > 0 && words.confirm.results(results),
    problem !== undefined && words.confirm.broken,
    applications > 0 && words.confirm.applications,
    urgent && urgentWords.keptLoss,
  ]
    .filter(Boolean)
    .join('');
}
