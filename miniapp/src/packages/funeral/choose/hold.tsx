import { type FarewellView, MOST_ABOARD, type VoyageView } from '@jinmen/shared/services/sea-scattering/views';
import { sectionWords } from '../../../copy/funeral-farewell';
import { chooseWords as words } from '../../../copy/funeral-place';
import { Button } from '../../../ui/button';
import { Line } from '../../../ui/words';
import { CountPart } from '../count-part';
import { DeedSaid } from '../deed-said';
import { contentsOf } from '../draft/sections';
import { answer, useFarewell } from '../draft/session';
import { shown } from '../draft/unsent';
import { TextPart } from '../parts';
import { Lost } from './lost';
import { useHold } from './use-hold';

const IMPOSSIBLE_DAY = 'farewell.impossible-day';

interface HoldProps {
  readonly view: FarewellView;
  readonly voyage: VoyageView;
}

/** How many, where they are reached if nobody knows yet, and the place is theirs for a while. */
export function Hold({ view, voyage }: HoldProps) {
  const unsent = useFarewell((farewell) => farewell.unsent);
  const { doing, said, trouble, lost, hold } = useHold(view, voyage);
  const { way, company, contact } = shown(contentsOf(view), unsent);
  // once asked for, the field stays while it is filled in
  const asksPhone = view.state === 'draft' && view.phone === undefined;
  return (
    <>
      {way === 'proxy' ? (
        <Line>{words.proxy}</Line>
      ) : (
        <CountPart
          path="company.aboard"
          label={words.who}
          help={words.whoLine}
          count={company.aboard}
          least={1}
          most={MOST_ABOARD}
          onCount={(aboard) => answer({ 'company.aboard': aboard })}
        />
      )}
      {asksPhone && (
        <TextPart
          path="contact.phone"
          label={sectionWords.contact.phone}
          help={words.phoneLine}
          value={contact.phone}
          keyboard="tel"
          longest={40}
        />
      )}
      {lost && <Lost farewell={view.id} voyage={voyage} />}
      <DeedSaid said={said} trouble={trouble} />
      {trouble?.code === IMPOSSIBLE_DAY && (
        <Button id="even-then" kind="second" text={words.evenThen} onPress={() => void hold(true)} />
      )}
      {!lost && <Button id="hold" text={doing ? words.going : words.go} onPress={() => void hold()} />}
      {!lost && <Line tone="quiet">{words.kept}</Line>}
    </>
  );
}
