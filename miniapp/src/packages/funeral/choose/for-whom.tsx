import { farewellsWords } from '../../../copy/funeral-farewell';
import { chooseWords as words } from '../../../copy/funeral-place';
import { funeralTitles } from '../../../copy/funeral-titles';
import { replacePage } from '../../../platform/navigate';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { ListRow } from '../../../ui/list-row';
import { beginFarewell, useVoyage } from '../api';
import { DeedSaid } from '../deed-said';
import { calledOf } from '../farewell-view';
import { Shore } from '../shore';
import { useDeed } from '../use-deed';
import { useMine } from '../use-mine';
import { VoyageCard } from '../voyage-card';
import { Money } from './money';

/** Whose voyage it is to be: one of those begun already, or somebody nobody wrote down yet. */
export function ForWhom({ voyage: id }: { voyage: string }) {
  const voyage = useVoyage(id);
  const mine = useMine();
  const deed = useDeed();
  const go = (farewell: string) => replacePage('funeralChoose', { voyage: id, id: farewell });
  const begin = async () => {
    const sent = await deed.run('begin', beginFarewell);
    if (sent?.kind === 'sent') go(sent.data.id);
  };
  const open = mine.data?.farewells.filter(({ you, state }) => you === 'applicant' && OPEN.includes(state)) ?? [];
  return (
    <Shore title={funeralTitles.choose} heading={words.heading} seen={mine}>
      {voyage.data && <VoyageCard voyage={voyage.data} />}
      <Money />
      {open.length > 0 && (
        <Card id="for-whom" title={words.pick}>
          {open.map(({ id: farewell, number, name, called }) => (
            <ListRow
              key={farewell}
              id={`for-${farewell}`}
              title={calledOf({ ...(called && { called }), ...(name !== undefined && { name }) })}
              line={number}
              onPress={() => go(farewell)}
            />
          ))}
        </Card>
      )}
      {mine.data && (
        <Button
          id="begin"
          kind={open.length > 0 ? 'second' : 'primary'}
          text={deed.doing ? farewellsWords.beginning : open.length > 0 ? words.fresh : words.next}
          onPress={() => void begin()}
        />
      )}
      <DeedSaid {...deed} />
    </Shore>
  );
}

const OPEN: readonly string[] = ['draft', 'signed-up'];
