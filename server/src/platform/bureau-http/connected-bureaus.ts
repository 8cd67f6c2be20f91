import { Injectable } from '@nestjs/common';
import type { BureauCode } from '../config/bureau-address';
import { Config } from '../config/config';

/** Which bureaus this installation can speak to. What belongs to another is done at the street (这项现在到街道办理). */
@Injectable()
export class ConnectedBureaus {
  constructor(private readonly config: Config) {}

  /** Whether the code is one of ours and an address for it is configured. */
  has(code: string): boolean {
    return this.config.bureaus[code as BureauCode] !== undefined;
  }
}
