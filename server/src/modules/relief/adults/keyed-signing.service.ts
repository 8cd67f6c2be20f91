import type { SigningAnswer } from '@jinmen/shared/applications/adults';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import type { AuthoriseDto } from '@jinmen/shared/dto/authorise.dto';
import { Injectable } from '@nestjs/common';
import type { Resident } from '../../../platform/auth/current';
import { Idempotency } from '../../../platform/idempotency/idempotency';
import type { IdempotencyScope } from '../../../platform/idempotency/idempotency-store';
import { ApplicationAccess } from '../whom/application-access.service';
import { HandingOver } from '../whom/handing-over.service';
import { SignerQuestions } from './signer-questions.service';
import { Signing } from './signing.service';
import { SigningHere } from './signing-here.service';

/** What whoever files does about a signature, once for a key, behind what has to be asked before a transaction opens. */
@Injectable()
export class KeyedSigning {
  constructor(
    private readonly signing: Signing,
    private readonly here: SigningHere,
    private readonly questions: SignerQuestions,
    private readonly access: ApplicationAccess,
    private readonly handing: HandingOver,
    private readonly idempotency: Idempotency,
  ) {}

  /** A key that is sent again may ask the bureau again. @throws as `SignerQuestions.confirmed` `SigningHere.act` and `Signing.act`; 404. */
  async act(
    scope: IdempotencyScope,
    resident: Resident,
    id: string,
    wish: AuthoriseDto,
  ): Promise<ApplicationView & SigningAnswer> {
    const { way = 'this-phone' } = wish;
    const confirmed = way === 'this-phone' ? await this.questions.confirmed(resident.accountId, id, wish) : undefined;
    const { body } = await this.idempotency.once(scope, async () => {
      await this.access.mustBeTheirs(resident.accountId, id);
      // one's own signature is its own yes; what is said of others rests on the one it was handed in with
      if (isOfAnother(wish)) await this.handing.mayGoOn(resident.accountId, id);
      const answer =
        way === 'this-phone'
          ? await this.here.act(resident, id, wish, confirmed)
          : await this.signing.act(resident, id, { ...wish, way });
      return { status: 200, body: answer };
    });
    return body as ApplicationView & SigningAnswer; // kept under this route, where it is one
  }
}

function isOfAnother({ way = 'this-phone', idNumber }: AuthoriseDto): boolean {
  return way !== 'this-phone' || idNumber !== undefined;
}
