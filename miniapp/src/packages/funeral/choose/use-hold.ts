import type { FarewellView, VoyageView } from '@jinmen/shared/services/sea-scattering/views';
import { useState } from 'react';
import { replacePage } from '../../../platform/navigate';
import type { SentOnce } from '../../../platform/send-once';
import { actOnFarewell, holdPlace } from '../api';
import { openFarewell, saveNow, useFarewell } from '../draft/session';
import { useDeed } from '../use-deed';

const GONE = ['booking.window-full', 'booking.window-closed', 'booking.window-over', 'booking.unknown-window'];

/** One tap: what was typed is saved, who is not signed up yet is, and the place is kept. Each of it once. */
export function useHold(view: FarewellView, voyage: VoyageView) {
  const { doing, said, trouble, run } = useDeed();
  const [lost, setLost] = useState(false);
  const hold = async (evenThen = false) => {
    setLost(false);
    const sent = await run<unknown>('hold', () => keep(view, voyage, evenThen));
    if (sent?.kind === 'sent') replacePage('funeralConfirm', { id: view.id });
    if (sent?.kind !== 'problem') return;
    setLost(GONE.includes(sent.code));
    await openFarewell(view.id);
  };
  return { doing, said, trouble: lost ? undefined : trouble, lost, hold };
}

async function keep({ id }: FarewellView, voyage: VoyageView, evenThen: boolean): Promise<SentOnce<unknown>> {
  await saveNow();
  const { server, unsent } = useFarewell.getState();
  if (server === undefined || Object.keys(unsent.edits).length > 0) return { kind: 'kept', perhapsSent: false };
  if (server.state === 'draft') {
    const signed = await actOnFarewell(server, { to: 'sign-up' });
    if (signed.kind !== 'sent') return signed;
  }
  return holdPlace(id, voyage.id, evenThen);
}
