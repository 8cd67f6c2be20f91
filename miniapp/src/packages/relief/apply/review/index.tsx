import { EMPTY } from '@jinmen/shared/applications/check-field';
import type { FieldValues } from '@jinmen/shared/applications/field';
import { factsIn, formOf } from '@jinmen/shared/applications/form';
import type { SubjectView } from '@jinmen/shared/applications/subject';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { View } from '@tarojs/components';
import { reviewWords as words } from '../../../../copy/submit';
import { today } from '../../../../platform/clock';
import { openPage } from '../../../../platform/navigate';
import { Button } from '../../../../ui/button';
import { Card } from '../../../../ui/card';
import { ListRow } from '../../../../ui/list-row';
import { Notice } from '../../../../ui/notice';
import { Line, Title } from '../../../../ui/words';
import { PayeeCard } from '../../case/payee-card';
import { NonLocalCard } from '../../non-local-card';
import { PapersEntry } from '../../papers/papers-entry';
import { PublicNoticeCard } from '../../public-notice/public-notice-card';
import { AnswersIn } from '../answers-in';
import { ClashCard } from '../clash-card';
import { DraftScreen } from '../draft-screen';
import { useDraft } from '../draft-session';
import { type Gap, gapsOf } from '../form-view';
import { SaveLine } from '../save-line';
import { shownFields } from '../unsent';
import { HandIn } from './hand-in';
import { peopleThatDiffer, whereItGoes } from './review-view';
import '../apply.scss';

/** Everything read back, where it goes, and the way to hand it in once nothing is missing. */
export default function ReviewPage() {
  return <DraftScreen title={words.title}>{(server) => <Review server={server} />}</DraftScreen>;
}

function Review({ server }: { server: ApplicationView }) {
  const { unsent, problems } = useDraft();
  const { id, programmes } = server;
  const values = shownFields(server, unsent);
  const form = formOf(programmes, values, today());
  const gaps = gapsOf(form, programmes, values, { ...unsent, problems });
  const { any, lines } = whereItGoes(server, values);
  const goTo = (field: string) => openPage('apply', { id, field });
  return (
    <View>
      <Title>{any ? words.title : words.titleStreet}</Title>
      <Line tone="quiet">{words.lead}</Line>
      <View className="stack form-actions">
        <SaveLine />
        <ClashCard form={form} server={server} unsent={unsent} />
        <Gaps gaps={gaps} onGo={goTo} onGoOn={() => openPage('apply', { id })} />
        <PeopleDiffer values={values} subject={server.subject} />
        <Card id="where" title={words.where.title}>
          {lines.map((line) => (
            <Line key={line} className="where-line">
              {line}
            </Line>
          ))}
        </Card>
        <NonLocalCard facts={factsIn(values)} hukouStreet={values['applicant.hukouStreet']} codes={programmes} />
        <PublicNoticeCard application={server} />
        <PayeeCard view={server} />
        <AnswersIn form={form} programmes={programmes} values={values} onChange={goTo} />
        <PapersEntry view={server} />
        {any && gaps.length === 0 && <HandIn server={server} />}
        {!any && gaps.length === 0 && (
          <Button id="to-the-street" text={words.where.toStreet} onPress={() => openPage('later', { door: 'apply' })} />
        )}
      </View>
    </View>
  );
}

interface GapsProps {
  readonly gaps: readonly Gap[];
  readonly onGo: (field: string) => void;
  /** To the first part that is not done. */
  readonly onGoOn: () => void;
}

function Gaps({ gaps, onGo, onGoOn }: GapsProps) {
  if (gaps.length === 0) return null;
  return (
    <Card id="gaps" title={words.gaps.title(gaps.length)}>
      <Line tone="quiet">{words.gaps.lead}</Line>
      {gaps.map(({ field, title, message }) => (
        <ListRow
          key={field}
          className="gap-row"
          title={title}
          {...(message !== EMPTY.message && { line: message })}
          onPress={() => onGo(field)}
        />
      ))}
      <Button id="go-on-filling" className="form-actions" text={words.gaps.goOn} onPress={onGoOn} />
    </Card>
  );
}

/** Two places on the form say how many they are; nothing stops whoever is sure of both. */
function PeopleDiffer({ values, subject }: { values: FieldValues; subject: SubjectView | undefined }) {
  const people = peopleThatDiffer(values, subject);
  if (people === undefined) return null;
  return (
    <Notice tone="warn" className="people-differ">
      {words.people(people.listed, people.said, people.guardian)}
    </Notice>
  );
}
