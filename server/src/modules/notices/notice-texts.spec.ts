import { programmes } from '@jinmen/shared/catalogue';
import { plainWordProblems } from '@jinmen/shared/plain-words/plain-words';
import { noticeTexts } from './notice-texts';
import { NOTICE_TOPICS } from './notices.port';

/** What must not be read over a shoulder (security.md 1A): outcomes, money, health, death, the name of a programme. */
const TELLING = /批准|同意|通过|不予|拒绝|没批|金额|元|钱|收入|病|残|死|去世|逝|低保|救助|补贴|津贴/;

describe.each(NOTICE_TOPICS)('the message of %s', (topic) => {
  const { title, line } = noticeTexts[topic];

  it('is plain Chinese', () => {
    expect(plainWordProblems(title)).toEqual([]);
    expect(plainWordProblems(line)).toEqual([]);
  });

  it('tells whoever looks over a shoulder neither an outcome nor what the application is about', () => {
    expect(`${title}${line}`).not.toMatch(TELLING);
    for (const programme of programmes) expect(`${title}${line}`).not.toContain(programme.title);
  });
});

it('announces a decision with the title of every other step', () => {
  expect(noticeTexts.decision.title).toBe(noticeTexts['application-progress'].title);
});
