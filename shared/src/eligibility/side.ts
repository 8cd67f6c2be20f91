import type { ValueTest } from './compiled';
import type { Comparison } from './condition';
import type { Range } from './range';
import { CAN_NO, CAN_YES, DECIDED, NO, opposite, SURE_NO, SURE_YES, type Truth, YES } from './truth';

/**
 * On which side of a threshold a number lies. `equality` settles a threshold on which sources disagree between `<`
 * and `≤`: 1 = equality passes, 0 = it does not, `open` = nobody knows, so equality itself stays open.
 */
export class Side implements ValueTest {
  private readonly upper: boolean;
  private readonly lowPasses: boolean;
  private readonly lowFails: boolean;

  constructor(
    op: Comparison,
    private readonly limit: number,
    equality: 0 | 1 | 'open' | undefined,
  ) {
    this.upper = op === 'below' || op === 'atMost';
    const passes = equality === undefined ? op === 'atMost' || op === 'atLeast' : equality === 1;
    const fails = equality === undefined ? !passes : equality === 0;
    // worked out as "is it low?": an `above` test is the opposite of one
    this.lowPasses = this.upper ? passes : fails;
    this.lowFails = this.upper ? fails : passes;
  }

  of(range: Range): Truth {
    const low = this.low(range.loMin, range.loMax, range.hiMin, range.hiMax);
    return this.upper ? low : opposite(low);
  }

  one(code: number): Truth {
    const low = this.low(code, code, code, code);
    return this.upper ? low : opposite(low);
  }

  within(lo: number, hi: number): Truth {
    const low = this.low(lo, hi, lo, hi);
    return this.upper ? low : opposite(low);
  }

  private low(loMin: number, loMax: number, hiMin: number, hiMax: number): Truth {
    const { limit, lowPasses, lowFails } = this;
    if (hiMax < limit || (lowPasses && hiMax === limit)) return YES;
    if (loMin > limit || (lowFails && loMin === limit)) return NO;
    let truth = 0;
    if (hiMin < limit || (lowPasses && hiMin === limit)) truth |= CAN_YES | SURE_YES;
    if (loMax > limit || (lowFails && loMax === limit)) truth |= CAN_NO | SURE_NO;
    return truth;
  }
}

/** One of the accepted values. */
export class Membership implements ValueTest {
  constructor(private readonly accepted: ReadonlySet<number>) {}

  one(code: number): Truth {
    return this.accepted.has(code) ? YES : NO;
  }

  within(lo: number, hi: number): Truth {
    let inside = 0;
    for (const code of this.accepted) if (code >= lo && code <= hi) inside++;
    const all = hi - lo + 1;
    const can = (inside > 0 ? CAN_YES | SURE_YES : 0) | (inside < all ? CAN_NO | SURE_NO : 0);
    return inside === 0 || inside === all ? can | DECIDED : can;
  }
}
