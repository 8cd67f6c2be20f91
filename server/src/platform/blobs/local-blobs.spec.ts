import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../config/read-config';
import { DataKeys } from '../sealing/data-keys';
import { SealBroken } from '../sealing/envelope';
import { Sealing } from '../sealing/sealing';
import { LocalBlobs } from './local-blobs';

const dataDir = mkdtempSync(join(tmpdir(), 'jinmen-blobs-'));
const blobs = new LocalBlobs(readConfig({ DATA_DIR: dataDir }), new Sealing(DataKeys.random()));
const pathOf = (id: string) => join(dataDir, 'blobs', id.slice(0, 2), id);
const written = Buffer.from('王小明的残疾证');

async function stored(): Promise<string> {
  const id = randomUUID();
  await blobs.put(id, written);
  return id;
}

afterAll(() => rmSync(dataDir, { recursive: true }));

describe('a blob on the disk', () => {
  it('comes back as it was, is gone once deleted, and may be deleted twice', async () => {
    const id = await stored();
    expect(await blobs.get(id)).toEqual(written);
    await blobs.delete(id);
    await blobs.delete(id);
    expect(await blobs.get(id)).toBeUndefined();
  });

  it('shows nothing of itself to whoever reads the file, and opens under its own name only', async () => {
    const [one, other] = [await stored(), await stored()];
    expect(readFileSync(pathOf(one)).includes(written)).toBe(false);
    renameSync(pathOf(one), pathOf(other));
    await expect(blobs.get(other)).rejects.toBeInstanceOf(SealBroken);
  });

  it('leaves nothing half-written in its folder, and what another left half-written is no blob', async () => {
    const id = await stored();
    writeFileSync(`${pathOf(id)}.00000000.part`, 'half');
    const listed: string[] = [];
    for await (const each of blobs.list()) listed.push(each);
    expect(listed).toContain(id);
    expect(listed.every((each) => !each.includes('part'))).toBe(true);
    expect(readdirSync(join(dataDir, 'blobs', id.slice(0, 2)))).toHaveLength(2);
  });

  it.each(['../../etc/passwd', `${randomUUID()}/../x`, '', 'A'.repeat(300), 'a\0b'])(
    'is never named %j',
    async (id) => {
      await expect(blobs.put(id, written)).rejects.toThrow('UUID');
      await expect(blobs.get(id)).rejects.toThrow('UUID');
    },
  );
});
