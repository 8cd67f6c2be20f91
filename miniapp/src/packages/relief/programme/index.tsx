import { programmes } from '@jinmen/shared/catalogue';
import { derived } from '@jinmen/shared/facts/derived';
import { facts } from '@jinmen/shared/facts/facts';
import { View } from '@tarojs/components';
import { whoAnswers } from '../../../copy/phones';
import { programmePage } from '../../../copy/result';
import { usePageParameter, usePageShown } from '../../../platform/lifecycle';
import { openPage } from '../../../platform/navigate';
import { callPhone } from '../../../platform/phone-call';
import { Screen } from '../../../shell/screen';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { ClauseList } from '../../../ui/clause-list';
import { PhoneRow } from '../../../ui/phone-row';
import { Pill } from '../../../ui/pill';
import { Line, Title } from '../../../ui/words';
import { themeBehind } from '../door-theme';
import { NotFound } from '../not-found';
import { servedVerdictView } from '../served/served-view';
import { useServed } from '../served/use-served';
import { restoreInterview, useAssessment, useSession } from '../session';
import { verdictView } from '../verdict-view';
import { ruleAsWritten } from './rule-as-written';
import { ServedProgrammePage } from './served-programme';
import { StandardsInForce } from './standards-in-force';
import './programme.scss';

const vocabulary = { facts, derived };

/** One programme: whom it is for, how much now, what to bring, how long, whom to call, and the rule itself. */
export default function ProgrammePage() {
  const code = usePageParameter('code');
  const interview = useSession((session) => session.interview);
  usePageShown(restoreInterview);
  const own = useAssessment();
  const { answer } = useServed(interview);
  const assessment = answer?.assessment ?? own;
  const programme = programmes.find((each) => each.code === code);
  const verdict = assessment.verdicts.find((each) => each.programme === code);
  if (programme === undefined || verdict === undefined) {
    const served = answer?.catalogue.programmes.find((each) => each.code === code);
    return served ? <ServedProgrammePage programme={served} /> : <NotFound text={programmePage.notFound} />;
  }
  const setting = { asOf: assessment.asOf, answers: interview.facts };
  const view = answer
    ? servedVerdictView(verdict, answer, setting)
    : verdictView(verdict, { ...setting, programme, vocabulary });
  const { guide } = programme;
  const phoneNumber = /^\d{3,12}$/.test(guide.phone) ? guide.phone : undefined;
  return (
    <Screen theme={themeBehind(programme.door)} title={programme.title}>
      {programme.formalName !== programme.title && <Line tone="quiet">{programme.formalName}</Line>}
      <Title>{programme.title}</Title>
      <View className="stack">
        <Card title={programmePage.who}>
          <Line>{programme.summary}</Line>
        </Card>
        {interview.asked.length > 0 ? (
          <Card title={programmePage.yourAnswers} mark={<Pill text={view.badge} tone={view.tone} />}>
            <Line>{view.why}</Line>
            {view.amount !== undefined && <Line tone="quiet">{view.amount}</Line>}
          </Card>
        ) : (
          <Button id="check" text={programmePage.check} onPress={() => openPage('wizard', { door: programme.door })} />
        )}
        <Button
          id="apply"
          kind="second"
          text={programmePage.apply}
          onPress={() => openPage('applyChoose', { programme: programme.code })}
        />
        <StandardsInForce programme={programme} />
        <Card title={programmePage.papers}>
          {guide.papers.map((paper) => (
            <Line key={paper} className="paper">
              {paper}
            </Line>
          ))}
        </Card>
        <Card title={programmePage.where}>
          <Line>{guide.where}</Line>
        </Card>
        <Card title={programmePage.howLong}>
          <Line>{guide.howLong}</Line>
        </Card>
        <Card title={programmePage.phone}>
          {phoneNumber === undefined ? (
            <Line>{guide.phone}</Line>
          ) : (
            <PhoneRow number={phoneNumber} what={whoAnswers(phoneNumber) ?? programme.title} onCall={callPhone} />
          )}
        </Card>
        <Card title={programmePage.rule}>
          <Line tone="quiet">{programmePage.ruleLead}</Line>
          <ClauseList clauses={interview.asked.length > 0 ? view.clauses : ruleAsWritten(view.clauses)} />
        </Card>
      </View>
    </Screen>
  );
}
