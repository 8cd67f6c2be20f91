import { anyObject, arrayOf, day, integer, objectOf, oneOf, text } from '../../../platform/http/json-schema';

const source = anyObject('{document,article?,effective?,row,confidence}');
const yes = { type: 'boolean' } as const;
const kind = oneOf('reconsideration', 'lawsuit');
const code = text('minimum-living-allowance');

export const disputeFigureSchema = objectOf({
  fact: text('household.monthlyOtherIncomeFen'),
  says: oneOf('other-value', 'not-mine', 'out-of-date'),
  'value?': { description: 'of other-value: as the fact is typed' },
  'why?': text('这笔是去年的退休金，今年没有了'),
});
export const tellAppealSchema = objectOf({ programme: code, kind, on: day('handed in on') });
export const statementSchema = objectOf({ statement: text('行政复议申请书…') });

export const disputeSchema = objectOf({
  id: text('0b7e…'),
  fact: text('household.monthlyOtherIncomeFen'),
  label: text('全家每月的其他收入'),
  says: oneOf('other-value', 'not-mine', 'out-of-date'),
  'value?': {},
  'why?': text('…'),
  found: objectOf({ value: {}, from: text('社会保险') }),
  holder: text('西青区西营门街道办事处'),
  state: oneOf('open', 'corrected', 'stays'),
  saidAt: text('2026-11-25T02:00:00.000Z'),
  'answer?': anyObject('{at,value?,from?,why?}'),
});

export const handedInSchema = objectOf({
  programme: code,
  kind,
  on: day('as the resident says'),
  saidAt: text('2026-11-25T02:00:00.000Z'),
});

const door = { until: day('the last day, counted from the decision'), over: yes, source };

export const appealSchema = objectOf({
  programme: code,
  title: text('低保'),
  decidedOn: day('decided on'),
  reconsideration: objectOf({
    ...door,
    to: text('西青区人民政府'),
    answeredWithin: objectOf({ days: integer('60'), simple: integer('30'), source }),
    'online?': text('https://…'),
  }),
  lawsuit: objectOf({ ...door, daysAfterReconsideration: integer('15') }),
  inaction: objectOf({ source }),
  statement: text('行政复议申请书…'),
  handedIn: arrayOf(handedInSchema),
});

export const refusalSchemas = {
  'refusal?': objectOf({
    figures: arrayOf(
      objectOf({
        fact: text('household.monthlyOtherIncomeFen'),
        label: text('全家每月的其他收入'),
        value: {},
        origin: oneOf('declared', 'verified', 'corrected'),
        'from?': text('社会保险'),
        'said?': {},
      }),
    ),
    'deciding?': anyObject('{clause,standards,asOf,named,puzzling?}'),
    changes: arrayOf(anyObject('{how,text,facts,programme?,makes}')),
  }),
  'waysOn?': arrayOf(anyObject('{kind: correct|apply|again|look|ask|appeal, …}')),
} as const;
