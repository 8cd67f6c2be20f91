import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataKeys } from './data-keys';
import { openEnvelope, SealBroken, type SealLabel, sealEnvelope, sealedUnder } from './envelope';
import { hmacSm3 } from './sm';

/** A text's place in a blind index, and the key that put it there. */
export interface IndexEntry {
  readonly keyId: number;
  /** 32 bytes. */
  readonly digest: Buffer;
}

/**
 * Keeps personal data unreadable in the database, its backups and its logs. Sealed values are read by the row, never
 * searched; what must be found again (an ID number) stands beside them in a blind index.
 */
@Injectable()
export class Sealing {
  constructor(private readonly keys: DataKeys) {}

  /** Seals under the current key; the same text never looks the same twice. */
  seal(label: SealLabel, plain: string): Buffer {
    return this.sealBytes(label, Buffer.from(plain, 'utf8'));
  }

  /** Opens what any key in use has sealed. @throws SealBroken when it was not sealed for this label, or was changed. */
  open(label: SealLabel, sealed: Buffer): string {
    return this.openBytes(label, sealed).toString('utf8');
  }

  /**
   * Opens what a blind index found for a text. @throws SealBroken also when another text is sealed there: somebody who has
   * the database exchanged the entries, and would be taken for whom they point at.
   */
  openFiled(label: SealLabel, sealed: Buffer, purpose: string, text: string): string {
    const opened = this.open(label, sealed);
    if (this.index(purpose, opened).digest.equals(this.index(purpose, text).digest)) return opened;
    throw new SealBroken('filed under another');
  }

  /** As `seal`, for what is no text, e.g. a picture. */
  sealBytes(label: SealLabel, plain: Buffer): Buffer {
    return sealEnvelope(this.keys.ring('sealing').current, label, plain, randomBytes(16));
  }

  /** What `sealBytes` sealed. @throws SealBroken */
  openBytes(label: SealLabel, sealed: Buffer): Buffer {
    return openEnvelope(this.keys.ring('sealing').all, label, sealed);
  }

  sealJson(label: SealLabel, value: unknown): Buffer {
    return this.seal(label, JSON.stringify(value));
  }

  /** What `sealJson` sealed; the caller knows its shape. @throws SealBroken */
  openJson<Value>(label: SealLabel, sealed: Buffer): Value {
    return JSON.parse(this.open(label, sealed));
  }

  /** Whether the current key sealed it; if not, it is due for re-sealing. */
  isCurrent(sealed: Buffer): boolean {
    return sealedUnder(sealed) === this.keys.ring('sealing').current.id;
  }

  /** Where to file the text: equal texts have equal entries, and without the key nobody can tell which text it was. */
  index(purpose: string, text: string): IndexEntry {
    const { id, secret } = this.keys.ring('index').current;
    return { keyId: id, digest: digestOf(secret, purpose, text) };
  }

  /** Everywhere the text may have been filed, current key first; look up with all of them while the key rotates. */
  indexes(purpose: string, text: string): IndexEntry[] {
    const { current, all } = this.keys.ring('index');
    const others = all.filter(({ id }) => id !== current.id);
    return [current, ...others].map(({ id, secret }) => ({ keyId: id, digest: digestOf(secret, purpose, text) }));
  }
}

function digestOf(secret: Buffer, purpose: string, text: string): Buffer {
  return hmacSm3(secret, `${purpose}|${text.normalize('NFKC').trim().toUpperCase()}`);
}
