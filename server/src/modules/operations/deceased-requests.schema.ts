import {
  DEATH_PAPERS,
  DECEASED_REQUEST_STATES,
  KIN_PAPERS,
  KINSHIPS,
  RELATIVES_ASK,
} from '@jinmen/shared/residents/relatives';
import { arrayOf, objectOf, oneOf, type SchemaObject, text } from '../../platform/http/json-schema';

const instant: SchemaObject = { type: 'string', format: 'date-time' };
const asks = oneOf(...RELATIVES_ASK);
const choices = (codes: readonly string[]) => arrayOf(objectOf({ code: oneOf(...codes), words: text('爱人') }));

export const deceasedRequestSchema = objectOf({
  id: text('6f1d…'),
  asks,
  asksWords: text('看一看、要一份'),
  deceased: text('张* 1****************X'),
  relative: text('李* 1****************2'),
  kinship: text('爱人'),
  papers: text('火化证明、结婚证'),
  need: text('办抚恤金要用'),
  'change?': text('户口登记的街道写错了'),
  office: text('西青区西营门街道'),
  at: instant,
  state: oneOf(...DECEASED_REQUEST_STATES),
  mine: { type: 'boolean' },
  'answer?': text('给了一份'),
  'endedAt?': instant,
});

/** With what there is to choose from in the form, in the words of the law. */
export const deceasedRequestsSchema = objectOf({
  items: arrayOf(deceasedRequestSchema),
  choices: objectOf({
    asks: choices(RELATIVES_ASK),
    kinship: choices(KINSHIPS),
    deathPaper: choices(DEATH_PAPERS),
    kinPaper: choices(KIN_PAPERS),
  }),
});

export const askedForSchema = objectOf({
  asks,
  deceasedName: text('张三'),
  deceasedIdNumber: text('120101195001011239'),
  relativeName: text('李四'),
  relativeIdNumber: text('120101195201011238'),
  kinship: oneOf(...KINSHIPS),
  deathPaper: oneOf(...DEATH_PAPERS),
  kinPaper: oneOf(...KIN_PAPERS),
  need: text('办抚恤金要用'),
  'change?': text('户口登记的街道写错了'),
});

export const deceasedCopySchema = objectOf({ text: text('逝者在津门民政办过的事') });
export const deceasedDeletionSchema = objectOf({ accounts: { type: 'integer', minimum: 0 } });
