import type { CrashReport } from '../crash';
import { MUST_BE_NONE } from '../promises';
import { gapsOf, median } from './gaps';

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** What was done, how long nobody was given anything after it, how long the node was away; then what came of it. */
export function tableOf(report: CrashReport, title: string): string {
  return [title, ...eachHarm(report), '', ...summary(report)].join('\n');
}

function eachHarm(report: CrashReport): readonly string[] {
  const rows = gapsOf(report).map(({ what, gap, notes }) => [
    what,
    `n${notes?.node}`,
    seconds(gap),
    seconds(notes?.rejoinMs ?? 0),
    [notes?.by, notes?.refused, notes?.seqnos && `knew ${notes.seqnos}`].filter(Boolean).join(', '),
  ]);
  return [['what', 'node', 'write gap', 'rejoined in', 'by'], ...rows].map(
    ([what = '', node = '', gap = '', rejoin = '', by = '']) =>
      `  ${what.padEnd(22)}${node.padEnd(6)}${gap.padStart(10)}${rejoin.padStart(13)}  ${by}`,
  );
}

function summary(report: CrashReport): readonly string[] {
  const { serverKills, heard, told, replays } = report;
  const gaps = gapsOf(report).filter(({ what }) => /^(writer|another)/.test(what));
  const gapOf = (who: string) => {
    const found = gaps.filter(({ what }) => what === who).map(({ gap }) => gap);
    return found.length === 0 ? '-' : `${seconds(Math.max(...found))} / ${seconds(median(found))}`;
  };
  const answers503 = [...heard.answers].filter(([name]) => name.includes(' 503 '));
  const rows: readonly (readonly [string, string | number])[] = [
    ['write gap, writer killed: longest / median', gapOf('writer killed')],
    ['write gap, another killed: longest / median', gapOf('another killed')],
    ['write gap, writer frozen: longest / median', gapOf('writer frozen')],
    ['kill -9 of servers', serverKills],
    ['keys acknowledged', heard.yes.size],
    ['bookings held / confirmed / cancelled', `${told.held.size} / ${told.confirmed.size} / ${told.cancelled.size}`],
    ['applications handed in', told.submitted.size],
    ['requests without any reply', heard.unanswered],
    ['requests put off (409, 429, 503)', heard.putOff],
    ['of them 503, with words', answers503.reduce((sum, [, times]) => sum + times, 0)],
    ['answers given again', replays],
    ...Object.entries(MUST_BE_NONE).map(([name, of]) => [name, of(report).length] as const),
  ];
  return rows.map(([name, value]) => `  ${name.padEnd(48)}${String(value).padStart(20)}`);
}
