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
  ApiServiceUnavailableResponse,
  ApiTags,
  ApiTooManyRequestsResponse,
} from '@nestjs/swagger';
import { CurrentResident, type Resident } from '../../../platform/auth/current';
import { Access } from '../../../platform/http/access';
import { problemSchema } from '../../../platform/http/json-schema';
import { Owned } from '../../../platform/http/owned';
import { Idempotent, type IdempotentCall, KeyedCall } from '../../../platform/idempotency/idempotent';
import { applicationSchema } from '../relief.schema';
import { authoriseSchema, signingAnswerSchema } from './adults.schema';
import { KeyedSigning } from './keyed-signing.service';
import { LinkRevocation } from './link-revocation.service';

@ApiTags('relief')
@Controller('api/v1/relief/applications/:id/authorisations')
export class SigningController {
  constructor(
    private readonly signing: KeyedSigning,
    private readonly links: LinkRevocation,
  ) {}

  @Post()
  @HttpCode(200)
  @Access('resident')
  @Owned('relief-application')
  @Idempotent({ by: 'handler' })
  @ApiOperation({ summary: '核对授权 of one grown-up, here or by link; without it their income is not looked up' })
  @ApiBody({ schema: authoriseSchema })
  @ApiOkResponse({ schema: signingAnswerSchema(applicationSchema) })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiForbiddenResponse({ schema: problemSchema })
  @ApiTooManyRequestsResponse({ schema: problemSchema })
  @ApiServiceUnavailableResponse({ schema: problemSchema })
  authorise(
    @KeyedCall() { scope }: IdempotentCall,
    @CurrentResident() resident: Resident,
    @Param('id') id: string,
    @Body() wish: AuthoriseDto,
  ): Promise<ApplicationView & SigningAnswer> {
    return this.signing.act(scope, resident, id, wish);
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
