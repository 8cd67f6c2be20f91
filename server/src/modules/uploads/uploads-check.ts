import { Injectable } from '@nestjs/common';
import { BlobStore } from '../../platform/blobs/blob-store';
import { Transactions } from '../../platform/database/transactions';
import { type Depth, IntegrityChecks, type Looked } from '../../platform/integrity/integrity-checks';
import { SealBroken } from '../../platform/sealing/envelope';
import { UploadedFile } from './uploaded-file.entity';

const SAMPLE = 200;
const TELL_AT_MOST = 20;

/** That each kept file is there and opens. Files nobody keeps are counted and no fault: the sweep removes them. */
@Injectable()
export class UploadsCheck {
  constructor(
    checks: IntegrityChecks,
    private readonly blobs: BlobStore,
    private readonly transactions: Transactions,
  ) {
    checks.add('files', (depth) => this.look(depth));
  }

  private async look({ all }: Depth): Promise<Looked> {
    const rows = await this.transactions.manager.find(UploadedFile, { select: { id: true } });
    const there = new Set<string>();
    for await (const id of this.blobs.list()) there.add(id);
    const kept = rows.map(({ id }) => id);
    const missing = kept.filter((id) => !there.has(id));
    const here = kept.filter((id) => there.has(id));
    const asked = all ? here : fewOf(here);
    const broken: string[] = [];
    for (const id of asked) if (!(await this.opens(id))) broken.push(id);
    const lonely = there.size - here.length;
    return {
      seen: `${here.length} of ${kept.length} kept are there, ${asked.length} opened; ${lonely} that nobody keeps`,
      wrong: [...told(missing, 'is not there'), ...told(broken, 'does not open')],
    };
  }

  private async opens(id: string): Promise<boolean> {
    try {
      return (await this.blobs.get(id)) !== undefined;
    } catch (error) {
      if (error instanceof SealBroken) return false;
      throw error;
    }
  }
}

/** Spread over all of them, the first and the last among them. */
function fewOf(ids: readonly string[]): readonly string[] {
  if (ids.length <= SAMPLE) return ids;
  const step = (ids.length - 1) / (SAMPLE - 1);
  return Array.from({ length: SAMPLE }, (_, at) => ids[Math.round(at * step)] ?? '');
}

function told(ids: readonly string[], what: string): string[] {
  const lines = ids.slice(0, TELL_AT_MOST).map((id) => `file ${id} ${what}`);
  return ids.length > TELL_AT_MOST ? [...lines, `and ${ids.length - TELL_AT_MOST} more ${what}`] : lines;
}
