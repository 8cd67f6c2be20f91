import type { FarewellInvitationView, FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { useState } from 'react';
import { kinWords } from '../../../copy/funeral-kin';
import { funeralTitles } from '../../../copy/funeral-titles';
import { nowMs } from '../../../platform/clock';
import { request } from '../../../platform/http';
import { usePageParameter, usePageShown } from '../../../platform/lifecycle';
import { replacePage } from '../../../platform/navigate';
import { TroubleCard } from '../../../shell/trouble-card';
import type { Trouble } from '../../../state/consents';
import { refreshMe, useSession } from '../../../state/session';
import { usePosting } from '../../../state/signing';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Line } from '../../../ui/words';
import { takeFarewell } from '../draft/session';
import { MeForm } from '../me-form';
import { Shore } from '../shore';
import type { Seen } from '../shore-state';

const { link: words } = kinWords;

/** What a link opens on a relative's phone: who sent it, and nothing more before they sign in and say yes. */
export default function JoinPage() {
  const token = usePageParameter('token') ?? '';
  const { link, seen } = useLink(token);
  return (
    <Shore title={funeralTitles.join} heading={words.heading} horizon seen={seen}>
      {link === 'none' && <Notice className="closed-link">{words.none}</Notice>}
      {link !== undefined && link !== 'none' && <Link token={token} link={link} />}
    </Shore>
  );
}

function Link({ token, link }: { token: string; link: FarewellInvitationView }) {
  const status = useSession((session) => session.status);
  if (link.state !== 'open') return <Notice className="closed-link">{words[link.state]}</Notice>;
  return (
    <>
      <Card id="who-asks" className="said-lines">
        {link.from !== undefined && <Line>{words.from(link.from)}</Line>}
        {link.deceased !== undefined && <Line>{words.about(link.deceased)}</Line>}
        <Line tone="quiet">{words.line}</Line>
      </Card>
      {status === 'signed-in' ? <Yes token={token} /> : <TroubleCard trouble={{ kind: 'signed-out' }} />}
    </>
  );
}

function Yes({ token }: { token: string }) {
  const { working, trouble, post } = usePosting<FarewellView>();
  const join = async (me: object) => {
    const path = `/farewell-invitations/${encodeURIComponent(token)}/acceptance`;
    const view = await post({ path, body: { join: true, ...me } });
    if (!view) return;
    takeFarewell(view);
    replacePage('funeralKin', { id: view.id });
  };
  return (
    <>
      {trouble && <TroubleCard trouble={trouble} />}
      <MeForm go={working ? words.taking : words.take} onGo={(me) => void join(me)} />
    </>
  );
}

function useLink(token: string) {
  const [link, setLink] = useState<FarewellInvitationView | 'none'>();
  const [trouble, setTrouble] = useState<Trouble>();
  const again = async () => {
    const path = `/farewell-invitations/${encodeURIComponent(token)}`;
    const reply = await request<FarewellInvitationView>({ method: 'GET', path, session: 'optional' });
    const missing = reply.kind === 'problem' && reply.status === 404;
    if (reply.kind === 'ok') setLink(reply.data);
    else if (missing) setLink('none');
    setTrouble(reply.kind === 'ok' || reply.kind === 'not-modified' || missing ? undefined : reply);
  };
  usePageShown(() => {
    void refreshMe();
    void again();
  });
  const seen: Seen = { data: link, fetchedAtMs: nowMs(), trouble, again };
  return { link, seen };
}
