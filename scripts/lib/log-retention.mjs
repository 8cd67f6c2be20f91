const DAYS = { daily: 1, weekly: 7, monthly: 28 };
/** Six months, the longest there are. */
const LEAST_DAYS = 184;

/** What keeps this logrotate configuration from keeping six months of log; nothing when it does. */
export function logrotateProblems(text) {
  const words = text
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim().split(/\s+/))
    .filter(([word]) => word !== '');
  const [, rotated = '0'] = words.find(([word]) => word === 'rotate') ?? [];
  const period = Object.keys(DAYS).find((name) => words.some(([word]) => word === name));
  const days = (DAYS[period] ?? 0) * Number(rotated);
  const bySize = words.filter(([word]) => ['size', 'maxsize', 'maxage'].includes(word)).map(([word]) => word);
  return [
    ...(days < LEAST_DAYS ? [`keeps ${days} days, and at least ${LEAST_DAYS} are asked for`] : []),
    ...bySize.map((word) => `"${word}" removes what is younger`),
  ];
}

/** Drivers of containers that cut their log by size keep megabytes, not days. */
export function composeProblems(text) {
  const said = text.replace(/#.*/g, '');
  const found = [...said.matchAll(/\b(max-size|max-file)["']?\s*:/g)];
  return found.map(([, name]) => `"${name}" keeps megabytes, not days`);
}
