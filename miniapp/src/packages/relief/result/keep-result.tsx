import type { Assessment } from '@jinmen/shared/eligibility/assessment';
import { useState } from 'react';
import { keep } from '../../../copy/keep';
import { askToConfirm } from '../../../platform/ask';
import { nowMs } from '../../../platform/clock';
import { usePageShown } from '../../../platform/lifecycle';
import { openPage } from '../../../platform/navigate';
import { vault } from '../../../platform/vault';
import type { VaultProblem } from '../../../platform/vault-contract';
import { keepResult, MOST_KEPT, readKeptResults, useKeptResults } from '../../../state/kept-results';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Line } from '../../../ui/words';
import type { Interview } from '../interview';
import { isKept, keptWhen, toKeep } from '../kept-view';
import { emptyCatalogue, type ServedCatalogue } from '../served/served-catalogue';
import { textsOf } from '../served/served-view';
import { openSheet } from '../sheet-session';

interface KeepResultProps {
  readonly assessment: Assessment;
  readonly interview: Interview;
  /** Names for what only the server knows, where the result is the server's. */
  readonly catalogue?: ServedCatalogue | undefined;
}

/** 留着这次的结果: says what would be kept, where, and how to be rid of it, and keeps it at one press. */
export function KeepResult({ assessment, interview, catalogue = emptyCatalogue }: KeepResultProps) {
  const results = useKeptResults((kept) => kept.results);
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<VaultProblem | undefined>(() => vault().obstacle());
  usePageShown(() => void readKeptResults());
  const already = isKept(results, interview, assessment);
  const keepIt = async () => {
    if (working || !(await mayDropOldest())) return;
    setWorking(true);
    const outcome = await keepResult(toKeep(interview, assessment, nowMs(), catalogue));
    setProblem(outcome.kind === 'problem' ? outcome.problem : undefined);
    setWorking(false);
  };
  return (
    <Card title={keep.card.title} id="keep-card">
      {already && <Notice className="keep-done">{keep.card.done}</Notice>}
      {!already && problem !== undefined && (
        <Notice tone="warn" className="keep-problem">
          {keep.problems[problem]}
        </Notice>
      )}
      {!already && <BeforeKeeping />}
      {!already && problem !== 'too-old' && problem !== 'insecure' && (
        <Button
          id="keep"
          kind="second"
          className="keep-action"
          text={working ? keep.card.working : keep.card.action}
          onPress={() => void keepIt()}
        />
      )}
      <Button
        id="sheet"
        kind="quiet"
        text={keep.card.sheet}
        onPress={() => openSheet(assessment, textsOf(catalogue))}
      />
      {(results.length > 0 || problem === 'unreadable') && (
        <Button id="see-kept" kind="quiet" text={keep.card.see} onPress={() => openPage('kept')} />
      )}
    </Card>
  );
}

function BeforeKeeping() {
  return (
    <>
      <Line>{keep.card.lead}</Line>
      {keep.card.points.map((point) => (
        <Line key={point} tone="quiet">
          {point}
        </Line>
      ))}
    </>
  );
}

/** Past the most, the oldest goes: not without asking. */
async function mayDropOldest(): Promise<boolean> {
  const { results } = useKeptResults.getState();
  const oldest = results[MOST_KEPT - 1];
  if (oldest === undefined) return true;
  const { dropOldest } = keep.card;
  return askToConfirm({ ...dropOldest, content: dropOldest.content(MOST_KEPT, keptWhen(oldest)) });
}
