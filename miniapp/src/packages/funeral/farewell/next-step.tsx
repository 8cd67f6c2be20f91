import type { FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { farewellWords } from '../../../copy/funeral-farewell';
import { openPage, type PageName } from '../../../platform/navigate';
import { Button } from '../../../ui/button';
import { Line } from '../../../ui/words';
import { actOnFarewell } from '../api';
import { DeedSaid } from '../deed-said';
import { openFarewell, saveNow, useFarewell } from '../draft/session';
import { nobodyComes } from '../farewell-view';
import { useDeed } from '../use-deed';

const { next: words, also } = farewellWords;

type Next = { readonly text: string; readonly page: PageName } | { readonly deed: 'sign-up' | 'restore' };

/** The one thing to do, if there is one: what waits for an answer comes before what could be done as well. */
export function nextOf(view: FarewellView, hasPhone: boolean): Next | undefined {
  const { acts, phone, place } = view;
  if (acts.includes('restore')) return { deed: 'restore' };
  if (place?.state === 'displaced' && acts.includes('change-voyage')) {
    return { text: words.change, page: 'funeralChange' };
  }
  if (acts.includes('answer-relative')) return { text: words.relative, page: 'funeralKin' };
  if (acts.includes('confirm')) return { text: words.confirm, page: 'funeralConfirm' };
  if (acts.includes('sign-up')) {
    return phone === undefined && !hasPhone ? { text: words.contact, page: 'funeralContact' } : { deed: 'sign-up' };
  }
  if (acts.includes('choose-voyage')) return { text: words.choose, page: 'funeralVoyages' };
  if (acts.includes('passes')) return { text: nobodyComes(view) ? words.day : words.passes, page: 'funeralPasses' };
  return acts.includes('certificate') ? { text: words.certificate, page: 'funeralCertificate' } : undefined;
}

export function NextStep({ view }: { view: FarewellView }) {
  const typedPhone = useFarewell(({ unsent }) => typeof unsent.edits['contact.phone']?.value === 'string');
  const deed = useDeed();
  const next = nextOf(view, typedPhone);
  if (next === undefined) return null;
  if ('page' in next) {
    return (
      <>
        <Button id="next" text={next.text} onPress={() => openPage(next.page, { id: view.id })} />
        {next.page === 'funeralVoyages' && <Line tone="quiet">{also.wait}</Line>}
      </>
    );
  }
  const restoring = next.deed === 'restore';
  const act = async () => {
    const sent = await deed.run(next.deed, () => signUpOrRestore(next.deed));
    if (sent?.kind === 'sent' && !restoring) openPage('funeralDone', { id: view.id });
    // of the same person there is a farewell already: the server says whose when it is asked again
    if (sent?.kind === 'problem') await openFarewell(view.id);
  };
  const text = deed.doing ? words.signingUp : words.signUp;
  return (
    <>
      <Button id="next" text={restoring ? words.resume : text} onPress={() => void act()} />
      <DeedSaid {...deed} />
    </>
  );
}

/** What was just typed is on the server first: it is the whole that is signed up. */
async function signUpOrRestore(deed: 'sign-up' | 'restore') {
  await saveNow();
  const { server } = useFarewell.getState();
  if (server === undefined) return { kind: 'kept', perhapsSent: false } as const;
  return actOnFarewell(server, { to: deed === 'restore' ? 'restoration' : 'sign-up' });
}
