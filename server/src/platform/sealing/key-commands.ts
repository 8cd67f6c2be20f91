import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BlobStore } from '../blobs/blob-store';
import { Clock } from '../clock';
import { Config } from '../config/config';
import type { OperatorReply } from '../operator-socket/message';
import { OperatorSocket } from '../operator-socket/operator-socket';
import { DataKeys, KEY_PURPOSES, type KeyPurpose } from './data-keys';
import { KeyUses } from './key-uses';
import { isPurpose, KeysFile } from './keys-file';
import { Resealer } from './resealer';

/** Longer than any token signed with it is good, and than anything else that time alone moves within the hour. */
const REST_MS = 60 * 60_000;

const AS_OWNER =
  'do this again with the account that owns the database in MIGRATE_DATABASE_URL (with compose: docker compose run --rm ' +
  'migrate node dist/keys.main.js rotate)';

/** What `npm run keys` does, in words. Also while a running process has the embedded database to itself. */
@Injectable()
export class KeyCommands implements OnModuleInit {
  private readonly file: KeysFile;

  constructor(
    private readonly config: Config,
    private readonly keys: DataKeys,
    private readonly uses: KeyUses,
    private readonly resealer: Resealer,
    private readonly blobs: BlobStore,
    private readonly socket: OperatorSocket,
    private readonly clock: Clock,
  ) {
    this.file = new KeysFile(config.dataKeysFile);
  }

  onModuleInit(): void {
    this.socket.handle('keys-status', () => this.status());
    this.socket.handle('keys-rotate', () => this.rotate());
    this.socket.handle('keys-retire', ({ purpose = '', id = '' }) => this.retire(purpose, Number(id)));
  }

  /** Every key, and what would be lost without those that are not in use any more. */
  async status(): Promise<OperatorReply> {
    const lines: string[] = [];
    for (const purpose of KEY_PURPOSES) {
      const { current, all } = this.keys.ring(purpose);
      for (const { id } of all) {
        const uses = id === current.id ? ['in use'] : await this.uses.of(purpose, id);
        lines.push(`${purpose} ${id}: ${uses.length > 0 ? uses.join(', ') : 'nothing needs it any more'}`);
      }
    }
    return { ok: true, lines };
  }

  /** Moves everything to the keys in use, while everybody is served. Stopped or killed, it goes on where it was. */
  async rotate(say: (line: string) => void = () => undefined): Promise<OperatorReply> {
    const behind = this.behind();
    if (behind) return { ok: false, lines: [behind] };
    const { moved, broken, twice, owners } = await this.resealer.reseal(say);
    const files = await this.blobs.reseal();
    const lines = [`${moved} values and ${files.moved} files were moved to the keys in use`];
    if (broken + files.broken > 0)
      lines.push(`${broken} values and ${files.broken} files open with no key: see the log`);
    if (twice > 0) lines.push(`${twice} values are filed twice: somebody was recorded twice; see the log`);
    if (owners.length > 0) lines.push(`${owners.join(', ')}: this account may only add there; ${AS_OWNER}`);
    return { ok: lines.length === 1, lines };
  }

  /** Takes a key out of the file, once nothing needs it. @throws DataKeysError when it is not there, or in use. */
  async retire(purpose: string, id: number): Promise<OperatorReply> {
    if (!isPurpose(purpose)) return { ok: false, lines: [`a key is for ${KEY_PURPOSES.join(', ')}`] };
    const behind = this.behind() ?? this.tooSoon();
    if (behind !== undefined) return { ok: false, lines: [behind] };
    const uses = await this.uses.of(purpose, id);
    if (uses.length > 0) return { ok: false, lines: [...uses, `${purpose} ${id} stays`] };
    const retired = this.file.retire(purpose, id, this.clock.now().toISOString());
    const line = `${purpose} ${id} is in ${retired} now, for backups made before: destroy it with the last of them`;
    return { ok: true, lines: [line, 'restart every process, one after the other'] };
  }

  /** A process that was started before the file changed would seal with a key that is about to go. */
  private behind(): string | undefined {
    const now = DataKeys.open(this.config.dataKeysFile, { makeIfAbsent: false });
    const same = KEY_PURPOSES.every((purpose) => isSame(purpose, now, this.keys));
    return same ? undefined : 'the file of keys was changed since this process started: restart it first';
  }

  private tooSoon(): string | undefined {
    const rested = this.clock.now().getTime() - this.file.changedAtMs();
    return rested >= REST_MS
      ? undefined
      : 'the file of keys was changed within the hour: what is under way may need it';
  }
}

function isSame(purpose: KeyPurpose, one: DataKeys, other: DataKeys): boolean {
  const ids = (keys: DataKeys) =>
    keys
      .ring(purpose)
      .all.map(({ id }) => id)
      .join();
  return ids(one) === ids(other) && one.ring(purpose).current.id === other.ring(purpose).current.id;
}
