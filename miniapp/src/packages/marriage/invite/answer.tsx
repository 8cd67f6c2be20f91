import type { BookingInvitationView, BookingView } from '@jinmen/shared/bookings/views';
import { View } from '@tarojs/components';
import { inviteWords as words } from '../../../copy/marriage-parties';
import { askToConfirm } from '../../../platform/ask';
import { openPage, signInThen } from '../../../platform/navigate';
import { TroubleCard } from '../../../shell/trouble-card';
import { putBooking } from '../../../state/bookings';
import { useSession } from '../../../state/session';
import { usePosting } from '../../../state/signing';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';

export type Answered = { readonly kind: 'declined' } | { readonly kind: 'agreed'; readonly booking: BookingView };

interface AnswerProps {
  readonly token: string;
  readonly seen: BookingInvitationView;
  readonly onAnswered: (answered: Answered) => void;
}

/** A yes takes a real name; a no only a phone of one's own. */
export function Answer({ token, seen, onAnswered }: AnswerProps) {
  const { status, me } = useSession();
  if (status !== 'signed-in') {
    return (
      <Card id="sign-in-first">
        <Line>{words.signIn}</Line>
        <Button id="go-sign-in" className="card-action" text={words.goSignIn} onPress={() => signInThen()} />
      </Card>
    );
  }
  return (
    <View className="stack">
      <Card id="before-answer">
        <Line>{words.own}</Line>
        {!seen.change && <Line className="card-apart">{words.one}</Line>}
        <Line className="card-apart">{words.both}</Line>
      </Card>
      {me?.realName ? (
        <Yes token={token} name={me.realName.name} seen={seen} onAnswered={onAnswered} />
      ) : (
        <Card id="real-name-first">
          <Line>{words.realName}</Line>
          <Button
            id="go-real-name"
            className="card-action"
            text={words.goRealName}
            onPress={() => openPage('realName')}
          />
        </Card>
      )}
      {!seen.youDeclined && <No token={token} seen={seen} onAnswered={onAnswered} />}
    </View>
  );
}

function Yes({ token, name, seen, onAnswered }: AnswerProps & { name: string }) {
  const { working, trouble, post } = usePosting<BookingView>();
  const agree = async () => {
    const booking = await post({
      path: `/invitations/${encodeURIComponent(token)}/confirmation`,
      body: { agree: true },
    });
    if (!booking) return;
    await putBooking(booking);
    onAnswered({ kind: 'agreed', booking });
  };
  const text = seen.change ? words.agreeChange(name) : words.agree(name);
  return (
    <>
      {trouble && <TroubleCard trouble={trouble} />}
      <Button id="agree" text={working ? words.working : text} onPress={() => void agree()} />
    </>
  );
}

function No({ token, seen, onAnswered }: AnswerProps) {
  const { working, trouble, post } = usePosting<object>();
  const decline = async () => {
    if (!(await askToConfirm(words.noConfirm))) return;
    const done = await post({ path: `/invitations/${encodeURIComponent(token)}/decline`, body: {} });
    if (done) onAnswered({ kind: 'declined' });
  };
  return (
    <>
      {trouble && <TroubleCard trouble={trouble} />}
      <Button
        id="decline"
        kind="second"
        text={working ? words.working : seen.change ? words.noChange : words.no}
        onPress={() => void decline()}
      />
    </>
  );
}
