import type { SeaCertificateView } from '@jinmen/shared/services/sea-scattering/views';
import { seaCertificateWords as words } from '../../../copy/funeral-boarding';
import { dayAndWeekday, dayInWords } from '../../../platform/clock';
import { hourOf } from '../voyage-words';

/** `4 月 11 日 周日 09:52，船在北纬 38 度 56.20 分，东经 117 度 58.40 分停过。` */
export function stoppedAt(certificate: SeaCertificateView): string {
  const { day, at } = certificate;
  return words.stopped(`${dayAndWeekday(day)} ${hourOf(at)}`, positionOf(certificate));
}

export function certificateRows(certificate: SeaCertificateView): readonly (readonly [string, string])[] {
  const { name, signUp, day, at, vessel, number, seal } = certificate;
  return [
    name === undefined ? [words.rows.signUp, signUp] : [words.rows.name, name],
    [words.rows.day, dayInWords(day)],
    [words.rows.at, hourOf(at)],
    [words.rows.position, positionOf(certificate)],
    [words.rows.vessel, vessel],
    [words.rows.number, number],
    [words.rows.seal, seal],
  ];
}

/** The same as lines of text, for wherever the family keeps it. */
export function certificateText(certificate: SeaCertificateView): string {
  return [words.heading, ...certificateRows(certificate).map(([term, value]) => `${term}：${value}`)].join('\n');
}

function positionOf({ latitude, longitude }: SeaCertificateView): string {
  return words.position(
    degreesOf(latitude < 0 ? words.south : words.north, latitude),
    degreesOf(longitude < 0 ? words.west : words.east, longitude),
  );
}

const HUNDREDTHS = 6000;

/** Degrees and minutes to two places, as a chart has them: some twenty metres. */
function degreesOf(name: string, degrees: number): string {
  const hundredths = Math.round(Math.abs(degrees) * HUNDREDTHS);
  return words.degrees(name, Math.floor(hundredths / HUNDREDTHS), ((hundredths % HUNDREDTHS) / 100).toFixed(2));
}
