import type { AdultView } from '@jinmen/shared/applications/adults';
import { View } from '@tarojs/components';
import { adultWords } from '../../../copy/adults';
import { usePageParameter, usePageShown } from '../../../platform/lifecycle';
import { goBack, replacePage } from '../../../platform/navigate';
import { Screen } from '../../../shell/screen';
import { TroubleCard } from '../../../shell/trouble-card';
import { authorisationsOf, type Signed as SignedView, useAdult, usePosting } from '../../../state/signing';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Skeleton } from '../../../ui/skeleton';
import { Line, Title } from '../../../ui/words';
import { Absent } from './absent';
import { LinkCard } from './link-card';

const { adult: words } = adultWords;

/** The ways in which another grown-up of the household can sign, or that they cannot. */
export default function AdultPage() {
  const id = usePageParameter('id') ?? '';
  const member = usePageParameter('member') ?? '';
  const { adult, trouble, look, take } = useAdult(id, member);
  usePageShown(() => void look());
  const isRefused = usePageParameter('here') === 'no';
  const known = adult !== undefined && adult !== 'gone' ? adult : undefined;
  const title = known ? words.title(known.name) : words.plain;
  return (
    <Screen theme="relief" title={title}>
      <Title>{title}</Title>
      <View className="stack">
        {trouble && <TroubleCard trouble={trouble} onAgain={() => void look()} />}
        {adult === undefined && !trouble && <Skeleton words={words.loading} />}
        {adult === 'gone' && <Notice>{words.gone}</Notice>}
        {known && known.state !== 'signed' && <Ways id={id} adult={known} isRefused={isRefused} onView={take} />}
        {known?.state === 'signed' && <Signed id={id} adult={known} onView={take} />}
        <Button id="back" kind="quiet" text={words.back} onPress={goBack} />
      </View>
    </Screen>
  );
}

interface WaysProps {
  readonly id: string;
  readonly adult: AdultView;
  readonly onView: (view: SignedView) => void;
}

/** What was signed on this phone waits for the street, unless it is given properly after all. */
function Signed({ id, adult, onView }: WaysProps) {
  if (!adult.unasked) return <Notice className="adult-signed">{words.signed(adult.name)}</Notice>;
  return (
    <>
      <Notice className="adult-unasked">{words.unasked(adult.name)}</Notice>
      <LinkCard id={id} adult={adult} onView={onView} />
    </>
  );
}

function Ways({ id, adult, isRefused, onView }: WaysProps & { readonly isRefused: boolean }) {
  return (
    <>
      <Line>{isRefused ? words.notHere : words.lead}</Line>
      {!isRefused && <Here id={id} adult={adult} />}
      <LinkCard id={id} adult={adult} onView={onView} />
      <AtDesk id={id} adult={adult} onView={onView} />
      <Absent id={id} adult={adult} onView={onView} />
    </>
  );
}

function Here({ id, adult: { member, name } }: Pick<WaysProps, 'id' | 'adult'>) {
  return (
    <Card id="here" title={words.here.title}>
      <Line>{words.here.line}</Line>
      <Button
        id="hand-over"
        kind="second"
        className="card-action"
        text={words.here.go(name)}
        onPress={() => replacePage('signInTurn', { id, member })}
      />
    </Card>
  );
}

function AtDesk({ id, adult, onView }: WaysProps) {
  const { working, trouble, post } = usePosting<SignedView>();
  const say = async () => {
    const view = await post({ path: authorisationsOf(id), body: { member: adult.member, way: 'at-desk' } });
    if (view) onView(view);
  };
  return (
    <Card id="at-desk" title={words.desk.title}>
      <Line>{words.desk.line}</Line>
      {trouble && <TroubleCard trouble={trouble} />}
      {adult.state === 'at-desk' ? (
        <Notice className="adult-saved">{words.saved}</Notice>
      ) : (
        <Button
          id="say-desk"
          kind="second"
          className="card-action"
          text={working ? words.working : words.desk.go}
          onPress={() => void say()}
        />
      )}
    </Card>
  );
}
