import { DIVORCE_STATES } from '@jinmen/shared/services/marriage-registration/divorce-view';
import { arrayOf, day, objectOf, oneOf, type SchemaObject, text } from '../../platform/http/json-schema';

export const divorcesSchema: SchemaObject = objectOf({
  items: arrayOf(
    objectOf({
      id: text('6f1d…'),
      state: oneOf(...DIVORCE_STATES),
      site: text('registry-120101'),
      siteName: text('和平区婚姻登记处'),
      receivedOn: day('when the registry took the first step'),
      days: objectOf({
        coolingUntil: day('the last day of the first thirty'),
        from: day('the first day of the second step'),
        until: day('the last day of the second step'),
        expected: { type: 'boolean' },
      }),
    }),
  ),
});
