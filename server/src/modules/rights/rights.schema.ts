import { arrayOf, objectOf, type SchemaObject, text } from '../../platform/http/json-schema';

const instant: SchemaObject = { type: 'string', format: 'date-time' };
const cursor = text('MjAyNi0x…');

export const disclosuresSchema = objectOf({
  items: arrayOf(
    objectOf({
      id: text('6f1d…'),
      at: instant,
      to: text('街道和区民政局'),
      what: text('您的申请'),
      purpose: text('让街道和民政部门看您的情况'),
      basis: arrayOf(text('您同意过：把申请递给街道和民政部门')),
    }),
  ),
  'nextCursor?': cursor,
});

export const accessesSchema = objectOf({
  items: arrayOf(
    objectOf({
      id: text('6f1d…'),
      at: instant,
      who: text('街道的工作人员（和平区劝业场街道）'),
      what: text('看了您的电话，好给您打'),
      'why?': text('通知补材料'),
    }),
  ),
  'nextCursor?': cursor,
});

export const deletionSchema = objectOf({
  goes: arrayOf(text('没递出去的申请 1 份，和里面的照片')),
  stays: arrayOf(
    objectOf({
      what: text('递出去的申请 1 份'),
      why: text('街道和民政部门在办'),
      until: text('从这件事办完或者撤回起，留 1825 天（5 年）（示例，待民政局核定）'),
    }),
  ),
});

const givenPaper = objectOf({
  id: text('6f1d…'),
  name: text('户口簿'),
  about: text('低保'),
  type: { type: 'string', enum: ['jpeg', 'pdf'] },
  bytes: { type: 'integer' },
  takenAt: instant,
  sent: { type: 'boolean' },
  'path?': text('/relief/applications/6f1d…/materials/household-book?file=6f1d…'),
});

export const givenPapersSchema = objectOf({ items: arrayOf(givenPaper) });

export const exportSchema = objectOf({
  madeAt: instant,
  'of?': text('张*'),
  'only?': text('这份里只有您在这个微信里办的事。……'),
  sections: arrayOf(
    objectOf({
      title: text('申请救助和补贴'),
      purpose: text('让街道和民政部门看您的情况'),
      basis: arrayOf(text('法律让做的：《社会救助暂行办法》')),
      kept: text('至少三年'),
      records: arrayOf(
        objectOf({ table: text('relief_application'), values: { type: 'object', additionalProperties: true } }),
      ),
    }),
  ),
  papers: objectOf({ words: text('照片和文件本身不在这一份里……'), items: arrayOf(givenPaper) }),
  given: arrayOf({ type: 'object', additionalProperties: true }),
  seen: arrayOf({ type: 'object', additionalProperties: true }),
});

export const rulesSchema = objectOf({
  version: text('a1b2…'),
  since: text('2026 年 11 月 26 日'),
  sections: arrayOf(objectOf({ title: text('登录'), lines: arrayOf(text('用来：认出您用的是同一个微信。')) })),
  versions: arrayOf(
    objectOf({
      version: text('a1b2…'),
      since: text('2026 年 11 月 26 日'),
      'until?': text('2026 年 12 月 5 日'),
      inForce: { type: 'boolean' },
    }),
  ),
});
