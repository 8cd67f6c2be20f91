import { Injectable } from '@nestjs/common';
import { createSigner, createVerifier } from 'fast-jwt';
import { Clock } from '../clock';
import { DataKeys } from '../sealing/data-keys';

/** Whom a token lets in: one kind never opens the other's routes. */
export type Audience = 'resident' | 'staff';

/** What a token says; nothing personal, because a phone keeps it and a proxy may see it. */
export interface TokenContent {
  /** Whose it is: an account's or a member of staff's id. */
  readonly subject: string;
  readonly sessionId: string;
}

const ALGORITHM = 'HS256';
const ISSUER = 'jinmen';
const TYPE = 'at+jwt';
export const ACCESS_TOKEN_SECONDS = 15 * 60;
/** Clocks of two of our own machines may differ by so much. */
const AHEAD_SECONDS = 60;

/**
 * Short-lived proofs of a session (RFC 9068 in spirit). One algorithm; the keys are ours alone and no header of a token
 * chooses among them by itself. A valid token is not yet a session: `SessionCheck` asks whether that still runs.
 */
@Injectable()
export class AccessTokens {
  private readonly sign: (payload: object) => string;
  private readonly verifiers: readonly ((token: string) => unknown)[];

  constructor(
    keys: DataKeys,
    private readonly clock: Clock,
  ) {
    const { current, all } = keys.ring('session-token');
    // here the library makes one key object of each, once; a key it had to ask for it would make anew with each token
    this.sign = createSigner({
      algorithm: ALGORITHM,
      key: current.secret,
      header: { alg: ALGORITHM, typ: TYPE },
      iss: ISSUER,
    });
    // the signature and the kind here; the days of a token by our own clock, below
    const strict = { algorithms: [ALGORITHM as 'HS256'], allowedIss: ISSUER, checkTyp: TYPE, ignoreExpiration: true };
    this.verifiers = all.map(({ secret }) => createVerifier({ ...strict, key: secret }));
  }

  issue(audience: Audience, { subject, sessionId }: TokenContent): string {
    const now = this.seconds();
    const payload = { sub: subject, sid: sessionId, aud: `jinmen-${audience}` };
    return this.sign({ ...payload, iat: now, exp: now + ACCESS_TOKEN_SECONDS });
  }

  /** What the token says; none when it is not one of ours, for somebody else, or of another time. */
  read(audience: Audience, token: string): TokenContent | undefined {
    for (const verify of this.verifiers) {
      const claims = verified(verify, token);
      if (claims !== undefined) return this.contentOf(audience, claims);
    }
    return undefined;
  }

  private contentOf(audience: Audience, claims: Readonly<Record<string, unknown>>): TokenContent | undefined {
    const { sub, sid, aud, iat, exp } = claims;
    if (typeof sub !== 'string' || typeof sid !== 'string' || aud !== `jinmen-${audience}`) return undefined;
    if (typeof iat !== 'number' || typeof exp !== 'number') return undefined;
    const now = this.seconds();
    const inTime = iat <= now + AHEAD_SECONDS && now < exp && exp - iat <= ACCESS_TOKEN_SECONDS;
    return inTime ? { subject: sub, sessionId: sid } : undefined;
  }

  private seconds(): number {
    return Math.floor(this.clock.now().getTime() / 1000);
  }
}

function verified(verify: (token: string) => unknown, token: string): Readonly<Record<string, unknown>> | undefined {
  try {
    // whatever it is: what it does not say is not there
    return { ...(verify(token) as object) };
    // Stryker disable next-line BlockStatement: whoever ends without a word has said `undefined`
  } catch {
    return undefined;
  }
}
