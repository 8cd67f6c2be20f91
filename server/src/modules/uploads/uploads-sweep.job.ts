import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { BlobStore } from '../../platform/blobs/blob-store';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import { eachApart } from '../../platform/jobs/each-apart';
import { Jobs } from '../../platform/jobs/jobs';
import { UploadDay, UploadedFile } from './uploaded-file.entity';

const EVERY_MS = 6 * 60 * 60_000;
const BATCH = 200;

/**
 * Removes files nobody keeps: taken and then left, or forgotten by a process that died before it could delete them. One
 * is removed when nobody kept it at two looks in a row, hours apart: what came in just now may be kept in a moment. And
 * moves the others to the current key while an older one is being retired.
 */
@Injectable()
export class UploadsSweep implements OnModuleInit {
  private readonly logger = new Logger('UploadsSweep');
  private leftAtLastLook: ReadonlySet<string> = new Set();

  constructor(
    private readonly blobs: BlobStore,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every('uploads-sweep', EVERY_MS, () => this.sweep(), { alone: true });
  }

  async sweep(): Promise<void> {
    const left = new Set<string>();
    let batch: string[] = [];
    for await (const id of this.blobs.list()) {
      batch.push(id);
      if (batch.length < BATCH) continue;
      for (const each of await this.withoutRow(batch)) left.add(each);
      batch = [];
    }
    for (const each of await this.withoutRow(batch)) left.add(each);
    const twice = [...left].filter((id) => this.leftAtLastLook.has(id));
    await eachApart(twice, (id) => this.blobs.delete(id), this.logger);
    this.leftAtLastLook = left;
    const { moved: resealed, broken } = await this.blobs.reseal();
    if (broken > 0) this.logger.error({ alarm: 'files do not open', broken });
    if (twice.length + resealed > 0) this.logger.log({ swept: twice.length, resealed });
    await this.transactions.run(() =>
      this.transactions.manager.delete(UploadDay, { day: LessThan(this.clock.today()) }),
    );
  }

  private async withoutRow(ids: readonly string[]): Promise<readonly string[]> {
    if (ids.length === 0) return [];
    const rows = await this.transactions.manager.find(UploadedFile, {
      select: { id: true },
      where: { id: In([...ids]) },
    });
    const kept = new Set(rows.map(({ id }) => id));
    return ids.filter((id) => !kept.has(id));
  }
}
