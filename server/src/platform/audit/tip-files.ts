import { readdirSync, statSync } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import type { AnchoredHead, Signature } from './anchor-file';
import { linesAtEndOf } from './line-files';

/** The chain had this hash at this place when `after` was the signature of the newest line of the anchor file. */
export type TipLine = { readonly after: string } & AnchoredHead & Signature;

const KEPT_DAYS = 2;
const DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * Where the chain was seconds ago, beside the anchor file, append-only like it, a file for each day (UTC): what was
 * written there says nothing any more once the anchor file has its next line.
 */
@Injectable()
export class TipFiles {
  private readonly anchorFile: string;

  constructor(config: Config) {
    this.anchorFile = config.auditAnchorFile;
  }

  /** On the disk when this has ended. Files of days before yesterday go, where the disk lets us. */
  async append(line: TipLine): Promise<void> {
    const path = `${this.anchorFile}.${line.at.slice(0, 10)}`;
    const isNew = !statSync(path, { throwIfNoEntry: false });
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, 'a', 0o600);
    try {
      // a line of its own also after one that was torn
      await file.write(`\n${JSON.stringify(line)}\n`);
      await file.datasync();
    } finally {
      await file.close();
    }
    if (isNew) await this.removeOld();
  }

  /** The newest line that can be read; one that was torn by a crash was followed by nothing. */
  last(): TipLine | undefined {
    const newest = this.list().at(-1);
    return newest === undefined
      ? undefined
      : linesAtEndOf(newest)
          .map(parse)
          .findLast((line) => line !== undefined);
  }

  private async removeOld(): Promise<void> {
    for (const path of this.list().slice(0, -KEPT_DAYS)) {
      try {
        await rm(path);
      } catch {
        // where nothing can be removed the operator's own rule does it
      }
    }
  }

  private list(): string[] {
    const [folder, start] = [dirname(this.anchorFile), `${basename(this.anchorFile)}.`];
    if (!statSync(folder, { throwIfNoEntry: false })) return [];
    const names = readdirSync(folder).filter((name) => name.startsWith(start) && DAY.test(name.slice(start.length)));
    return names.sort().map((name) => join(folder, name));
  }
}

function parse(line: string): TipLine | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isTip(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isTip(value: unknown): value is TipLine {
  return typeof value === 'object' && value !== null && 'after' in value && 'seq' in value && 'mac' in value;
}
