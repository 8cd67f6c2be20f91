import type { Unclear } from './reading';

/** A small grey copy of a picture, a byte a dot. */
export interface GreyCopy {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;
  /** The shorter edge of the picture itself. */
  readonly shortEdge: number;
}

/** Print of a page needs about this many dots across to be read. */
const SHORTEST_EDGE = 480;
const DARKEST_MEAN = 32;
/** A wall, a finger, a lens cap: everything alike. */
const LEAST_DEVIATION = 6;
/** Edges of print give hundreds; a page out of focus a handful. */
const LEAST_SHARPNESS = 12;

/** What makes it hard to read, if anything does. Simple measures that err towards saying nothing. */
export function unclearnessOf({ width, height, dots, shortEdge }: GreyCopy): Unclear | undefined {
  if (shortEdge < SHORTEST_EDGE) return 'small';
  const mean = average(dots, (dot) => dot);
  if (mean < DARKEST_MEAN) return 'dark';
  const deviation = Math.sqrt(average(dots, (dot) => (dot - mean) ** 2));
  if (deviation < LEAST_DEVIATION) return 'blank';
  return sharpnessOf(width, height, dots) < LEAST_SHARPNESS ? 'blurred' : undefined;
}

/** Variance of the Laplacian: how much a dot differs from its four neighbours. */
function sharpnessOf(width: number, height: number, dots: Uint8Array): number {
  const at = (x: number, y: number) => dots[y * width + x] ?? 0;
  let sum = 0;
  let squares = 0;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const edge = 4 * at(x, y) - at(x - 1, y) - at(x + 1, y) - at(x, y - 1) - at(x, y + 1);
      sum += edge;
      squares += edge * edge;
    }
  }
  const count = Math.max(1, (width - 2) * (height - 2));
  return squares / count - (sum / count) ** 2;
}

function average(dots: Uint8Array, of: (dot: number) => number): number {
  let sum = 0;
  for (const dot of dots) sum += of(dot);
  return sum / Math.max(1, dots.length);
}
