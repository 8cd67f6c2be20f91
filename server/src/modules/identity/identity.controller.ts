import { VerifyIdentityDto } from '@jinmen/shared/dto/verify-identity.dto';
import type { MeView, VerificationView } from '@jinmen/shared/residents/views';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiConflictResponse,
  ApiForbiddenResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiTooManyRequestsResponse,
} from '@nestjs/swagger';
import { CurrentResident, type Resident } from '../../platform/auth/current';
import { Access } from '../../platform/http/access';
import { problemSchema } from '../../platform/http/json-schema';
import { meSchema, verificationRequestSchema, verificationSchema } from './identity.schema';
import { MeService } from './me.service';
import { VerificationService } from './verification.service';

@ApiTags('identity')
@Controller('api/v1')
export class IdentityController {
  constructor(
    private readonly verification: VerificationService,
    private readonly me: MeService,
  ) {}

  @Post('identity/verifications')
  @HttpCode(200)
  @Access('resident')
  @ApiOperation({ summary: 'Confirm name and ID number at the identity bureau; one answer for every reason of a no' })
  @ApiBody({ schema: verificationRequestSchema })
  @ApiOkResponse({ schema: verificationSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiForbiddenResponse({ schema: problemSchema })
  @ApiConflictResponse({ schema: problemSchema })
  @ApiTooManyRequestsResponse({ schema: problemSchema })
  verify(@CurrentResident() { accountId }: Resident, @Body() typed: VerifyIdentityDto): Promise<VerificationView> {
    return this.verification.verify(accountId, typed);
  }

  @Get('me')
  @Access('resident')
  @ApiOperation({ summary: 'Who is signed in; name and number masked' })
  @ApiOkResponse({ schema: meSchema })
  who(@CurrentResident() { accountId }: Resident): Promise<MeView> {
    return this.me.view(accountId);
  }
}
