import { readFileSync } from 'node:fs';

const NOT_CODE = /^\s*($|[/*}\])]|import |export [*{])/;

/** Of these files `count` lines with code, drawn with this seed: `file:line-line`, in order. */
export function drawnLines(files, count, seed) {
  const lines = files
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .map((text, at) => ({ file, line: at + 1, text })),
    )
    .filter(({ text }) => !NOT_CODE.test(text));
  const next = numbers(seed);
  const drawn = lines.map((each) => ({ each, order: next() })).sort((one, other) => one.order - other.order);
  const kept = new Set(drawn.slice(0, count).map(({ each }) => each));
  return {
    of: lines.length,
    drawn: lines.filter((each) => kept.has(each)).map(({ file, line }) => `${file}:${line}-${line}`),
  };
}

/** Mulberry32: the same numbers from 0 to 1 for the same seed, anywhere. */
function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
