import fc from 'fast-check';
import { type NoticeWay, nextWay } from './notice-way';
import { NOTICE_TOPICS } from './notices.port';

const reaches = fc.record({ wechat: fc.boolean(), sms: fc.boolean(), phone: fc.boolean() });
const topics = fc.constantFrom(...NOTICE_TOPICS);
const ways = fc.uniqueArray(fc.constantFrom<NoticeWay>('wechat', 'sms', 'call'));

describe('the way of a message', () => {
  it('is WeChat where it was asked for, then the phone where it was chosen', () => {
    expect(nextWay('application-progress', { wechat: true, sms: true, phone: true })).toBe('wechat');
    expect(nextWay('application-progress', { wechat: false, sms: true, phone: true })).toBe('sms');
    expect(nextWay('decision', { wechat: true, sms: true, phone: true }, ['wechat'])).toBe('sms');
  });

  it('is a call only where somebody waits or there is an answer', () => {
    const onlyPhone = { wechat: false, sms: false, phone: true };
    expect(nextWay('paper-requested', onlyPhone)).toBe('call');
    expect(nextWay('decision', onlyPhone)).toBe('call');
    expect(nextWay('application-progress', onlyPhone)).toBeUndefined();
  });

  it('is never one that is closed or was refused, whatever is known', () => {
    fc.assert(
      fc.property(topics, reaches, ways, (topic, reach, refused) => {
        const way = nextWay(topic, reach, refused);
        if (way === undefined) return;
        expect(refused).not.toContain(way);
        expect(way === 'call' ? reach.phone : reach[way]).toBe(true);
      }),
    );
  });
});
