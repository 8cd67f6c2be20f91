import { STANDARD_UNITS } from '@jinmen/shared/standards/standard';
import { arrayOf, day, integer, objectOf, oneOf, type SchemaObject, text } from '../../platform/http/json-schema';

const source = objectOf({
  document: text('津民规〔2025〕6号'),
  'article?': text('第九条'),
  'effective?': day('first day the document is in force'),
  row: text('A.1'),
  confidence: oneOf('official', 'seed', 'third-party-copy', 'third-party', 'derived', 'unknown'),
});

export const standardsReplySchema: SchemaObject = objectOf({
  asOf: day('the day the rows are in force on'),
  rulesVersion: text('2026.11-3fa1c2d4'),
  standards: arrayOf(
    objectOf({
      key: text('minimum-living-allowance'),
      value: integer('in the unit'),
      unit: oneOf(...STANDARD_UNITS),
      from: day('first day in force'),
      'to?': day('last day in force, inclusive'),
      source,
      'note?': text('the day a source last vouches for'),
    }),
  ),
  version: integer('grows with every change of the table'),
});
