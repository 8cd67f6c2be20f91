import { useEffect, useState } from 'react';
import { helpingWords } from '../../copy/helping';
import { mine } from '../../copy/mine';
import { askToConfirm } from '../../platform/ask';
import { usePageShown } from '../../platform/lifecycle';
import { openPage, signInThen } from '../../platform/navigate';
import { isQuiet, useBereavement } from '../../state/bereavement';
import { loadNotices, unreadCount, useNotices } from '../../state/notices';
import { loadOpenApplications, useOpenApplications } from '../../state/open-applications';
import { lookForLeftBehind, signOut, useLeftBehind, useSession } from '../../state/session';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { ListRow } from '../../ui/list-row';
import { Line } from '../../ui/words';

const { account: words } = mine;

/** What the signed-in resident has here; for everybody else one quiet line and the way in. */
export function AccountCard() {
  const status = useSession((session) => session.status);
  const [said, setSaid] = useState<string>();
  const look = () => {
    void lookForLeftBehind();
    if (useSession.getState().status !== 'signed-in') return;
    setSaid(undefined);
    void loadNotices();
    void loadOpenApplications();
  };
  usePageShown(look);

  useEffect(look, [status]);
  if (status === 'signed-in') return <SignedIn onLeft={setSaid} />;
  return (
    <Card id="account" title={words.title}>
      {said !== undefined && <Line>{said}</Line>}
      <Line tone="quiet">{words.signedOut}</Line>
      <Button id="sign-in" kind="second" className="card-action" text={words.signIn} onPress={() => signInThen()} />
      <LeftBehind onCleared={setSaid} />
    </Card>
  );
}

/** What the last account left here, where it did not sign out by itself: it can be gone without signing in again. */
function LeftBehind({ onCleared }: { onCleared: (said: string) => void }) {
  const { left } = useLeftBehind();
  if (!left) return null;
  const clear = async () => {
    if (await askToConfirm(words.left.confirm)) onCleared((await signOut()) ? words.left.out : words.left.stuck);
  };
  return (
    <>
      <Line className="card-apart">{words.left.line}</Line>
      <ListRow id="clear-left" title={words.left.clear} line={words.left.clearLine} onPress={() => void clear()} />
    </>
  );
}

function SignedIn({ onLeft }: { onLeft: (said: string) => void }) {
  const me = useSession((session) => session.me);
  const leave = async () => {
    if (await askToConfirm(words.confirm)) onLeft((await signOut()) ? words.out : words.stuck);
  };
  return (
    <Card id="account" title={words.title}>
      {me?.realName && <Line tone="quiet">{words.who(me.realName.name, me.realName.idNumber)}</Line>}
      <ApplicationsRow />
      <ListRow
        id="bookings"
        title={words.bookings}
        line={words.bookingsLine}
        onPress={() => openPage('marriageBookings')}
      />
      <NoticesRow />
      {me && !me.realName && (
        <ListRow
          id="real-name"
          title={me.withheldName ? words.nameWithheld : words.realName}
          line={me.withheldName ? words.nameWithheldLine : words.realNameLine}
          onPress={() => openPage('realName')}
        />
      )}
      <ListRow
        id="helping"
        title={helpingWords.row.title}
        line={helpingWords.row.line}
        onPress={() => openPage('helping')}
      />
      <ListRow id="consents" title={words.consents} line={words.consentsLine} onPress={() => openPage('consents')} />
      <ListRow id="my-data" title={words.myData} line={words.myDataLine} onPress={() => openPage('myData')} />
      <ListRow id="sign-out" title={words.signOut} line={words.signOutLine} onPress={() => void leave()} />
    </Card>
  );
}

function ApplicationsRow() {
  const { items = [] } = useOpenApplications();
  const waiting = items.filter(({ state, waitsForYou }) => state === 'open' && waitsForYou).length;
  const open = items.filter(({ state }) => state === 'open').length;
  const line =
    waiting > 0 ? words.waitsForYou(waiting) : open > 0 ? words.applicationsOpen(open) : words.applicationsLine;
  return <ListRow id="applications" title={words.applications} line={line} onPress={() => openPage('applications')} />;
}

/** How many are unread is said in words: a red dot frightens whoever waits for a decision. */
function NoticesRow() {
  const unread = useNotices(({ notices }) => unreadCount(notices));
  const quiet = useBereavement(isQuiet);
  const line = unread > 0 && !quiet ? words.unread(unread) : words.noticesLine;
  return <ListRow id="notices" title={words.notices} line={line} onPress={() => openPage('notices')} />;
}
