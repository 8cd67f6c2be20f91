import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Absence, AskedWay, SigningWay } from '@jinmen/shared/applications/adults';
import { authorisationText } from '@jinmen/shared/applications/authorisation-text';
import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { Clock, instantOf } from '../../../platform/clock';
import { Config } from '../../../platform/config/config';
import { forUpdate } from '../../../platform/database/row-lock';
import { Transactions } from '../../../platform/database/transactions';
import { labelIn } from '../../../platform/sealing/sealed-column';
import { Sealing } from '../../../platform/sealing/sealing';
import { AdultWord, adultReason } from './adult-word.entity';
import { Signature, signatureSigner } from './signature.entity';
import { SignatureLink } from './signature-link.entity';

/** 160 bits: nobody guesses one. */
const TOKEN_BYTES = 20;
const HOUR_MS = 3_600_000;

/** Everything that was signed, sent and said for one application, oldest first. */
export interface AdultRows {
  readonly signatures: readonly Signature[];
  readonly links: readonly SignatureLink[];
  readonly words: readonly AdultWord[];
}

/** All SQL about who signed. Whoever changes something has locked the application before. */
@Injectable()
export class AdultsRepository {
  constructor(
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async rowsOf(applicationId: string): Promise<AdultRows> {
    const { manager } = this.transactions;
    const where = { applicationId };
    return {
      signatures: await manager.find(Signature, { where, order: { signedAt: 'ASC', id: 'ASC' } }),
      links: await manager.find(SignatureLink, { where, order: { sentAt: 'ASC', id: 'ASC' } }),
      words: await manager.findBy(AdultWord, where),
    };
  }

  /** The number of who signed; none of the first signatures, which were the applicant's own. */
  signerOf({ id, signer }: Signature): string | undefined {
    return signer ? this.sealing.open(labelIn(signatureSigner, id), signer) : undefined;
  }

  findSignature(id: string): Promise<Signature | null> {
    return this.transactions.manager.findOneBy(Signature, { id });
  }

  /** Newest first, of whatever application. */
  async signedBy(idNumber: string): Promise<Signature[]> {
    const where = this.sealing
      .indexes(signatureSigner.index.purpose, idNumber)
      .map(({ keyId, digest }) => ({ signerKeyId: keyId, signerDigest: digest }));
    return this.transactions.manager.find(Signature, { where, order: { signedAt: 'DESC', id: 'DESC' }, take: 50 });
  }

  /** Ends what another person signed who had that place in the form before. */
  async sign(applicationId: string, member: string, idNumber: string, way: SigningWay): Promise<string> {
    const id = randomUUID();
    const other = { applicationId, standing: member };
    await this.transactions.manager.update(Signature, other, { standing: null, endedAt: this.clock.now() });
    const { keyId, digest } = this.sealing.index(signatureSigner.index.purpose, idNumber);
    await this.transactions.manager.insert(Signature, {
      id,
      applicationId,
      member,
      standing: member,
      way,
      textVersion: authorisationText.version,
      signedAt: this.clock.now(),
      endedAt: null,
      askedWay: null,
      askedAt: null,
      signer: this.sealing.seal(labelIn(signatureSigner, id), idNumber),
      signerKeyId: keyId,
      signerDigest: digest,
    });
    return id;
  }

  /** The street asked the signer, who said that it is theirs. */
  async keepAsked(id: string, askedWay: AskedWay): Promise<void> {
    await this.transactions.manager.update(Signature, { id }, { askedWay, askedAt: this.clock.now() });
  }

  /** Taken back; false when it had ended. */
  async endSignature(id: string): Promise<boolean> {
    const change = { standing: null, endedAt: this.clock.now() };
    const { affected } = await this.transactions.manager.update(Signature, { id, endedAt: IsNull() }, change);
    return affected === 1;
  }

  /** Ends the one before. The token is told once and only its hash kept. */
  async sendLink(applicationId: string, member: string): Promise<{ token: string; expiresAt: Date }> {
    await this.endLink(applicationId, member, 'replaced');
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const sentAt = this.clock.now();
    const expiresAt = instantOf(sentAt.getTime() + this.config.signatureLinkHours * HOUR_MS);
    await this.transactions.manager.insert(SignatureLink, {
      id: randomUUID(),
      applicationId,
      member,
      standing: member,
      tokenHash: hashOf(token),
      sentAt,
      expiresAt,
      endedAs: null,
      refusedAt: null,
    });
    return { token, expiresAt };
  }

  async endLink(applicationId: string, member: string, endedAs: SignatureLink['endedAs'] & string): Promise<void> {
    const open = { applicationId, standing: member };
    await this.transactions.manager.update(SignatureLink, open, { standing: null, endedAs });
  }

  findLink(token: string): Promise<SignatureLink | null> {
    return this.transactions.manager.findOneBy(SignatureLink, { tokenHash: hashOf(token) });
  }

  async refuseLink(id: string): Promise<void> {
    await this.transactions.manager.update(SignatureLink, { id }, { refusedAt: this.clock.now() });
  }

  linksSince(applicationId: string, since: Date): Promise<number> {
    return this.transactions.manager.countBy(SignatureLink, { applicationId, sentAt: MoreThan(since) });
  }

  reasonOf({ id, reason }: AdultWord): string | undefined {
    return reason ? this.sealing.open(labelIn(adultReason, id), reason) : undefined;
  }

  /** What the applicant says of somebody; `undefined` takes it back, because there is a newer way. */
  async say(applicationId: string, member: string, said: Absence | undefined, reason?: string): Promise<void> {
    const id = await this.wordOf(applicationId, member);
    await this.transactions.manager.update(
      AdultWord,
      { id },
      {
        said: said ?? null,
        saidAt: said ? this.clock.now() : null,
        reason: reason ? this.sealing.seal(labelIn(adultReason, id), reason) : null,
        withoutAt: null,
      },
    );
  }

  async goOnWithout(applicationId: string, member: string): Promise<void> {
    const id = await this.wordOf(applicationId, member);
    await this.transactions.manager.update(AdultWord, { id }, { withoutAt: this.clock.now() });
  }

  /** Counts a wrong number; how many that makes today. */
  async wrongNumber(applicationId: string, member: string): Promise<number> {
    const id = await this.wordOf(applicationId, member);
    const { manager } = this.transactions;
    const row = await manager.findOneByOrFail(AdultWord, { id });
    const today = this.clock.today();
    const wrongTries = row.wrongDay === today ? row.wrongTries + 1 : 1;
    await manager.update(AdultWord, { id }, { wrongTries, wrongDay: today });
    return wrongTries;
  }

  private async wordOf(applicationId: string, member: string): Promise<string> {
    const { manager } = this.transactions;
    const found = await manager.findOne(AdultWord, { where: { applicationId, member }, ...forUpdate(manager) });
    if (found) return found.id;
    const id = randomUUID();
    const empty = { said: null, saidAt: null, reason: null, withoutAt: null, wrongTries: 0, wrongDay: null };
    await manager.insert(AdultWord, { id, applicationId, member, ...empty });
    return id;
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
