import type { UrgentView } from '@jinmen/shared/urgent/views';
import { View } from '@tarojs/components';
import { urgent } from '../../../copy/urgent';
import { Button } from '../../../ui/button';
import { FieldError } from '../../../ui/field-error';
import { Line } from '../../../ui/words';
import { useApply } from './use-apply';

const { sent: words } = urgent;

/** Help first, formalities after: the proper application begins with what was said already. */
export function ApplyNow({ view }: { view: UrgentView }) {
  const { working, problem, apply } = useApply(view);
  if (view.said.forSomebodyElse) return <Line tone="quiet">{words.applyOther}</Line>;
  return (
    <View className="stack">
      <Line tone="quiet">{words.applyLine}</Line>
      <FieldError text={problem} />
      <Button id="apply-now" text={working ? words.applying : words.apply} onPress={apply} />
    </View>
  );
}
