import {
  AnswerRelativeDto,
  SignUpFarewellDto,
  SpeakOnFarewellDto,
  WithdrawFarewellDto,
} from '@jinmen/shared/dto/farewell.dto';
import type { FarewellView, NewFarewellLink } from '@jinmen/shared/services/sea-scattering/views';
import { Body, Controller, Delete, HttpCode, Param, Post, Put, UseGuards } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiConflictResponse,
  ApiCreatedResponse,
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
import { AskingFamily } from './asking-family.service';
import { FamilyLimit } from './family-limit.guard';
import { FamilyLinks } from './family-links.service';
import { FamilyVoices } from './family-voices.service';
import {
  answerRelativeSchema,
  farewellSchema,
  newLinkSchema,
  signUpSchema,
  voiceSchema,
  withdrawSchema,
} from './farewells.schema';
import { SigningUp } from './signing-up.service';
import { TakingOut } from './taking-out.service';
import { Withdrawing } from './withdrawing.service';

@ApiTags('farewells')
@Controller('api/v1/farewells/:id')
export class FamilyController {
  constructor(
    private readonly signing: SigningUp,
    private readonly withdrawing: Withdrawing,
    private readonly asking: AskingFamily,
    private readonly links: FamilyLinks,
    private readonly voices: FamilyVoices,
    private readonly takingOut: TakingOut,
  ) {}

  @Post('sign-up')
  @HttpCode(200)
  @Access('resident')
  @Owned('farewell')
  @UseGuards(FamilyLimit)
  @Idempotent()
  @ApiOperation({ summary: 'Signs the one who died up; whose family did before is told by their family name alone' })
  @ApiBody({ schema: signUpSchema })
  @ApiOkResponse({ schema: farewellSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiForbiddenResponse({ schema: problemSchema })
  @ApiTooManyRequestsResponse({ schema: problemSchema })
  signUp(
    @CurrentResident() { accountId }: Resident,
    @Param('id') id: string,
    @Body() { notTheSame }: SignUpFarewellDto,
  ): Promise<FarewellView> {
    return this.signing.signUp(accountId, id, notTheSame);
  }

  @Post('withdrawal')
  @HttpCode(200)
  @Access('resident')
  @Owned('farewell')
  @Idempotent()
  @ApiOperation({ summary: 'Puts it down for a while; a place on a voyage is given back once that was said' })
  @ApiBody({ schema: withdrawSchema })
  @ApiOkResponse({ schema: farewellSchema })
  withdraw(
    @CurrentResident() { accountId }: Resident,
    @Param('id') id: string,
    @Body() { givePlaceBack }: WithdrawFarewellDto,
  ): Promise<FarewellView> {
    return this.withdrawing.withdraw(accountId, id, givePlaceBack);
  }

  @Post('restoration')
  @HttpCode(200)
  @Access('resident')
  @Owned('farewell')
  @UseGuards(FamilyLimit)
  @Idempotent()
  @ApiOperation({ summary: 'Takes it up again within 90 days' })
  @ApiOkResponse({ schema: farewellSchema })
  @ApiTooManyRequestsResponse({ schema: problemSchema })
  restore(@CurrentResident() { accountId }: Resident, @Param('id') id: string): Promise<FarewellView> {
    return this.withdrawing.restore(accountId, id);
  }

  @Post('invitations')
  @HttpCode(201)
  @Access('resident')
  @Owned('farewell')
  @Idempotent()
  @ApiOperation({ summary: 'A link for one relative, good once' })
  @ApiCreatedResponse({ schema: newLinkSchema })
  @ApiTooManyRequestsResponse({ schema: problemSchema })
  invite(@CurrentResident() { accountId }: Resident, @Param('id') id: string): Promise<NewFarewellLink> {
    return this.links.invite(accountId, id);
  }

  @Delete('invitations')
  @HttpCode(200)
  @Access('resident')
  @Owned('farewell')
  @Idempotent()
  @ApiOperation({ summary: 'No link that was made and not yet used is good any more' })
  @ApiOkResponse({ schema: farewellSchema })
  endLinks(@CurrentResident() { accountId }: Resident, @Param('id') id: string): Promise<FarewellView> {
    return this.takingOut.links(accountId, id);
  }

  @Delete('kin/:kin')
  @HttpCode(200)
  @Access('resident')
  @Owned('farewell')
  @Idempotent()
  @ApiOperation({ summary: 'Takes a relative out again; they are told, may ask anew, and a person calls' })
  @ApiOkResponse({ schema: farewellSchema })
  takeOut(
    @CurrentResident() { accountId }: Resident,
    @Param('id') id: string,
    @Param('kin') kin: string,
  ): Promise<FarewellView> {
    return this.takingOut.relative(accountId, id, kin);
  }

  @Post('kin/:kin/answer')
  @HttpCode(200)
  @Access('resident')
  @Owned('farewell')
  @Idempotent()
  @ApiOperation({ summary: 'Takes in a relative who asked, or not now' })
  @ApiBody({ schema: answerRelativeSchema })
  @ApiOkResponse({ schema: farewellSchema })
  answer(
    @CurrentResident() { accountId }: Resident,
    @Param('id') id: string,
    @Param('kin') kin: string,
    @Body() { takeIn }: AnswerRelativeDto,
  ): Promise<FarewellView> {
    return this.asking.answer(accountId, id, kin, takeIn);
  }

  @Put('view-of-mine')
  @Access('resident')
  @Owned('farewell')
  @ApiOperation({ summary: 'What one of the family thinks of the plan; repeating it changes nothing' })
  @ApiBody({ schema: voiceSchema })
  @ApiOkResponse({ schema: farewellSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiConflictResponse({ schema: problemSchema })
  speak(
    @CurrentResident() { accountId }: Resident,
    @Param('id') id: string,
    @Body() said: SpeakOnFarewellDto,
  ): Promise<FarewellView> {
    return this.voices.speak(accountId, id, said);
  }
}
