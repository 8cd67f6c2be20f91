import type { SchemaObject } from '../../platform/http/json-schema';
import { arrayOf, objectOf, text } from '../../platform/http/json-schema';

export const placesReplySchema: SchemaObject = objectOf({
  districts: arrayOf(
    objectOf({
      code: text('120101'),
      name: text('和平区'),
      units: arrayOf(objectOf({ code: text('120101001'), name: text('劝业场街道'), kind: text('subdistrict') })),
    }),
  ),
});
