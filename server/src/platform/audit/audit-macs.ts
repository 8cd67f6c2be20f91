import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataKeys } from '../sealing/data-keys';
import { hmacSm3 } from '../sealing/sm';

/** A MAC and the key it was made with. */
export interface Signed {
  readonly keyId: number;
  readonly mac: Buffer;
}

/** Signs what must not change, under the audit keys. `about` keeps a row's MAC from passing for an anchor's. */
@Injectable()
export class AuditMacs {
  constructor(private readonly keys: DataKeys) {}

  sign(about: AuditPart, content: readonly unknown[]): Signed {
    const { id, secret } = this.keys.ring('audit').current;
    return { keyId: id, mac: macOf(secret, about, content) };
  }

  /** False too when the key is not in use any more: then nobody can tell. */
  holds(about: AuditPart, content: readonly unknown[], { keyId, mac }: Signed): boolean {
    const key = this.keys.ring('audit').all.find(({ id }) => id === keyId);
    return key !== undefined && mac.length === 32 && timingSafeEqual(mac, macOf(key.secret, about, content));
  }
}

/** `state` is a row of a feature, see `RowMacs`. */
export type AuditPart = 'row' | 'link' | 'anchor' | 'tip' | 'restore' | 'deletion' | 'state';

/** A JSON array: no two different contents are written alike. */
function macOf(secret: Buffer, about: AuditPart, content: readonly unknown[]): Buffer {
  return hmacSm3(secret, JSON.stringify([about, ...content]));
}
