import { day, objectOf, oneOf, type SchemaObject, text } from '../../platform/http/json-schema';

export const verificationRequestSchema: SchemaObject = objectOf({
  name: text('张三'),
  idNumber: text('eighteen signs; full-width digits and a small x are taken'),
});

export const verificationSchema: SchemaObject = objectOf({
  outcome: oneOf('verified', 'not-confirmed', 'later'),
  'words?': text('名字和身份证号没有对上，请照着身份证再看一遍。'),
});

const confirmedName = objectOf({
  name: text('张*'),
  idNumber: text('1****************X'),
  birth: day('from the ID number'),
  verifiedAt: text('2026-11-25T02:30:15.000Z'),
});

export const meSchema: SchemaObject = objectOf({
  accountId: text('4b1f6d7e-0000-4000-8000-000000000000'),
  'realName?': confirmedName,
  'withheldName?': confirmedName,
});
