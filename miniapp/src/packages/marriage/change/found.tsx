import type { BookingView, SiteView, WindowView } from '@jinmen/shared/bookings/views';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { passWords } from '../../../copy/marriage-pass';
import { request } from '../../../platform/http';
import { openPage, replacePage } from '../../../platform/navigate';
import { TroubleCard } from '../../../shell/trouble-card';
import type { Trouble } from '../../../state/consents';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Skeleton } from '../../../ui/skeleton';
import { Line } from '../../../ui/words';
import { WhenAndWhere } from '../booking-gist';
import { isForTwo } from '../booking-words';
import { useChange } from './use-change';

const { change: words } = passWords;

/** What the page of times handed over. */
export interface Wanted {
  readonly window: string;
  readonly site: string | undefined;
  readonly day: string | undefined;
}

interface FoundProps {
  readonly booking: BookingView;
  readonly wanted: Wanted;
  readonly look: () => Promise<void>;
}

/** The time that was found, looked at once more before it takes the place of the old one. */
export function Found({ booking, wanted, look }: FoundProps) {
  const { found, trouble, again } = useWindow(booking, wanted);
  const { working, said, act } = useChange(booking, look);
  const asks = isForTwo(booking) && booking.state === 'confirmed';
  const move = async () => {
    const sent = await act({ to: 'reschedule', body: { windowId: wanted.window } }, (came) =>
      came.kind === 'sent' && came.data?.change ? words.asked : words.moved,
    );
    if (sent?.kind === 'sent' && !sent.data?.change) replacePage('marriagePass', { id: booking.id });
  };
  const moved = booking.change?.window.id === wanted.window || booking.window.id === wanted.window;
  if (moved) return said === undefined ? null : <Notice className="change-said">{said}</Notice>;
  const { kind, id } = booking;
  return (
    <>
      {trouble && <TroubleCard trouble={trouble} onAgain={again} />}
      {found === undefined && !trouble && <Skeleton words={passWords.loading} />}
      {found === 'gone' && <Notice tone="warn">{words.gone}</Notice>}
      {found !== undefined && found !== 'gone' && (
        <Card id="move-to" title={words.to}>
          <WhenAndWhere window={found.window} site={found.site} />
          <View className="booking-apart">
            <Line tone="quiet">{asks ? words.twoLine : words.stays}</Line>
          </View>
          <View>
            <Button
              id="move-yes"
              text={working ? words.confirming : asks ? words.confirm.two : words.confirm.one}
              onPress={() => void move()}
            />
          </View>
        </Card>
      )}
      {said !== undefined && (
        <Notice tone="warn" className="change-said">
          {said}
        </Notice>
      )}
      <Button
        id="move-other"
        kind="quiet"
        text={words.otherTime}
        onPress={() => openPage('marriageMonth', { kind, site: wanted.site ?? booking.site.id, change: id })}
      />
    </>
  );
}

type FoundWindow = { readonly window: WindowView; readonly site: Pick<SiteView, 'name' | 'address'> } | 'gone';

/** The time and its site as they are now; `gone` when nobody can have it any more. */
function useWindow(booking: BookingView, { window: id, site = booking.site.id, day = booking.window.day }: Wanted) {
  const [found, setFound] = useState<FoundWindow>();
  const [trouble, setTrouble] = useState<Trouble>();
  const { service, kind } = booking;
  const look = async () => {
    const from = `/services/${encodeURIComponent(service)}`;
    const query = [`kind=${kind}`, `site=${site}`, `from=${day}`, `to=${day}`].join('&');
    const [times, sites] = await Promise.all([
      request<{ windows: readonly WindowView[] }>({ method: 'GET', path: `${from}/windows?${query}` }),
      request<{ sites: readonly SiteView[] }>({ method: 'GET', path: `${from}/sites?kind=${kind}` }),
    ]);
    if (times.kind !== 'ok') return setTrouble(times.kind === 'not-modified' ? undefined : times);
    if (sites.kind !== 'ok') return setTrouble(sites.kind === 'not-modified' ? undefined : sites);
    setTrouble(undefined);
    const window = times.data.windows.find((each) => each.id === id);
    const place = sites.data.sites.find((each) => each.id === site);
    setFound(window?.state === 'open' && place ? { window, site: place } : 'gone');
  };
  useEffect(() => void look(), [id, site, day, service, kind]);
  return { found, trouble, again: () => void look() };
}
