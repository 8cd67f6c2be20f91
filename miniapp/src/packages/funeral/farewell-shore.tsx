import type { FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { type ReactNode, useEffect } from 'react';
import { usePageParameter, usePageShown } from '../../platform/lifecycle';
import { noteFarewell } from '../../state/bereavement';
import { openFarewell, stopRetrying, useFarewell } from './draft/session';
import { Shore } from './shore';

interface FarewellShoreProps {
  readonly title: string;
  readonly heading?: (view: FarewellView) => string;
  readonly lead?: string;
  readonly horizon?: boolean;
  /** Drawn once the farewell is there, from the server or from this phone. */
  readonly children: (view: FarewellView) => ReactNode;
}

/** A page about one farewell, `id` in its address: this phone's copy at once, then the server's, each time it is shown. */
export function FarewellShore({ title, heading, lead, horizon = false, children }: FarewellShoreProps) {
  const id = usePageParameter('id') ?? '';
  const { id: opened, server, fetchedAtMs, trouble } = useFarewell();
  usePageShown(() => void openFarewell(id));
  useEffect(() => stopRetrying, []);
  const here = opened === id ? server : undefined;
  useEffect(() => {
    if (here) noteFarewell({ state: here.state });
  }, [here]);
  return (
    <Shore
      title={title}
      {...(here && heading && { heading: heading(here) })}
      {...(lead !== undefined && { lead })}
      horizon={horizon}
      seen={{
        data: here,
        fetchedAtMs,
        trouble: opened === id ? trouble : undefined,
        again: () => openFarewell(id),
      }}
    >
      {here && children(here)}
    </Shore>
  );
}
