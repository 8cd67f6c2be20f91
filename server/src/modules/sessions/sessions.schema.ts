import { integer, objectOf, type SchemaObject, text } from '../../platform/http/json-schema';

export const signInSchema: SchemaObject = objectOf({
  code: text('0a3Xyz (what wx.login gave)'),
  'borrowed?': { type: 'boolean', enum: [true], description: 'the phone is somebody else’s' },
});
export const refreshSchema: SchemaObject = objectOf({ refreshToken: text('good once') });

export const sessionSchema: SchemaObject = objectOf({
  accessToken: text('for Authorization: Bearer …'),
  refreshToken: text('good once; the next answer carries a new one'),
  expiresIn: integer('seconds the access token is good for'),
});
