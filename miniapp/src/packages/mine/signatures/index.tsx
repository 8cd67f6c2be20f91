import type { SignatureView } from '@jinmen/shared/applications/adults';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { adultWords } from '../../../copy/adults';
import { askToConfirm } from '../../../platform/ask';
import { shanghaiTime } from '../../../platform/clock';
import { request } from '../../../platform/http';
import { usePageShown } from '../../../platform/lifecycle';
import { openPage } from '../../../platform/navigate';
import { Screen } from '../../../shell/screen';
import { TroubleCard } from '../../../shell/trouble-card';
import type { Trouble } from '../../../state/consents';
import { refreshMe, useSession } from '../../../state/session';
import { usePosting } from '../../../state/signing';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Skeleton } from '../../../ui/skeleton';
import { Line, Title } from '../../../ui/words';

const { mine: words, signed } = adultWords;

/** What somebody let be looked up about themselves, whichever way they signed, with the way to take it back. */
export default function SignaturesPage() {
  const me = useSession((session) => session.me);
  // what was signed is shown whether or not the name may be used for anything new
  const known = me?.realName ?? me?.withheldName;
  const [items, setItems] = useState<readonly SignatureView[]>();
  const [trouble, setTrouble] = useState<Trouble>();
  const look = async () => {
    const path = '/relief/signatures';
    const reply = await request<{ items: readonly SignatureView[] }>({ method: 'GET', path, session: 'required' });
    if (reply.kind === 'ok') setItems(reply.data.items);
    setTrouble(reply.kind === 'ok' || reply.kind === 'not-modified' ? undefined : reply);
  };
  usePageShown(() => {
    void refreshMe();
    void look();
  });
  return (
    <Screen theme="base" title={words.title}>
      <Title>{words.title}</Title>
      <View className="stack">
        <Line>{words.lead}</Line>
        {trouble && <TroubleCard trouble={trouble} onAgain={() => void look()} />}
        {items === undefined && !trouble && <Skeleton words={words.loading} />}
        {me && !known && <NoName />}
        {known && items?.length === 0 && <Notice className="no-signatures">{words.none}</Notice>}
        {items?.map((item) => (
          <SignatureCard key={item.id} item={item} onChanged={() => void look()} />
        ))}
      </View>
    </Screen>
  );
}

function NoName() {
  return (
    <Card id="real-name-first">
      <Line>{words.realName}</Line>
      <Button id="go-real-name" className="card-action" text={words.goRealName} onPress={() => openPage('realName')} />
    </Card>
  );
}

function SignatureCard({ item, onChanged }: { item: SignatureView; onChanged: () => void }) {
  const { id, from, yours, way, signedAt, withdrawnAt, lookedUp } = item;
  const { working, trouble, post } = usePosting<object>();
  const takeBack = async () => {
    if (!(await askToConfirm(words.confirm))) return;
    if (await post({ path: `/relief/signatures/${encodeURIComponent(id)}/withdrawal`, body: {} })) onChanged();
  };
  return (
    <Card className="signature-card" title={yours ? words.yours : words.from(from)}>
      <Line>{signed[way](shanghaiTime(Date.parse(signedAt)))}</Line>
      <Line tone="quiet">{lookedUp ? words.lookedUp : withdrawnAt === undefined ? words.notYet : words.again}</Line>
      {trouble && <TroubleCard trouble={trouble} />}
      {withdrawnAt === undefined ? (
        <Button
          kind="second"
          className="card-action take-back"
          text={working ? words.working : words.takeBack}
          onPress={() => void takeBack()}
        />
      ) : (
        <Line>{words.takenBack(shanghaiTime(Date.parse(withdrawnAt)))}</Line>
      )}
    </Card>
  );
}
