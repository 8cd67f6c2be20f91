/** Something to remember in a calendar. */
export interface CalendarEntry {
  /** The same for the same matter: a calendar then moves the entry instead of adding another. */
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly note: string;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
}

const REMIND_BEFORE = '-P1D';
const LONGEST_LINE = 75;

/** One entry as an iCalendar file (RFC 5545): times in UTC, a reminder the day before. */
export function calendarFile(entry: CalendarEntry, nowMs: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//jinmen//booking//ZH',
    'BEGIN:VEVENT',
    `UID:${entry.id}@jinmen`,
    `DTSTAMP:${utcTime(nowMs)}`,
    `DTSTART:${utcTime(entry.startsAtMs)}`,
    `DTEND:${utcTime(entry.endsAtMs)}`,
    `SUMMARY:${escaped(entry.title)}`,
    `LOCATION:${escaped(entry.place)}`,
    `DESCRIPTION:${escaped(entry.note)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(entry.title)}`,
    `TRIGGER:${REMIND_BEFORE}`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

/** `20261205T013000Z`. */
function utcTime(ms: number): string {
  return new Date(ms)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replace(/[-:]/g, '');
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n?|\n/g, '\\n');
}

/** At most 75 octets a line, never cut within a character; what follows begins with a space. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > LONGEST_LINE) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}

/** In UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
