import { arrayOf, day, integer, objectOf, oneOf, type SchemaObject, text } from '../../../platform/http/json-schema';

const yes: SchemaObject = { type: 'boolean' };
const kind = text('diagnosis');

export const fileSchema: SchemaObject = {
  type: 'object',
  required: ['file'],
  properties: { file: { type: 'string', format: 'binary' } },
};

const way = oneOf('have', 'photo', 'later', 'in-person', 'bureau');

export const papersSchema = objectOf({
  items: arrayOf(
    objectOf({
      kind,
      name: text('诊断证明'),
      'note?': text('家里有的话'),
      neededBy: arrayOf(text('minimum-living-allowance')),
      mayFollow: yes,
      'fetchedBy?': text('核对系统（查收入和存款的）'),
      'original?': yes,
      ways: arrayOf(way),
      'way?': way,
      state: oneOf('open', 'ready', 'sent', 'promised', 'missed', 'in-person', 'bureau', 'asked', 'unreadable'),
      pages: arrayOf(
        objectOf({
          file: text('6f1d…'),
          page: integer('from 1'),
          type: oneOf('jpeg', 'pdf'),
          'unclear?': oneOf('small', 'dark', 'blank', 'blurred'),
          sent: yes,
        }),
      ),
      'by?': day('promised or asked for by'),
      'earlier?': objectOf({ takenOn: day('taken on'), 'validUntil?': day('its last day') }),
    }),
  ),
  remarks: arrayOf(text('要带哪些材料，待核定')),
  terms: objectOf({
    lastDay: day('the last day that may be promised'),
    followDays: integer('示例'),
    extensionDays: integer('示例'),
    'extend?': arrayOf(kind),
  }),
  room: integer('photos there is room for'),
});

export const commitmentSchema = objectOf({
  signedAt: { type: 'string', format: 'date-time' },
  papers: arrayOf(objectOf({ kind, name: text('诊断证明'), by: day('promised for'), kept: yes })),
  text: arrayOf(text('what was agreed to')),
  'extension?': objectOf({ until: day('the last day more time could be given until') }),
  'extended?': yes,
});

export const promisesSchema = objectOf({
  papers: arrayOf(objectOf({ kind, by: day('promised for') })),
  accepted: { type: 'boolean', enum: [true] },
});

export const supplementSchema = objectOf({ 'kinds?': arrayOf(kind) });
