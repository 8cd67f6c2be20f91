import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import { linesAtEndOf, linesOf } from './line-files';

/** A place in the chain as the file writes it. */
export interface AnchoredHead {
  readonly seq: number;
  readonly hash: string;
}

export interface Signature {
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly keyId: number;
  readonly mac: string;
}

/** The chain had this hash at this place. */
export type AnchorLine = { readonly kind: 'anchor' } & AnchoredHead & Signature;

/** The database was put back from `from` to `to`, the newest anchor that still holds; `told` is who and why, sealed. */
export type RestoreLine = {
  readonly kind: 'restore';
  readonly id: string;
  readonly from: AnchoredHead;
  readonly to: AnchoredHead;
  readonly told: string;
} & Signature;

export type AnchorFileLine = AnchorLine | RestoreLine;

/**
 * The append-only file outside the database that remembers where the chain was. Without it a chain whose end was cut
 * off looks whole.
 */
@Injectable()
export class AnchorFile {
  private readonly path: string;

  constructor(config: Config) {
    this.path = config.auditAnchorFile;
  }

  /** On the disk when this returns. */
  append(line: AnchorFileLine): void {
    mkdirSync(dirname(this.path), { recursive: true });
    const file = openSync(this.path, 'a', 0o600);
    try {
      writeSync(file, `${JSON.stringify(line)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }

  /** Every line, oldest first; undefined for one that cannot be read. */
  list(): (AnchorFileLine | undefined)[] {
    return linesOf(this.path).map(parse);
  }

  /** The newest line; none when there is none that can be read. */
  last(): AnchorFileLine | undefined {
    const line = linesAtEndOf(this.path).at(-1);
    return line === undefined ? undefined : parse(line);
  }
}

function parse(line: string): AnchorFileLine | undefined {
  try {
    const value = JSON.parse(line) as AnchorFileLine;
    return value.kind === 'anchor' || value.kind === 'restore' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Where the chain stood after this line. */
export function headOf(line: AnchorFileLine): AnchoredHead {
  return line.kind === 'anchor' ? line : line.to;
}
