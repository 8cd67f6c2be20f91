import Taro from '@tarojs/taro';
import { type CalendarEntry, calendarFile } from './calendar-file';
import { nowMs } from './clock';
import { saveAsDownload } from './download';

/** `refused`: the phone does not let us, until its settings say so. */
export type PutInCalendar = 'done' | 'refused' | 'cancelled';

const DAY_S = 86_400;

/** Into the phone's own calendar; in a browser as a file that every calendar opens. In a tap. */
export async function putInCalendar(entry: CalendarEntry): Promise<PutInCalendar> {
  if (process.env.TARO_ENV === 'h5') return saveInBrowser(entry);
  try {
    await Taro.addPhoneCalendar({
      title: entry.title,
      startTime: Math.floor(entry.startsAtMs / 1000),
      // Taro's types want texts here; WeChat takes seconds since 1970 for both.
      endTime: String(Math.floor(entry.endsAtMs / 1000)),
      location: entry.place,
      description: entry.note,
      alarm: true,
      alarmOffset: DAY_S,
    });
    return 'done';
  } catch (error) {
    const { errMsg = '' } = (error ?? {}) as { errMsg?: string };
    return /cancel/i.test(errMsg) ? 'cancelled' : 'refused';
  }
}

function saveInBrowser(entry: CalendarEntry): PutInCalendar {
  const file = new Blob([calendarFile(entry, nowMs())], { type: 'text/calendar;charset=utf-8' });
  saveAsDownload(file, `${entry.id}.ics`);
  return 'done';
}
