import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OperatorSocket } from '../../platform/operator-socket/operator-socket';
import { ChangeRefusedError } from './change-file';
import { StandardChanges } from './standard-changes.service';

/** Takes an operator's change file while this process has the embedded database to itself. */
@Injectable()
export class StandardCommands implements OnModuleInit {
  constructor(
    private readonly socket: OperatorSocket,
    private readonly changes: StandardChanges,
  ) {}

  onModuleInit(): void {
    this.socket.handle('data-apply', async ({ text, fileName }) => {
      try {
        const { lines, version } = await this.changes.apply(text ?? '', fileName ?? 'change file');
        return { ok: true, lines: [...lines, `standards are now version ${version}`] };
      } catch (error) {
        if (error instanceof ChangeRefusedError) return { ok: false, lines: error.lines };
        throw error;
      }
    });
  }
}
