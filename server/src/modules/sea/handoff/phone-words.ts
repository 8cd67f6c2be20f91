/** What the service person reads out. Plain and grief-safe (docs: features 4.2), at most 200 signs each. */
export const phoneWords = {
  full: '这一班没有位置了。报名收好了，有合适的船，工作人员先打电话给您。',
  noSuchVoyage: '这一班现在不能选。报名收好了，工作人员会打电话和您商量日子。',
  largeFamily: '一起来的人多，座位要一起安排。报名收好了，工作人员会打电话和您商量哪一天都坐得下。',
  already: '家里已经有人为这位亲人报过名。您这边也记下了，请家里人商量一下，有事随时打 96456。',
  hasPlace: '这位亲人已经报过名，也有位置了。想换日子，或者有什么要改，现在就可以说。',
  wrongNumber: '身份证号码和登记的对不上，请再念一遍。什么都没有留下，也没有取消什么。',
} as const;
