import type { PayeeReply } from '@jinmen/shared/applications/payee';
import { payeeChoiceFrom } from '@jinmen/shared/applications/payee';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { AnswerFollowUpDto, PutPayeeDto, RateDto, ReportChangeDto } from '@jinmen/shared/dto/money.dto';
import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiConflictResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiTooManyRequestsResponse,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { CurrentResident, type Resident } from '../../../platform/auth/current';
import { Access } from '../../../platform/http/access';
import { problemSchema } from '../../../platform/http/json-schema';
import { Owned } from '../../../platform/http/owned';
import { Idempotent } from '../../../platform/idempotency/idempotent';
import { ApplicationViews } from '../applications/application-views.service';
import { applicationSchema } from '../relief.schema';
import { HandingOver } from '../whom/handing-over.service';
import { Changes } from './changes.service';
import { Feedback } from './feedback.service';
import { followUpSchema, payeeReplySchema, putPayeeSchema, rateSchema, reportChangeSchema } from './money.schema';
import { moneyProblems } from './money-problems';
import { PayeeViews } from './payee-views.service';
import { Payees } from './payees.service';

@ApiTags('relief')
@Controller('api/v1/relief/applications/:id')
export class MoneyController {
  constructor(
    private readonly payees: Payees,
    private readonly payeeViews: PayeeViews,
    private readonly changes: Changes,
    private readonly feedback: Feedback,
    private readonly views: ApplicationViews,
    private readonly handing: HandingOver,
  ) {}

  @Get('payee')
  @Access('resident')
  @Owned('relief-application')
  @ApiOperation({ summary: 'Whose account the money goes to; of its number only the end' })
  @ApiOkResponse({ schema: payeeReplySchema })
  payee(@Param('id') id: string): Promise<PayeeReply> {
    return this.payeeViews.find(id);
  }

  @Put('payee')
  @Access('resident')
  @Owned('relief-application')
  @ApiOperation({ summary: 'Says where the money goes, or that the street must help; the same again changes nothing' })
  @ApiBody({ schema: putPayeeSchema })
  @ApiOkResponse({ schema: payeeReplySchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiConflictResponse({ schema: problemSchema })
  @ApiUnprocessableEntityResponse({ schema: problemSchema })
  @ApiTooManyRequestsResponse({ schema: problemSchema })
  putPayee(
    @CurrentResident() resident: Resident,
    @Param('id') id: string,
    @Body() { sure, ...said }: PutPayeeDto,
  ): Promise<PayeeReply> {
    const choice = payeeChoiceFrom(said);
    if (!choice) throw moneyProblems.payeeUnreadable();
    return this.payees.put(resident, id, { choice, sure: sure === true });
  }

  @Post('changes')
  @HttpCode(200)
  @Access('resident')
  @Owned('relief-application')
  @Idempotent()
  @ApiOperation({ summary: 'Tells the offices that something has become different' })
  @ApiBody({ schema: reportChangeSchema })
  @ApiOkResponse({ schema: applicationSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiTooManyRequestsResponse({ schema: problemSchema })
  async change(
    @CurrentResident() resident: Resident,
    @Param('id') id: string,
    @Body() { kind, text, on, payee }: ReportChangeDto,
  ): Promise<ApplicationView> {
    const said = { kind, ...(text !== undefined && { text }), ...(on !== undefined && { on }) };
    await this.handing.mayGoOn(resident.accountId, id);
    await this.changes.report(resident, id, { ...said, payee, sure: payee?.sure === true });
    return this.views.find(id, resident.accountId);
  }

  @Post('rating')
  @HttpCode(200)
  @Access('resident')
  @Owned('relief-application')
  @Idempotent()
  @ApiOperation({ summary: 'How it went, once; or that they would rather not say, and then it is not asked again' })
  @ApiBody({ schema: rateSchema })
  @ApiOkResponse({ schema: applicationSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  async rate(
    @CurrentResident() { accountId }: Resident,
    @Param('id') id: string,
    @Body() { score, text, skipped }: RateDto,
  ): Promise<ApplicationView> {
    if (skipped !== true && score === undefined) throw moneyProblems.nothingToRate();
    await this.feedback.rate(id, skipped === true ? null : (score ?? null), text);
    return this.views.find(id, accountId);
  }

  @Post('follow-up')
  @HttpCode(200)
  @Access('resident')
  @Owned('relief-application')
  @Idempotent()
  @ApiOperation({ summary: 'How they are, some weeks later; asked once, and may be left out' })
  @ApiBody({ schema: followUpSchema })
  @ApiOkResponse({ schema: applicationSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  async followUp(
    @CurrentResident() { accountId }: Resident,
    @Param('id') id: string,
    @Body() { answer, text, skipped }: AnswerFollowUpDto,
  ): Promise<ApplicationView> {
    if (skipped !== true && answer === undefined) throw moneyProblems.nothingToRate();
    await this.feedback.answer(id, skipped === true ? null : (answer ?? null), text);
    return this.views.find(id, accountId);
  }
}
