import type { SigningAnswer } from '@jinmen/shared/applications/adults';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { AuthoriseDto } from '@jinmen/shared/dto/authorise.dto';
import { Body, Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiForbiddenResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiTooManyRequestsResponse,
} from '@nestjs/swagger';
import { CurrentResident, type Resident } from '../../../platform/auth/current';
import { Access } from '../../../platform/http/access';
import { problemSchema } from '../../../platform/http/json-schema';
import { Owned } from '../../../platform/http/owned';
import { Idempotent } from '../../../platform/idempotency/idempotent';
import { applicationSchema } from '../relief.schema';
import { HandingOver } from '../whom/handing-over.service';
import { authoriseSchema, signingAnswerSchema } from './adults.schema';
import { LinkRevocation } from './link-revocation.service';
import { Signing } from './signing.service';

@ApiTags('relief')
@Controller('api/v1/relief/applications/:id/authorisations')
export class SigningController {
  constructor(
    private readonly signing: Signing,
    private readonly links: LinkRevocation,
    private readonly handing: HandingOver,
  ) {}

  @Post()
  @HttpCode(200)
  @Access('resident')
  @Owned('relief-application')
  @Idempotent()
  @ApiOperation({ summary: '核对授权 of one grown-up, here or by link; without it their income is not looked up' })
  @ApiBody({ schema: authoriseSchema })
  @ApiOkResponse({ schema: signingAnswerSchema(applicationSchema) })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiForbiddenResponse({ schema: problemSchema })
  @ApiTooManyRequestsResponse({ schema: problemSchema })
  async authorise(
    @CurrentResident() resident: Resident,
    @Param('id') id: string,
    @Body() wish: AuthoriseDto,
  ): Promise<ApplicationView & SigningAnswer> {
    // one's own signature is its own yes; what is said of others rests on the one it was handed in with
    if (isOfAnother(wish)) await this.handing.mayGoOn(resident.accountId, id);
    return this.signing.act(resident, id, wish);
  }

  @Delete(':member/link')
  @Access('resident')
  @Owned('relief-application')
  @ApiOperation({ summary: 'Takes a link back that was sent to somebody; doing it again changes nothing' })
  @ApiOkResponse({ schema: applicationSchema })
  revoke(
    @CurrentResident() resident: Resident,
    @Param('id') id: string,
    @Param('member') member: string,
  ): Promise<ApplicationView> {
    return this.links.revoke(resident, id, member);
  }
}

function isOfAnother({ way = 'this-phone', idNumber }: AuthoriseDto): boolean {
  return way !== 'this-phone' || idNumber !== undefined;
}
