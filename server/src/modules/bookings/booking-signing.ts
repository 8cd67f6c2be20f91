import { Injectable } from '@nestjs/common';
import { NO_STORY, RowMacs, storyAfter } from '../../platform/signed-rows/row-macs';
import type { BookingRow } from './booking.entity';
import type { BookingStep } from './booking-step.entity';

const KIND = 'booking';

type Step = Pick<BookingStep, 'version' | 'act' | 'why' | 'at'>;
type Row = Readonly<BookingRow>;
type Signature = Pick<BookingRow, 'story' | 'signed'>;

/** What a booking carries of its own story: a digest of its steps, and a signature over that and over how it stands. */
@Injectable()
export class BookingSigning {
  constructor(private readonly macs: RowMacs) {}

  /** Of one as it stands after these steps, which are all of its. */
  sign(row: Row, steps: readonly Step[]): Signature {
    return this.over(row, storyOf(steps));
  }

  /**
   * After one more step. On top of what somebody changed nothing is signed: it stays without a signature, so that it is
   * found whenever somebody looks.
   */
  next(before: Row, after: Row, step: Step): Signature {
    if (before.story !== null && this.holds(before)) return this.over(after, storyAfter(before.story, told(step)));
    if (before.signed !== null) this.macs.alarm(KIND, before.id);
    return { story: null, signed: null };
  }

  /** Whether the row is what was signed; what its steps are is not looked at. */
  holds({ signed, ...row }: Row): boolean {
    return signed !== null && this.macs.holds(KIND, row.id, contentOf(row), signed);
  }

  /** Whether these are the steps it was signed with. */
  hasSteps({ story }: Row, steps: readonly Step[]): boolean {
    return story?.equals(storyOf(steps)) ?? false;
  }

  private over(row: Row, story: Buffer): Signature {
    return { story, signed: this.macs.sign(KIND, row.id, contentOf({ ...row, story })) };
  }
}

function storyOf(steps: readonly Step[]): Buffer {
  return steps.reduce<Buffer>((story, step) => storyAfter(story, told(step)), NO_STORY);
}

function told({ version, act, why, at }: Step): readonly unknown[] {
  return [version, act, why, at];
}

/** What changes with a step and with nothing else. Its number is what people say, and no state. */
function contentOf(row: Omit<Row, 'signed'>): readonly unknown[] {
  const { version, state, service, kind, site, windowId, startsAt, noShowAt, holdId, expiresAt, renewals } = row;
  const place = [service, kind, site, windowId, startsAt, noShowAt, holdId];
  return [
    version,
    state,
    ...place,
    expiresAt,
    renewals,
    row.createdAt,
    row.endedAt,
    row.excusedAt,
    row.story?.toString('hex'),
  ];
}
