import type { CaseFile } from '@jinmen/shared/applications/case-file';
import { Injectable } from '@nestjs/common';
import { RowMacs } from '../../../platform/signed-rows/row-macs';
import type { Said } from './case-event.entity';
import type { ReliefCase } from './relief-case.entity';

const KIND = 'relief-case';

type Signature = Pick<ReliefCase, 'signedUpTo' | 'signed'>;

/** What of a case is signed. */
interface Standing {
  readonly row: Readonly<ReliefCase>;
  readonly file: Pick<CaseFile, 'items'>;
  readonly hops?: readonly {
    readonly from: string;
    readonly office: { readonly code: string };
    readonly since: Date;
  }[];
  readonly said: readonly Said[];
}

/** What a case carries: a signature over how it and its items stand, where it is, and what was said of it until then. */
@Injectable()
export class CaseSigning {
  constructor(private readonly macs: RowMacs) {}

  /** Of one as it stands, with all of its events. */
  sign(opened: Standing): Signature {
    const upTo = opened.said.length;
    return { signedUpTo: upTo, signed: this.macs.sign(KIND, opened.row.id, contentOf(opened, upTo)) };
  }

  /** After a change. On top of what somebody changed nothing is signed, so that it is found whenever somebody looks. */
  next(before: Standing, after: Standing): Signature {
    if (this.holds(before)) return this.sign(after);
    if (before.row.signed !== null) this.macs.alarm(KIND, before.row.id);
    return { signedUpTo: null, signed: null };
  }

  /** What was noted since it was signed moves nothing, and is not looked at. */
  holds(opened: Standing): boolean {
    const { id, signed, signedUpTo } = opened.row;
    if (signed === null || signedUpTo === null || opened.said.length < signedUpTo) return false;
    return this.macs.holds(KIND, id, contentOf(opened, signedUpTo), signed);
  }
}

function contentOf({ row, file, hops = [], said }: Standing, upTo: number): readonly unknown[] {
  const items = file.items.map(({ programme, state }) => [programme, state]).sort();
  const offices = hops.map(({ from, office, since }) => [from, office.code, since]);
  const events = said.slice(0, upTo).map(({ eventId, kind, applied, at }) => [eventId, kind, applied, at]);
  return [row.applicationId, row.bureau, row.officeCode, row.createdAt, row.state, items, offices, events];
}
