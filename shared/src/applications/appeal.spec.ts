import { plainWordProblems } from '../plain-words/plain-words';
import { appealDoors, statementOf } from './appeal';

describe('the doors after a decision', () => {
  const { reconsideration, lawsuit } = appealDoors('2026-12-31', '西青区', '2027-03-01');

  it('are open for sixty days and for six months, whatever days off there are in between', () => {
    expect(reconsideration).toMatchObject({ until: '2027-03-01', over: false, to: '西青区人民政府' });
    expect(lawsuit).toMatchObject({ until: '2027-06-30', over: false, daysAfterReconsideration: 15 });
    expect(appealDoors('2026-08-31', '西青区', '2027-03-01').lawsuit).toMatchObject({
      until: '2027-02-28',
      over: true,
    });
  });

  it('are over the day after the last one', () => {
    expect(appealDoors('2026-12-31', '西青区', '2027-03-02').reconsideration.over).toBe(true);
  });

  it('name where each is written', () => {
    expect([reconsideration.source.article, lawsuit.source.article, reconsideration.answeredWithin]).toMatchObject([
      '第二十条、第二十四条',
      '第四十五条、第四十六条',
      { days: 60, simple: 30, source: { article: '第六十二条' } },
    ]);
  });
});

describe('a statement to begin with', () => {
  const ground = {
    receiptNumber: 'JM20261125-7KQ2M9XB',
    title: '低保',
    decidedOn: '2026-12-01',
    holder: '西青区西营门街道办事处',
    to: '西青区人民政府',
    figures: ['全家每月的其他收入：4000.00元（从社保中心查到）'],
    disputed: [],
  } as const;

  it('has the number, the decision, the clause and the figures, and leaves who they are to be written by hand', () => {
    const text = statementOf({ ...ground, clause: '家里人均月收入低于低保标准' });
    for (const part of [
      'JM20261125-7KQ2M9XB',
      '2026\u00a0年\u00a012\u00a0月\u00a01\u00a0日',
      '低保',
      '西青区人民政府',
      '4000.00元',
      '家里人均月收入低于低保标准',
    ])
      expect(text).toContain(part);
    expect(text).toContain('（手写姓名、身份证号、住址、电话）');
    expect(plainWordProblems(text.replace(ground.receiptNumber, ''))).toEqual([]);
  });

  it('says so where nobody wrote which clause it was', () => {
    expect(statementOf(ground)).toContain('没有写清楚是哪一条');
  });
});
