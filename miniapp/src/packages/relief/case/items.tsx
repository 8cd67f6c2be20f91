import type { ApplicationView } from '@jinmen/shared/applications/views';
import { caseWords } from '../../../copy/case';
import { Card } from '../../../ui/card';
import { ListRow } from '../../../ui/list-row';
import { Pill } from '../../../ui/pill';
import { itemShown, itemsOf } from './case-view';

/** How each programme stands, where that is not one and the same. */
export function Items({ view }: { view: Pick<ApplicationView, 'cases'> }) {
  const items = itemsOf(view).map(itemShown);
  if (items.every(({ pill, line }) => pill === items[0]?.pill && line === undefined)) return null;
  return (
    <Card id="items" title={caseWords.items.title}>
      {items.map(({ programme, title, pill, tone, line }) => (
        <ListRow
          key={programme}
          id={`item-${programme}`}
          title={title}
          {...(line !== undefined && { line })}
          end={<Pill text={pill} tone={tone} />}
        />
      ))}
    </Card>
  );
}
