import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainWordProblems } from '@jinmen/shared/plain-words/plain-words';
import { NOTICE_TOPICS } from './notices.port';
import { fits, progressMessage } from './subscription-message';

const at = new Date('2026-11-25T16:05:00Z');

describe.each(NOTICE_TOPICS)('the subscription message of %s', (topic) => {
  const message = progressMessage(topic, at);

  it('fits every field of the template', () => {
    for (const [key, value] of Object.entries(message))
      expect([key, value, fits(key, value)]).toEqual([key, value, true]);
  });

  it('is plain, and names the minute in Tianjin', () => {
    expect(message.time3).toBe('2026年11月26日 00:05');
    for (const words of [message.thing1, message.phrase2, message.thing4]) expect(plainWordProblems(words)).toEqual([]);
  });

  it('tells no outcome and no money', () => {
    expect(Object.values(message).join()).not.toMatch(/批准|同意|通过|不予|拒绝|没批|元|病|残|死|低保|救助|补贴/);
  });
});

it('has the keys of the example WeChat’s document shows', () => {
  const path = join(__dirname, '../../../../docs/bureaus/wechat/examples/subscribe-send.request.json');
  const example = JSON.parse(readFileSync(path, 'utf8')) as { data: Record<string, unknown> };
  expect(Object.keys(progressMessage('decision', at)).sort()).toEqual(Object.keys(example.data).sort());
});

describe('a field', () => {
  it.each([
    ['thing1', '二十个字二十个字二十个字二十个字二十个字', true],
    ['thing1', '二十一个字二十一个字二十一个字二十一个字二', false],
    ['thing1', '', false],
    ['thing1', '两\n行', false],
    ['thing1', '𠮷'.repeat(20), true],
    ['phrase2', '请您看看吧', true],
    ['phrase2', '请您来看看吧', false],
    ['phrase2', 'look', false],
    ['name3', '古丽巴哈尔买买提江啊', true],
    ['name3', '古丽巴哈尔买买提江啊啊', false],
    ['character_string4', 'A-1', true],
    ['character_string4', 'x'.repeat(33), false],
    ['number5', '1'.repeat(33), false],
    ['amount6', '10元', true],
    ['amount6', '12345678901元', false],
    ['time7', '2026年11月25日 10:30', true],
    ['time7', 'soon', false],
    ['date8', '2026-11-25', true],
    ['unheard9', 'x', false],
  ])('%s takes %j: %s', (key, value, expected) => {
    expect(fits(key, value)).toBe(expected);
  });
});
