import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import type { BureauAnswer } from '../../platform/bureau-http/bureau-answer';
import { BureauNonsense } from '../../platform/bureau-http/bureau-answer';
import { BureauHttp } from '../../platform/bureau-http/bureau-http';
import type { BureauReply } from '../../platform/bureau-http/bureau-reply';
import { ConnectedBureaus } from '../../platform/bureau-http/connected-bureaus';
import { Identity, type IdentityAnswer, type KinshipAnswer, type NamedNumber, type StaffAnswer } from './identity.port';
import * as wire from './wire';

/** The bureau over HTTP. Asked once each time: somebody waits for the answer and can ask again. */
@Injectable()
export class IdentityClient extends Identity {
  private readonly logger = new Logger('Identity');

  constructor(
    private readonly http: BureauHttp,
    private readonly bureaus: ConnectedBureaus,
  ) {
    super();
  }

  get connected(): boolean {
    return this.bureaus.has('identity');
  }

  async verify(name: string, idNumber: string): Promise<IdentityAnswer> {
    const serial = randomUUID();
    const body = wire.verifyBody(serial, name, idNumber);
    const answer = await this.ask(wire.VERIFY_PATH, serial, body, wire.readVerifyReply);
    return answer.kind === 'done' ? wire.identityAnswer(answer.body) : { kind: 'unavailable' };
  }

  async kinship(guardian: NamedNumber, of: NamedNumber, relation: 'child' | 'ward'): Promise<KinshipAnswer> {
    const serial = randomUUID();
    const body = wire.kinshipBody(serial, guardian, of, relation);
    const answer = await this.ask(wire.KINSHIP_PATH, serial, body, wire.readKinshipReply);
    return answer.kind === 'done' ? wire.kinshipAnswer(answer.body) : { kind: 'unavailable' };
  }

  async signInStaff(workNumber: string, code: string): Promise<StaffAnswer> {
    const serial = randomUUID();
    const body = wire.staffBody(serial, workNumber, code);
    const answer = await this.ask(wire.STAFF_PATH, serial, body, wire.readStaffReply);
    if (answer.kind !== 'done') return { kind: 'unavailable' };
    try {
      return wire.staffAnswer(answer.body);
    } catch (error) {
      if (!(error instanceof BureauNonsense)) throw error;
      this.logger.error({ alarm: 'identity-unreadable', field: error.field });
      return { kind: 'unavailable' };
    }
  }

  private ask(
    path: string,
    key: string,
    body: object,
    read: (reply: BureauReply) => BureauAnswer,
  ): Promise<BureauAnswer> {
    return this.http.for('identity').call({ method: 'POST', path, key, body, read });
  }
}
