import { arrayOf, integer, objectOf, oneOf, type SchemaObject, text } from '../../platform/http/json-schema';

const yes: SchemaObject = { type: 'boolean' };
const relation = oneOf('child', 'ward');

export const addDependantSchema = objectOf({
  name: text('示小明'),
  idNumber: text('eighteen signs; the age stands in it'),
  relation,
  proof: oneOf('bureau', 'paper'),
  'livesTogether?': yes,
});

export const dependantSchema = objectOf({
  id: text('6f1d…'),
  name: text('示*明'),
  idNumber: text('1****************X'),
  age: integer('full years, today in Tianjin'),
  under14: yes,
  minor: yes,
  relation,
  livesTogether: yes,
  proof: oneOf('asking', 'confirmed', 'to-show'),
  'waits?': oneOf('answer', 'paper', 'consent', 'grown-up'),
  'words?': text('正在查户口登记，一会儿就有回音。'),
  'showCode?': text('7KQ2M9XB'),
});

export const dependantsSchema = objectOf({ items: arrayOf(dependantSchema) });
