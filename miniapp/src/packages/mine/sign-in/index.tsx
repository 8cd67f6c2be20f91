import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { borrowed } from '../../../copy/borrowed';
import { signInWords as words } from '../../../copy/sign-in';
import { usePageParameter } from '../../../platform/lifecycle';
import { goBack, openPage, replacePage, returnToFrom } from '../../../platform/navigate';
import { wayIn, wechatCode } from '../../../platform/sign-in';
import { Screen } from '../../../shell/screen';
import { borrowPhone, useBorrowed } from '../../../state/borrowed';
import { useSession } from '../../../state/session';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { FieldError } from '../../../ui/field-error';
import { ListRow } from '../../../ui/list-row';
import { Line, Title } from '../../../ui/words';
import { SimPeople } from './sim-people';
import { type Attempt, useSignIn } from './use-sign-in';

/** Asked for only when something needs it, and says what; then back to where it was asked, with everything typed. */
export default function SignInPage() {
  const after = usePageParameter('after');
  const signedIn = useSession(({ status }) => status === 'signed-in');
  const { attempt, begin } = useSignIn();
  useEffect(() => {
    if (!signedIn) return;
    const wanted = returnToFrom(after);
    if (wanted) replacePage(wanted.page, wanted.query);
    else goBack();
  }, [signedIn, after]);
  const way = wayIn();
  return (
    <Screen theme="base" title={words.title}>
      <Title>{words.title}</Title>
      <View className="stack">
        <Card>
          <Line>{words.why}</Line>
          {way === 'wechat' && <Line tone="quiet">{words.how}</Line>}
          <Line tone="quiet">{words.stays}</Line>
        </Card>
        <AttemptLine attempt={attempt} />
        {way === 'wechat' && <WechatButton attempt={attempt} onPress={() => void begin(wechatCode)} />}
        {process.env.TARO_APP_SIM_SIGN_IN === 'true' && way === 'made-up-person' && (
          <SimPeople onChoose={(code) => void begin(async () => code)} />
        )}
        {way === 'none' && (
          <Card id="open-in-wechat" title={words.none.title}>
            <Line>{words.none.line}</Line>
          </Card>
        )}
        <BorrowedCard />
        <ReadFirst />
        <Button id="not-now" kind="quiet" text={words.notNow} onPress={goBack} />
      </View>
    </Screen>
  );
}

/** What is done with what they bring, before they bring it. */
function ReadFirst() {
  return (
    <Card>
      <ListRow id="rules" title={words.rules} onPress={() => openPage('rules')} />
      <ListRow id="agreement" title={words.agreement} onPress={() => openPage('rules', { which: 'agreement' })} />
    </Card>
  );
}

/** Beside the way in: on somebody else's phone nothing may stay. */
function BorrowedCard() {
  const isBorrowed = useBorrowed(({ borrowed }) => borrowed);
  if (!isBorrowed) {
    return <Button id="not-my-phone" kind="second" text={borrowed.begin} onPress={() => void borrowPhone()} />;
  }
  return (
    <Card id="borrowed-card" title={borrowed.title}>
      {borrowed.lines.map((line) => (
        <Line key={line}>{line}</Line>
      ))}
      <Line tone="quiet">{borrowed.after}</Line>
    </Card>
  );
}

function AttemptLine({ attempt }: { attempt: Attempt }) {
  if (attempt.state === 'failed') return <FieldError text={attempt.words} />;
  if (attempt.state === 'idle') return null;
  return <Line tone="quiet">{attempt.slow ? words.slow : words.working}</Line>;
}

function WechatButton({ attempt, onPress }: { attempt: Attempt; onPress: () => void }) {
  const text = { idle: words.wechat, working: words.working, failed: words.again }[attempt.state];
  return <Button id="sign-in" text={text} onPress={onPress} />;
}
