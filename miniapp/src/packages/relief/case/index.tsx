import { View } from '@tarojs/components';
import { formWords } from '../../../copy/apply';
import { caseWords } from '../../../copy/case';
import { timeOfDay } from '../../../platform/clock';
import { usePageParameter, usePageShown, usePulledDown } from '../../../platform/lifecycle';
import { openPage, replacePage, signInThen } from '../../../platform/navigate';
import { Screen } from '../../../shell/screen';
import { WhomBanner } from '../../../shell/whom-banner';
import { BridgeProgress } from '../../../ui/bridge-progress';
import { BridgeTimeline } from '../../../ui/bridge-timeline';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Skeleton } from '../../../ui/skeleton';
import { Line, Title } from '../../../ui/words';
import { AdultsCard } from '../adults/adults-card';
import { PapersEntry } from '../papers/papers-entry';
import { titleOf } from '../programme-title';
import { HangingNotices } from '../public-notice/public-notice-card';
import { linesByStreet } from '../which-street';
import { Afterwards } from './afterwards';
import { AnswersThen } from './answers-then';
import { type CaseSeen, lookAgain, openCase, useCase } from './case-session';
import { Decisions } from './decisions';
import { Disputes } from './disputes';
import { Evaluations } from './evaluations';
import { HelpFirst } from './help-first';
import { Holders } from './holders';
import { Items } from './items';
import { Papers } from './papers';
import { CasePath } from './path';
import { PayeeCard } from './payee-card';
import { Payments } from './payments';
import { Signature } from './signature';
import { crossingOf, piersOf } from './timeline-view';
import { Withdraw } from './withdraw';
import './case.scss';

/** Where an application is: who has it, since when, by when, and what the resident can do. */
export default function CasePage() {
  const id = usePageParameter('id') ?? '';
  const { id: opened, seen } = useCase();
  usePageShown(() => void openCase(id));
  usePulledDown(lookAgain);
  return (
    <Screen theme="relief" title={caseWords.title}>
      <Title>{caseWords.title}</Title>
      {opened === id && seen ? <Seen seen={seen} /> : <NotSeen />}
    </Screen>
  );
}

function NotSeen() {
  const problem = useCase((state) => state.problem);
  switch (problem) {
    case undefined:
      return <Skeleton words={caseWords.loading} />;
    case 'signed-out':
      return <Way text={caseWords.signedOut} to={caseWords.signIn} go={() => signInThen()} />;
    case 'handed-back':
      return <Way text={formWords.handedBack} to={caseWords.all} go={() => replacePage('applications')} />;
    case 'not-found':
      return <Way text={caseWords.notFound} to={caseWords.all} go={() => replacePage('applications')} />;
    default:
      return <Way text={caseWords.problems[problem]} to={caseWords.retry} go={() => void lookAgain()} />;
  }
}

function Way({ text, to, go }: { text: string; to: string; go: () => void }) {
  return (
    <View className="stack">
      <Notice>{text}</Notice>
      <Button id="way-on" text={to} onPress={go} />
    </View>
  );
}

function Seen({ seen }: { seen: CaseSeen }) {
  const { view, timeline } = seen;
  const { id, programmes, receiptNumber, atTheStreet } = view;
  return (
    <View className="stack">
      <Line tone="quiet">{caseWords.about(programmes.map(titleOf))}</Line>
      <WhomBanner view={view} />
      <Freshness atMs={seen.atMs} />
      {view.state === 'draft' && (
        <Way text={caseWords.draft} to={caseWords.goOn} go={() => replacePage('apply', { id })} />
      )}
      {timeline.notice !== undefined && (
        <Notice tone="warn" className="case-notice">
          {timeline.notice}
        </Notice>
      )}
      {view.paperRequest && <Papers request={view.paperRequest} />}
      <PapersEntry view={view} />
      <Signature id={id} timeline={timeline} adults={view.adults} />
      <AdultsCard id={id} adults={view.adults} closed={view.state !== 'open'} />
      <Decisions view={view} />
      <Payments view={view} />
      <PayeeCard view={view} />
      <Disputes view={view} />
      <Card id="timeline">
        <BridgeProgress arched {...crossingOf(timeline, view.state)} />
        <BridgeTimeline label={caseWords.title} piers={piersOf(timeline, programmes)} />
      </Card>
      <HelpFirst view={view} />
      {mayHang(view) && <HangingNotices application={view} />}
      <CasePath view={view} />
      <Items view={view} />
      {atTheStreet.length > 0 && (
        <Card id="at-the-street" title={caseWords.street.title}>
          {linesByStreet(atTheStreet, { home: caseWords.street.line, ofDeceased: caseWords.street.lineOfDeceased }).map(
            (line) => (
              <Line key={line}>{line}</Line>
            ),
          )}
        </Card>
      )}
      <Holders view={view} />
      <Evaluations view={view} />
      <AnswersThen view={view} />
      <Afterwards view={view} />
      {receiptNumber !== undefined && (
        <Button id="receipt" kind="second" text={caseWords.receipt} onPress={() => openPage('applyDone', { id })} />
      )}
      <Withdraw view={view} />
    </View>
  );
}

/** Names hang out before a decision, and again after an approval. */
function mayHang({ cases }: CaseSeen['view']): boolean {
  return cases.some(({ state, items }) => state === 'publicised' || items.some((item) => item.state === 'approved'));
}

/** Of when what stands below is; never silently old. */
function Freshness({ atMs }: { atMs: number }) {
  const { looking, problem } = useCase();
  const time = timeOfDay(atMs);
  return (
    <View>
      {problem === 'offline' && <Notice tone="warn">{caseWords.offline(time)}</Notice>}
      {(problem === 'fault' || problem === 'not-found') && <Notice tone="warn">{caseWords.unreachable(time)}</Notice>}
      {problem === 'signed-out' && <Way text={caseWords.signedOut} to={caseWords.signIn} go={() => signInThen()} />}
      <View className="case-fresh">
        <Line tone="fine">{caseWords.updated(time)}</Line>
        <Button
          id="refresh"
          kind="quiet"
          text={looking ? caseWords.refreshing : caseWords.refresh}
          onPress={() => void lookAgain()}
        />
      </View>
    </View>
  );
}
