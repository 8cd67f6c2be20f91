import { CONFIDENCES } from '@jinmen/shared/kernel/source';
import {
  anyObject,
  arrayOf,
  day,
  integer,
  objectOf,
  oneOf,
  type SchemaObject,
  text,
} from '../../platform/http/json-schema';

const source = objectOf({
  document: text('国办发〔2023〕39号'),
  'article?': text('第九条'),
  'effective?': day('first day the document is in force'),
  row: text('A.2'),
  confidence: oneOf(...CONFIDENCES),
});

const guide = objectOf({
  code: text('legal-aid'),
  title: text('法律援助'),
  formalName: text('法律援助、公共法律服务'),
  summary: text('遇上官司、纠纷，请不起律师，先打 12348 问。'),
  door: text('general'),
  words: arrayOf(text('请不起律师')),
  lines: arrayOf(text('12348 是公共法律服务热线，法律上的事都可以先打去问。')),
  unknown: text('哪些人可以免费请律师：待核定，请打 12348 问。'),
  ask: objectOf({ who: text('法律上的事，先打这个电话问'), phone: text('12348') }),
  related: arrayOf(text('minimum-living-allowance')),
  sources: arrayOf(source),
});

export const catalogueReplySchema: SchemaObject = objectOf({
  rulesVersion: text('2026.11-3fa1c2d4'),
  programmes: arrayOf(
    objectOf({
      code: text('minimum-living-allowance'),
      title: text('低保'),
      formalName: text('最低生活保障'),
      summary: text('家里人均收入低于低保标准时，每月补足差额。'),
      bureau: text('social-assistance'),
      door: text('general'),
      words: arrayOf(text('没收入')),
      guide: objectOf({
        where: text('户籍地街道（乡镇）'),
        papers: arrayOf(text('身份证')),
        howLong: text('一般 30 个工作日内'),
        phone: text('12345'),
      }),
    }),
  ),
  services: arrayOf(
    objectOf({
      code: text('marriage-registration'),
      title: text('婚姻登记'),
      kinds: arrayOf(
        objectOf({
          code: text('marriage'),
          title: text('结婚登记'),
          line: text('两个人一起来，当场领证，不收费。'),
          parties: objectOf({ least: integer('who must come'), most: integer('who can come') }),
          plain: { type: 'boolean' },
          'grief?': { type: 'boolean', enum: [true], description: 'in bereavement' },
        }),
      ),
    }),
  ),
  doors: arrayOf(
    objectOf({
      code: text('general'),
      title: text('家里钱不够用'),
      line: text('收入低、有人生病、有人残疾'),
      sensitive: { type: 'boolean' },
    }),
  ),
  facts: anyObject('every fact by its name: type, label, and what values it takes'),
  questions: arrayOf(
    objectOf({
      id: text('household-members'),
      title: text('您家一共几口人？'),
      'short?': text('家里几口人'),
      'help?': text('一起生活、共同吃住的家人都算。'),
      'list?': objectOf({ title: text('算这几种'), items: arrayOf(text('尿毒症')) }),
      facts: arrayOf(text('household.memberCount')),
      door: text('general'),
      burden: integer('1 = answered without thinking … 5 = sensitive, or needs a paper'),
    }),
  ),
  guides: arrayOf(guide),
});
