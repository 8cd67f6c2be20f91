import { Injectable, Logger } from '@nestjs/common';
import { AuditMacs } from '../audit/audit-macs';
import { Gauges } from '../metrics/gauges';
import { sm3 } from '../sealing/sm';

const KEY_ID_BYTES = 2;

/**
 * Signs what of a row only the server may change, under the audit keys, which stay for as long as anything is to be
 * verified. `kind` and `id` keep the signature of one thing from passing for another's.
 */
@Injectable()
export class RowMacs {
  private readonly logger = new Logger('RowMacs');

  private readonly alarms = new Map<string, number>();

  constructor(
    private readonly macs: AuditMacs,
    gauges: Gauges,
  ) {
    gauges.add(async () => [
      '# TYPE rows_not_as_signed_total counter',
      ...[...this.alarms].map(([kind, count]) => `rows_not_as_signed_total{kind="${kind}"} ${count}`),
    ]);
  }

  /** 34 bytes for a column: the key's number and the MAC. @param content JSON values and dates, in one order for ever. */
  sign(kind: string, id: string, content: readonly unknown[]): Buffer {
    const { keyId, mac } = this.macs.sign('state', [kind, id, ...content]);
    const key = Buffer.alloc(KEY_ID_BYTES);
    key.writeUInt16BE(keyId);
    return Buffer.concat([key, mac]);
  }

  holds(kind: string, id: string, content: readonly unknown[], signed: Buffer): boolean {
    if (signed.length <= KEY_ID_BYTES) return false;
    const mac = { keyId: signed.readUInt16BE(0), mac: signed.subarray(KEY_ID_BYTES) };
    return this.macs.holds('state', [kind, id, ...content], mac);
  }

  /** For a row that was met and is not what was signed, in the log and counted; what comes of it is its feature's to say. */
  alarm(kind: string, id: string): void {
    this.alarms.set(kind, (this.alarms.get(kind) ?? 0) + 1);
    this.logger.error({ alarm: 'a row is not what was signed', row: `${kind}:${id}` });
  }
}

/** Of a thing nothing has happened to. */
export const NO_STORY = Buffer.alloc(32);

/**
 * 32 bytes that stand for every step up to this one, so that a row can be signed with its whole story without reading
 * it. Without a key: it is worth what the signature over it is worth.
 */
export function storyAfter(story: Buffer, step: readonly unknown[]): Buffer {
  return sm3(story, JSON.stringify(step));
}
