import { anyObject, arrayOf, day, objectOf, oneOf, text } from '../../../platform/http/json-schema';

export const publicNoticeSchema = objectOf({
  notices: arrayOf(
    objectOf({
      programme: text('minimum-living-allowance'),
      stage: oneOf('before-decision', 'after-approval'),
      state: oneOf('preview', 'to-come', 'hanging', 'over'),
      lines: arrayOf(objectOf({ label: text('名字'), text: text('张*') })),
      where: text('贴在社区或村里的公告栏'),
      howLong: text('贴 7 天，周末也算'),
      'from?': day('the first day it hangs'),
      'until?': day('the last day it hangs'),
      'source?': anyObject('{document,article?,effective?,row,confidence}'),
    }),
  ),
  notPosted: arrayOf(objectOf({ programme: text('orphan-living-allowance'), why: text('孩子的事，不往外贴。') })),
  note: text('名字露几个字，这里是示例。'),
});
