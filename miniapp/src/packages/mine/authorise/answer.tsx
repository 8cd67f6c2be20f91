import { View } from '@tarojs/components';
import { adultWords } from '../../../copy/adults';
import { askToConfirm } from '../../../platform/ask';
import { openPage, signInThen } from '../../../platform/navigate';
import { TroubleCard } from '../../../shell/trouble-card';
import { refreshMe, useSession } from '../../../state/session';
import { usePosting } from '../../../state/signing';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';
import { WhatIsLookedUp } from './what-is-looked-up';

const { link: words } = adultWords;

interface AnswerProps {
  readonly token: string;
  readonly onAnswered: (answered: 'signed' | 'refused') => void;
}

/** A yes or a no, by whoever signed in and showed their real name; whether it is theirs to give, the server says. */
export function Answer({ token, onAnswered }: AnswerProps) {
  const { status, me } = useSession();
  if (status !== 'signed-in') {
    return (
      <Card id="sign-in-first">
        <Line>{words.signIn}</Line>
        <Button id="go-sign-in" className="card-action" text={words.goSignIn} onPress={() => signInThen()} />
      </Card>
    );
  }
  if (me === undefined) {
    return (
      <Card id="who-unread">
        <Line>{words.unread}</Line>
        <Button id="again" kind="second" className="card-action" text={words.again} onPress={() => void refreshMe()} />
      </Card>
    );
  }
  if (!me.realName) {
    return (
      <Card id="real-name-first">
        <Line>{words.realName}</Line>
        <Button
          id="go-real-name"
          className="card-action"
          text={words.goRealName}
          onPress={() => openPage('realName')}
        />
      </Card>
    );
  }
  return <YesOrNo token={token} name={me.realName.name} onAnswered={onAnswered} />;
}

function YesOrNo({ token, name, onAnswered }: AnswerProps & { name: string }) {
  const { working, trouble, post } = usePosting<object>();
  const path = `/relief/invitations/${encodeURIComponent(token)}`;
  const agree = async () => {
    if (await post({ path: `${path}/signature`, body: { accepted: true } })) onAnswered('signed');
  };
  const refuse = async () => {
    if (!(await askToConfirm(words.noConfirm))) return;
    if (await post({ path: `${path}/refusal`, body: {} })) onAnswered('refused');
  };
  return (
    <View className="stack">
      <Card id="looks">
        <WhatIsLookedUp lead={words.looks} />
      </Card>
      {trouble && <TroubleCard trouble={trouble} />}
      <Button id="agree" text={working ? words.working : words.agree(name)} onPress={() => void agree()} />
      <Button id="disagree" kind="second" text={words.no} onPress={() => void refuse()} />
    </View>
  );
}
