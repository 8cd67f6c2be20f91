import { anyObject, arrayOf, integer, objectOf, type SchemaObject, text } from '../../platform/http/json-schema';

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
  services: arrayOf(anyObject('bookable services')),
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
      'help?': text('一起生活、共同吃住的家人都算。'),
      'list?': objectOf({ title: text('算这几种'), items: arrayOf(text('尿毒症')) }),
      facts: arrayOf(text('household.memberCount')),
      door: text('general'),
      burden: integer('1 = answered without thinking … 5 = sensitive, or needs a paper'),
    }),
  ),
  guides: arrayOf(anyObject('guides to read')),
});
