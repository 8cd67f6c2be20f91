import { engine, RULES_RELEASE } from '@jinmen/shared/catalogue';
import type { Assessment } from '@jinmen/shared/eligibility/assessment';
import { isNewerRelease } from '@jinmen/shared/eligibility/rules-release';
import { facts } from '@jinmen/shared/facts/facts';
import { questions } from '@jinmen/shared/facts/questions';
import { View } from '@tarojs/components';
import { useMemo, useState } from 'react';
import { keep } from '../../../copy/keep';
import { askToConfirm } from '../../../platform/ask';
import { dayInWords, dayOf, today } from '../../../platform/clock';
import { usePageParameter, usePageShown } from '../../../platform/lifecycle';
import { goBack, replacePage } from '../../../platform/navigate';
import { Screen } from '../../../shell/screen';
import type { KeptResult } from '../../../state/kept-result';
import { readKeptResults, useKeptResults, wipeKeptResults } from '../../../state/kept-results';
import { useStandards } from '../../../state/standards';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Line, Title } from '../../../ui/words';
import { releaseOf } from '../basis-words';
import { house } from '../house';
import { hasBegun, type Interview } from '../interview';
import { keptInterviewFrom } from '../kept-interview';
import { answeredIn } from '../open-doors';
import { askMore, restoreInterview, useSession } from '../session';
import { openSheet } from '../sheet-session';
import { KeptAnswers } from './kept-answers';
import { KeptVerdicts } from './kept-verdicts';

/** One kept result: as it was judged then, and what the rules of today say where that is another answer. */
export default function KeptResultPage() {
  const id = usePageParameter('id');
  const { results, read } = useKeptResults();
  usePageShown(() => {
    restoreInterview();
    void readKeptResults();
  });
  const kept = results.find((each) => each.id === id);
  return (
    <Screen theme="relief" title={keep.list.title}>
      {kept !== undefined && <OneResult kept={kept} />}
      {kept === undefined && <NotThere reading={!read} />}
    </Screen>
  );
}

function OneResult({ kept }: { kept: KeptResult }) {
  const [stuck, setStuck] = useState(false);
  const { interview, now } = useJudgedNow(kept);
  const current = useSession((session) => session.interview);
  const goOn = async () => {
    const replaces = hasBegun(current) && JSON.stringify(current.facts) !== JSON.stringify(interview.facts);
    if (!replaces || (await askToConfirm(keep.one.replace))) askMore(() => interview);
  };
  const wipe = async () => {
    if (await wipeKeptResults([kept.id])) goBack();
    else setStuck(true);
  };
  return (
    <>
      <Title>{keep.one.title(dayInWords(dayOf(kept.keptAtMs)))}</Title>
      <View className="stack">
        <KeptVerdicts kept={kept} now={now} />
        <Button id="resume-kept" text={keep.one.resume} onPress={() => void goOn()} />
        <Button
          id="sheet"
          kind="second"
          text={keep.card.sheet}
          onPress={() => openSheet(kept, undefined, dayOf(kept.keptAtMs))}
        />
        {interview.asked.length < kept.asked.length && (
          <Notice>{keep.one.askAgain(kept.asked.length - interview.asked.length)}</Notice>
        )}
        <KeptAnswers interview={interview} />
        {stuck && <Notice tone="warn">{keep.list.stuck}</Notice>}
        <Button id="wipe-one" kind="second" text={keep.one.wipe} onPress={() => void wipe()} />
        <Line tone="fine">{keep.one.basis(dayInWords(kept.asOf), releaseOf(kept.rulesVersion))}</Line>
      </View>
    </>
  );
}

/** The kept answers as today's questions take them, and what the rules of today say; nothing where those are older. */
function useJudgedNow(kept: KeptResult): { readonly interview: Interview; readonly now: Assessment | undefined } {
  const standards = useStandards((state) => state.rows);
  const asOf = today();
  return useMemo(() => {
    const interview = keptInterviewFrom({ ...kept, at: kept.asked.length }, { facts, questions });
    if (isNewerRelease(kept.rulesVersion, RULES_RELEASE)) return { interview, now: undefined };
    const { facts: answers, doors } = interview;
    const now = engine.assess(answers, { asOf, standards, doors });
    return { interview, now: answeredIn(now, doors, house) };
  }, [kept, standards, asOf]);
}

function NotThere({ reading }: { reading: boolean }) {
  if (reading) return <Line tone="quiet">{keep.list.reading}</Line>;
  return (
    <View className="stack">
      <Line>{keep.one.notFound}</Line>
      <Button kind="second" text={keep.one.seeAll} onPress={() => replacePage('kept')} />
    </View>
  );
}
