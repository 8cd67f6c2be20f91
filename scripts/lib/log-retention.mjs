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

/** Of what Docker makes of a longer line; each piece has a head before it. */
const LONGEST_BYTES = 17 * 1024;

/**
 * What would cut or lose a line between containers that write to `address` and the file that is kept; nothing when all of
 * them are written as they were said.
 */
export function rsyslogProblems(text, address) {
  const said = text.replace(/^#.*$/gm, '');
  const settingOf = (name) => new RegExp(`${name.replace('.', '[.]')}="([^"]*)"`, 'i').exec(said)?.[1];
  const socket = `unixgram://${settingOf('socket')}`;
  const [, number, unit] = /^(\d+)(k?)$/.exec(settingOf('maxMessageSize') ?? '8k') ?? [];
  const longest = Number(number) * (unit === 'k' ? 1024 : 1);
  const cut = ['{"a":1}', ' {"a":1}'].filter((line) => written(settingOf('string') ?? '', line) !== '{"a":1}');
  return [
    ...(socket === address ? [] : [`listens at ${socket}, and the containers write to ${address}`]),
    ...(settingOf('rateLimit.interval') === '0' ? [] : ['drops lines in a rush']),
    ...(longest >= LONGEST_BYTES ? [] : [`cuts what is longer than ${longest} bytes`]),
    ...cut.map((line) => `writes "${line}" as another line`),
  ];
}

/** What the template makes of a message: from a place in it to its end, or what an expression finds. */
function written(template, message) {
  const [, from] = /%msg:(\d+):[$]%/.exec(template) ?? [];
  if (from !== undefined) return message.slice(Number(from) - 1);
  const [, number, expression] = /%msg:R,ERE,(\d),BLANK:(.*)--end%/.exec(template) ?? [];
  return number === undefined ? message : new RegExp(expression).exec(message)?.[Number(number)];
}
