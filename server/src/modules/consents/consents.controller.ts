import { AnswerConsentDto } from '@jinmen/shared/dto/answer-consent.dto';
import { isConsentPurpose } from '@jinmen/shared/residents/consent-texts';
import type { ConsentView } from '@jinmen/shared/residents/views';
import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiConflictResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentResident, type Resident } from '../../platform/auth/current';
import { Access } from '../../platform/http/access';
import { problemSchema } from '../../platform/http/json-schema';
import { problems } from '../../platform/http/problem';
import { answerSchema, consentSchema, consentsSchema } from './consents.schema';
import { ConsentsService } from './consents.service';

@ApiTags('consents')
@Controller('api/v1/consents')
export class ConsentsController {
  constructor(private readonly consents: ConsentsService) {}

  @Get()
  @Access('resident')
  @ApiOperation({ summary: 'What personal data is used for, each with its text in force and what was said to it' })
  @ApiOkResponse({ schema: consentsSchema })
  async list(@CurrentResident() { accountId }: Resident): Promise<{ items: ConsentView[] }> {
    return { items: await this.consents.list(accountId) };
  }

  @Post()
  @HttpCode(200)
  @Access('resident')
  @ApiOperation({ summary: 'Say yes or no to one purpose; a no is recorded and not asked for again' })
  @ApiBody({ schema: answerSchema })
  @ApiOkResponse({ schema: consentSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiConflictResponse({ schema: problemSchema })
  answer(@CurrentResident() { accountId }: Resident, @Body() answer: AnswerConsentDto): Promise<ConsentView> {
    return this.consents.answer(accountId, answer.purpose, answer.version, answer.state === 'given');
  }

  @Delete(':purpose')
  @Access('resident')
  @ApiOperation({ summary: 'Take a yes back: whatever needs it is refused from now on' })
  @ApiOkResponse({ schema: consentSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  withdraw(@CurrentResident() { accountId }: Resident, @Param('purpose') purpose: string): Promise<ConsentView> {
    if (!isConsentPurpose(purpose)) throw problems.notFound();
    return this.consents.withdraw(accountId, purpose);
  }
}
