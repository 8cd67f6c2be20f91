import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import { SEAL_HEAD_BYTES, SealBroken, sealedUnder } from '../sealing/envelope';
import { labelIn } from '../sealing/sealed-column';
import { Sealing } from '../sealing/sealing';
import { BlobStore, type ResealedBlobs } from './blob-store';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Of the label; renaming the folder changes no blob. */
const BLOB = { subject: 'blob', field: 'bytes' };

/** Blobs as files under `DATA_DIR/blobs`, 256 folders of them. Several servers need the folder on a disk they share. */
@Injectable()
export class LocalBlobs extends BlobStore {
  private readonly root: string;

  constructor(
    config: Config,
    private readonly sealing: Sealing,
  ) {
    super();
    this.root = join(config.dataDir, 'blobs');
  }

  async put(id: string, bytes: Buffer): Promise<void> {
    await this.write(this.pathOf(id), this.sealing.sealBytes(labelIn(BLOB, id), bytes));
  }

  async get(id: string): Promise<Buffer | undefined> {
    const sealed = await unlessAbsent(readFile(this.pathOf(id)));
    return sealed && this.sealing.openBytes(labelIn(BLOB, id), sealed);
  }

  async delete(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true });
  }

  async *list(): AsyncIterable<string> {
    for (const folder of (await unlessAbsent(readdir(this.root))) ?? []) {
      for (const id of (await unlessAbsent(readdir(join(this.root, folder)))) ?? []) {
        if (ID.test(id)) yield id;
      }
    }
  }

  async reseal(): Promise<ResealedBlobs> {
    let [moved, broken] = [0, 0];
    for await (const id of this.list()) {
      const sealed = await unlessAbsent(readFile(this.pathOf(id)));
      if (!sealed || this.sealing.isCurrent(sealed)) continue;
      const bytes = unlessBroken(() => this.sealing.openBytes(labelIn(BLOB, id), sealed));
      if (bytes === undefined) broken += 1;
      else {
        await this.put(id, bytes);
        moved += 1;
      }
    }
    return { moved, broken };
  }

  async countSealedUnder(keyId: number): Promise<number> {
    let count = 0;
    for await (const id of this.list()) if ((await this.headOf(id)) === keyId) count += 1;
    return count;
  }

  /** The key that sealed it, without reading all of it. */
  private async headOf(id: string): Promise<number | undefined> {
    const file = await unlessAbsent(open(this.pathOf(id), 'r'));
    if (!file) return undefined;
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(SEAL_HEAD_BYTES), 0, SEAL_HEAD_BYTES, 0);
      return bytesRead === SEAL_HEAD_BYTES ? sealedUnder(buffer) : undefined;
    } finally {
      await file.close();
    }
  }

  /** @throws Error for an id nobody here made: no path is built from anything else. */
  private pathOf(id: string): string {
    if (!ID.test(id)) throw new Error('a blob is named by a UUID');
    return join(this.root, id.slice(0, 2), id);
  }

  /** Aside first and then into place, each flushed: a process that dies leaves the old file or the new one. */
  private async write(path: string, bytes: Buffer): Promise<void> {
    const folder = dirname(path);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const aside = `${path}.${randomBytes(4).toString('hex')}.part`;
    const file = await open(aside, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, path);
    const parent: FileHandle = await open(folder, 'r');
    await parent.sync().finally(() => parent.close());
  }
}

async function unlessAbsent<Found>(looking: Promise<Found>): Promise<Found | undefined> {
  try {
    return await looking;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function unlessBroken(open: () => Buffer): Buffer | undefined {
  try {
    return open();
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}
