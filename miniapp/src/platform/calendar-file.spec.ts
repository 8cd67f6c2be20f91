import { calendarFile } from './calendar-file';

const entry = {
  id: 'JM-7KQ2M9',
  title: '结婚登记，两个人都要来',
  place: '天津市和平区婚姻登记处；一楼, 二号厅',
  note: '带身份证\n不用户口本',
  startsAtMs: Date.UTC(2026, 11, 5, 1, 30),
  endsAtMs: Date.UTC(2026, 11, 5, 2, 0),
};
const file = calendarFile(entry, Date.UTC(2026, 10, 26));
const unfolded = file.replace(/\r\n /g, '').split('\r\n');

describe('a calendar file', () => {
  it('says when in UTC, so that every phone shows the time of Tianjin in its own zone', () => {
    expect(unfolded).toEqual(expect.arrayContaining(['DTSTART:20261205T013000Z', 'DTEND:20261205T020000Z']));
    expect(unfolded).toContain('DTSTAMP:20261126T000000Z');
  });

  it('keeps a comma, a line end and Chinese as they were meant', () => {
    expect(unfolded).toContain('LOCATION:天津市和平区婚姻登记处；一楼\\, 二号厅');
    expect(unfolded).toContain('DESCRIPTION:带身份证\\n不用户口本');
  });

  it('takes no line of its own from a text', () => {
    const signs = ['\r\n', '\n', '\r'];
    for (const sign of signs) {
      const hostile = calendarFile({ ...entry, title: `x${sign}BEGIN:VALARM${sign}URL:http://elsewhere.example` }, 0);
      expect(hostile.split(/[\r\n]+/).filter((line) => /^(URL|BEGIN:VALARM)/.test(line))).toEqual(['BEGIN:VALARM']);
    }
  });

  it('has no line longer than 75 octets and cuts no character', () => {
    const long = calendarFile({ ...entry, note: '都带上身份证。'.repeat(40) }, 0);
    for (const line of long.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(long.replace(/\r\n /g, '')).toContain('都带上身份证。'.repeat(40));
  });

  it('names the same matter the same, so that a moved booking moves in the calendar', () => {
    const moved = calendarFile({ ...entry, startsAtMs: 0 }, 0);
    expect(moved).toContain('UID:JM-7KQ2M9@jinmen');
  });
});
