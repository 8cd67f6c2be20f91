import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { BlobStore } from '../../platform/blobs/blob-store';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import { MAX_FILE_BYTES } from '../../platform/http/one-file';
import { DailyUse } from './daily-use';
import { Places } from './places';
import { FileReader } from './reading/file-reader';
import { uploadProblems } from './upload-problems';
import { UploadedFile } from './uploaded-file.entity';
import { type KeptFile, type TakenFile, Uploads } from './uploads.port';

@Injectable()
export class UploadsService extends Uploads {
  constructor(
    private readonly blobs: BlobStore,
    private readonly reader: FileReader,
    private readonly daily: DailyUse,
    private readonly places: Places,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    super();
  }

  async take(accountId: string, file: Readable): Promise<TakenFile> {
    if (this.transactions.isOpen) throw new Error('Uploads.take reads a file; no transaction may wait for that');
    return this.places.during(accountId, async () => {
      await this.daily.mustHaveRoom(accountId);
      return this.takeInPlace(accountId, await wholeOf(file));
    });
  }

  async keep({ fileId, kind, bytes, pages }: TakenFile, accountId: string): Promise<void> {
    const createdAt = this.clock.now();
    await this.transactions.manager.insert(UploadedFile, { id: fileId, accountId, kind, bytes, pages, createdAt });
  }

  async read(fileId: string): Promise<KeptFile | undefined> {
    const row = await this.transactions.manager.findOneBy(UploadedFile, { id: fileId });
    const bytes = row && (await this.blobs.get(fileId));
    return row && bytes ? { kind: row.kind, bytes } : undefined;
  }

  async copy(fileId: string): Promise<TakenFile | undefined> {
    const row = await this.transactions.manager.findOneBy(UploadedFile, { id: fileId });
    const bytes = row && (await this.blobs.get(fileId));
    if (!row || !bytes) return undefined;
    const copy = randomUUID();
    await this.blobs.put(copy, bytes);
    return { fileId: copy, kind: row.kind, bytes: row.bytes, pages: row.pages };
  }

  async sizesOf(fileIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (fileIds.length === 0) return new Map();
    const where = { id: In([...fileIds]) };
    const rows = await this.transactions.manager.find(UploadedFile, { where, select: { id: true, bytes: true } });
    return new Map(rows.map(({ id, bytes }) => [id, bytes]));
  }

  async forget(fileIds: readonly string[]): Promise<void> {
    if (fileIds.length === 0) return;
    await this.transactions.manager.delete(UploadedFile, { id: In([...fileIds]) });
    // should this process die first, the sweep finds them
    this.transactions.afterCommit(() => {
      for (const id of fileIds) void this.blobs.delete(id).catch(() => undefined);
    });
  }

  private async takeInPlace(accountId: string, bytes: Buffer): Promise<TakenFile> {
    await this.daily.countBytes(accountId, bytes.length);
    const { tookMs, ...reading } = await this.reader.read(accountId, bytes);
    await this.daily.countReading(accountId, tookMs);
    if ('refused' in reading) throw uploadProblems.refused(reading.refused);
    const { kind, pages, unclear, bytes: drawn } = reading.file;
    const fileId = randomUUID();
    await this.blobs.put(fileId, drawn);
    return { fileId, kind, pages, bytes: drawn.length, ...(unclear && { unclear }) };
  }
}

/** All of it in memory, up to what is allowed. @throws Problem 413 `upload.too-large` */
async function wholeOf(file: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of file) {
    length += part.length;
    // the rest is read past and dropped: a sender cut off in the middle would never see why
    if (length <= MAX_FILE_BYTES) parts.push(part);
    else parts.length = 0;
  }
  if (length > MAX_FILE_BYTES || isCutShort(file)) throw uploadProblems.tooLarge();
  return Buffer.concat(parts);
}

/** Whether the one who parsed it stopped at a limit of their own. */
function isCutShort(file: Readable): boolean {
  return 'truncated' in file && file.truncated === true;
}
